public import CityRegistry
public import Diagnostics
import Vocabulary

/// What stands under `en` is English, and what stands under `zh` is Chinese.
public enum TextsAreInTheirLanguage: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "text-in-other-language",
        severity: .warning,
        summary: LocalizedText(
            """
            A text under 'en' holds Latin letters, and one under 'zh' holds Chinese characters.
            """,
            "“en”下的文本应含拉丁字母，“zh”下的文本应含汉字。"
        ),
        why: LocalizedText(
            """
            Somebody who reads one of the languages is shown the other, and nothing tells that a translation is missing.
            """,
            "只懂一种语言的人看到的是另一种语言，而且看不出缺少译文。"
        ),
        remedy: LocalizedText(
            """
            Put the text under its own language. In a fact, leave out the language that no source gives.
            """,
            "请把文本写在它自己的语言下。属于事实的信息，来源没有给出的语言请省略。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  name: ↓{en: 示例市虚构局}
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                """
            ),
            RuleExample(
                """
                receipt:
                  name: ↓{en: RECEIPT, zh: RECEIPT}
                  format: unknown
                  source: notice
                  confidence: high
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  name: {en: Fictional Bureau (虚构局), zh: 示例市虚构局A座}
                  source: notice
                  confidence: high
                """
            )
        ]
    )
    /// A text stands alone.
    public static let judgesSingleValues = true

    /// Checks the words of `registry.yaml`.
    public static func check(_ settings: Settings, in _: World, _ findings: inout Findings) {
        check(settings.hotline.name, &findings)
        for service in settings.services {
            check(service.name, &findings)
            for answer in service.questions.flatMap(\.answers) { check(answer.name, &findings) }
        }
        for kind in settings.channelKinds { check(kind.name, &findings) }
        for term in settings.methods + settings.applicants + settings.onlineUses { check(term.name, &findings) }
    }

    /// Checks the names of holidays.
    public static func check(_ calendar: HolidayCalendar, in _: World, _ findings: inout Findings) {
        for holiday in calendar.holidays { check(holiday.name, &findings) }
    }

    /// Checks the names and notes of a schedule.
    public static func check(_ file: ScheduleFile, in _: World, _ findings: inout Findings) {
        check(file.schedule.name, &findings)
        for group in file.schedule.groups { check(group.name, &findings) }
        for item in file.schedule.items { check(item.name, &findings) }
        check(file.schedule.tables, &findings)
    }

    /// Checks the names, addresses and notes of a city.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        let city = file.city
        if let bureau = city.bureau.value { check(bureau, &findings) }
        check(city.receipt.name.value, &findings)
        for channel in city.channels {
            check(channel.account?.name, &findings)
            check(channel.steps, &findings)
        }
        check(city.fees.tables, &findings)
        for seen in city.fees.observations { check(seen.note, &findings) }
    }

    private static func check(_ bureau: Bureau, _ findings: inout Findings) {
        check(bureau.name?.value, &findings)
        for office in bureau.offices {
            check(office.name, &findings)
            check(office.address.value, &findings)
        }
        for phone in bureau.allPhones { check(phone.name, &findings) }
        for online in bureau.online {
            switch online.place {
            case .account(let account): check(account.name, &findings)
            case .app(let name): check(name, &findings)
            case .site: break
            }
            check(online.steps, &findings)
        }
    }

    private static func check(_ tables: [FeeTable], _ findings: inout Findings) {
        for table in tables {
            for rate in table.rates where rate.note != nil { check(rate.note, &findings) }
        }
    }

    private static func check(_ steps: [Step], _ findings: inout Findings) {
        for step in steps {
            guard case .press(let press) = step else { continue }
            check(press.section, &findings)
            if let gloss = press.gloss, Script(gloss.value).isNotEnglish {
                report(.english, at: gloss.range, &findings)
            }
        }
    }

    private static func check(_ text: LocatedText?, _ findings: inout Findings) {
        guard let text else { return }
        if let english = text.value.english, Script(english).isNotEnglish {
            report(.english, at: text.range, &findings)
        }
        if let chinese = text.value.chinese, Script(chinese).isNotChinese {
            report(.chinese, at: text.range, &findings)
        }
    }

    private static func report(_ language: Language, at range: SourceRange, _ findings: inout Findings) {
        switch language {
        case .english:
            findings.report(
                rule,
                LocalizedText("what stands under 'en' holds no Latin letter", "“en”下的文本没有拉丁字母"),
                at: range,
                help: LocalizedText("put it under its own language, and English here", "请写在它自己的语言下，此处写英文")
            )
        case .chinese:
            findings.report(
                rule,
                LocalizedText("what stands under 'zh' holds no Chinese character", "“zh”下的文本没有汉字"),
                at: range,
                help: LocalizedText("put it under its own language, and the characters here", "请写在它自己的语言下，此处写汉字")
            )
        }
    }
}
