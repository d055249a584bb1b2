public import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// Every word that refers to something refers to something there is.
public enum ReferencesResolve: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unknown-reference",
        summary: LocalizedText(
            """
            Every word that names a service, an answer, a group, an item, a method or anything else names one there is.
            """,
            "凡是指称业务、选项、国籍组、收费项目、支付方式等的词，都要确有其项。"
        ),
        why: LocalizedText(
            """
            A word that names nothing is a slip of the pen, and whatever hangs on it, a fee or a way to pay, is lost.
            """,
            "指向空无的词只能是笔误，而与它相关的收费或支付方式就会丢失。"
        ),
        remedy: LocalizedText(
            """
            Correct the word. If it is new, add it first to the list it belongs to, mostly in registry.yaml.
            """,
            "改正该词。如果是新词，请先加到它所属的列表，大多在 registry.yaml 中。"
        ),
        rejected: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: ↓wechat-account
                    status: unknown
                    applicants: [↓foreign-nationals]
                    services: [↓visa]
                    methods: {undated: ↓coins}
                    source: notice
                    confidence: high
                rollout:
                  ↓offical-account:
                    stage: none
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: ↓nation
                """
            ),
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    residence-permit:
                      item: ↓permit-fees
                      source: notice
                      confidence: high
                      rates:
                        - {when: {action: ↓isue}, fee: 400}
                        - {when: {↓actoin: issue}, fee: 400}
                        - {when: {action: change, nationality: ↓specail}, fee: 400}
                """
            ),
            RuleExample(
                in: .calendar,
                """
                years:
                  "2026":
                    source: notice
                    confidence: high
                    days:
                      - {name: ↓new-years, days-off: 2026-01-01}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    residence-permit:
                      item: permit-fee
                      source: notice
                      confidence: high
                      rates:
                        - {when: {action: change, nationality: [special, DEU]}, fee: 400}
                """
            )
        ]
    )

    /// The classes of facts whose freshness registry.yaml decides.
    static let freshnessClasses: Set<String> = ["fee", "contact", "channel", "steps"]

    /// Looks up what `registry.yaml` says of itself.
    public static func check(_ settings: Settings, in world: World, _ findings: inout Findings) {
        let references = ReferenceCheck(rule: rule, world: world)
        for record in settings.services {
            guard let service = world.services[record.id.value] else { continue }
            for condition in record.questions.flatMap(\.conditions) {
                guard let question = references.question(condition.question, of: service, &findings) else { continue }
                references.answers(condition.answers, to: question, &findings)
            }
        }
        references.words(
            settings.freshFor.map(\.class),
            LocalizedText("a class of facts", "信息类别"),
            in: freshnessClasses,
            &findings
        )
        references.sources(settings.sources, &findings)
    }

    /// Looks up what the calendar names.
    public static func check(_ calendar: HolidayCalendar, in world: World, _ findings: inout Findings) {
        let references = ReferenceCheck(rule: rule, world: world)
        let names = Set(calendar.holidays.map(\.id.value))
        for year in calendar.years {
            guard case .published(let holidays) = year.notice else { continue }
            references.words(
                holidays.flatMap(\.names),
                LocalizedText("one of the holidays named in this file", "本文件列出的节假日"),
                in: names,
                &findings
            )
        }
        references.sources(calendar.sources, &findings)
    }

    /// Looks up what a schedule names.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        let references = ReferenceCheck(rule: rule, world: world)
        references.tables(file.schedule.tables, on: file.schedule, file.coverage, &findings)
        references.sources(file.schedule.sources, &findings)
    }

    /// Looks up what a city names.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        let references = ReferenceCheck(rule: rule, world: world)
        let city = file.city
        if case .known(let bureau) = city.bureau { check(bureau, references, &findings) }
        for channel in city.channels { check(channel, references, &findings) }
        if file.schedule == nil, world.hasEverySchedule {
            let schedules = world.schedules.keys
            findings.report(
                rule,
                unknown: city.fees.schedule,
                LocalizedText("a fee schedule below fees/", "“fees/”下的收费标准"),
                among: schedules
            )
        }
        references.tables(city.fees.tables, on: file.schedule?.schedule, file.coverage, &findings)
        for seen in city.fees.observations {
            references.services([seen.service], &findings)
            references.conditions(seen.conditions, of: seen.service.value, on: file.schedule?.schedule, &findings)
        }
        let channels = Set(city.channels.map(\.id.value))
        references.words(
            city.rollouts.map(\.channel),
            LocalizedText("a channel of this city", "本城市的缴费渠道"),
            in: channels,
            &findings
        )
        references.sources(city.sources, &findings)
    }

    private static func check(_ bureau: Bureau, _ references: ReferenceCheck, _ findings: inout Findings) {
        for office in bureau.offices { references.services(office.services, &findings) }
        for online in bureau.online {
            let uses = online.uses.value ?? []
            references.words(
                uses,
                LocalizedText("one of registry.yaml's online-uses", "“online-uses”（见 registry.yaml）所列的词"),
                in: references.world.words.onlineUses,
                &findings
            )
        }
    }

    private static func check(_ channel: Channel, _ references: ReferenceCheck, _ findings: inout Findings) {
        let words = references.world.words
        references.word(
            channel.kind,
            LocalizedText("one of registry.yaml's channel-kinds", "“channel-kinds”（见 registry.yaml）所列的词"),
            in: words.channelKinds,
            &findings
        )
        references.services(channel.services, &findings)
        for applicants in channel.applicants?.allValues ?? [] {
            let what = LocalizedText("one of registry.yaml's applicants", "“applicants”（见 registry.yaml）所列的词")
            references.words(applicants.value ?? [], what, in: words.applicants, &findings)
        }
        for methods in channel.methods?.allValues ?? [] {
            references.words(
                methods.value ?? [],
                LocalizedText("one of registry.yaml's methods", "“methods”（见 registry.yaml）所列的词"),
                in: words.methods,
                &findings
            )
        }
    }
}

extension Timeline {
    /// The values it has at one time or another, in order.
    var allValues: [Value] {
        (undated.map { [$0] } ?? []) + changes.map(\.value)
    }
}
