public import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// What this registry says in its own words, it says in every language it promises.
public enum TextsAreTranslated: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "missing-translation",
        summary: LocalizedText(
            """
            Our own wording has every language in 'locales', and each Chinese button has its English meaning.
            """,
            "信息库自己的文字要有“locales”所列的每种语言，每个中文按钮都要有英文释义。"
        ),
        why: LocalizedText(
            """
            The people this is for read English or Chinese. A screen half in the other language is no help to them. What \
            a source says may lack a language: it is not translated by guesswork.
            """,
            "使用者只读英文或中文。界面一半是另一种语言，对他们没有帮助。来源的原文可以缺一种语言：不凭猜测翻译。"
        ),
        remedy: LocalizedText(
            """
            Add the missing language.
            """,
            "补上缺少的语言。"
        ),
        rejected: [
            RuleExample(
                in: .schedule,
                """
                items:
                  permit-fee:
                    name: ↓{en: Permit fee}
                    basis: "虚构[2025]1号"
                    source: notice
                    confidence: high
                """
            ),
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                  online:
                    - account: {id: examplegaj}
                      for: booking
                      steps:
                        - {follow: account}
                        - ↓{press: 预约}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  name: {zh: 示例市虚构局}
                  source: notice
                  confidence: high
                """
            )
        ]
    )

    /// Checks the words of `registry.yaml`.
    public static func check(_ settings: Settings, in world: World, _ findings: inout Findings) {
        check([settings.hotline.name], in: world, &findings)
        for service in settings.services {
            check([service.name], in: world, &findings)
            check(service.questions.flatMap(\.answers).map(\.name), in: world, &findings)
        }
        check(settings.channelKinds.map(\.name), in: world, &findings)
        for terms in [settings.methods, settings.applicants, settings.onlineUses] {
            check(terms.map(\.name), in: world, &findings)
        }
    }

    /// Checks the names of holidays.
    public static func check(_ calendar: HolidayCalendar, in world: World, _ findings: inout Findings) {
        check(calendar.holidays.map(\.name), in: world, &findings)
    }

    /// Checks the names and notes of a schedule.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        check([file.schedule.name], in: world, &findings)
        check(file.schedule.groups.map(\.name), in: world, &findings)
        check(file.schedule.items.map(\.name), in: world, &findings)
        check(notes(file.schedule.tables), in: world, &findings)
    }

    /// Checks the notes of a city's fees, and the steps that applicants follow.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        check(notes(file.city.fees.tables), in: world, &findings)
        check(file.city.fees.observations.compactMap(\.note), in: world, &findings)
        for channel in file.city.channels { check(channel.steps, in: world, &findings) }
        for online in file.city.bureau.value?.online ?? [] { check(online.steps, in: world, &findings) }
    }

    private static func notes(_ tables: [FeeTable]) -> [LocatedText] {
        tables.flatMap(\.rates).compactMap(\.note)
    }

    private static func check(_ steps: [Step], in world: World, _ findings: inout Findings) {
        for step in steps {
            guard case .press(let press) = step else { continue }
            if press.gloss == nil {
                findings.report(
                    rule,
                    LocalizedText(
                        "nothing says what \(Excerpt(press.label.value)) means",
                        "没有写明“\(Excerpt(press.label.value).text)”的含义"
                    ),
                    at: press.range,
                    help: LocalizedText("add 'en:' with its meaning", "请加上“en:”，写明英文释义")
                )
            }
            check(press.section.map { [$0] } ?? [], in: world, &findings)
        }
    }

    private static func check(_ texts: [LocatedText], in world: World, _ findings: inout Findings) {
        for text in texts {
            for locale in world.settings.locales where text.value[locale.value] == nil {
                findings.report(
                    rule,
                    LocalizedText(
                        "this text lacks '\(locale.value.rawValue)'",
                        "此文本缺少“\(locale.value.rawValue)”"
                    ),
                    at: text.range,
                    help: LocalizedText("add '\(locale.value.rawValue):'", "请加上“\(locale.value.rawValue):”")
                )
            }
        }
    }
}
