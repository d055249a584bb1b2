import CityRegistry
public import Diagnostics
import Vocabulary

/// What was known does not go away without a word.
public enum FactsDoNotVanish: ChangeRule {
    /// What it says.
    public static let rule = Rule(
        "fact-vanished",
        summary: LocalizedText(
            """
            A city, a channel, a fee table or a group that was there before does not go away without a correction.
            """,
            "原有的城市、缴费渠道、收费表或国籍组，没有更正记录不得消失。"
        ),
        why: LocalizedText(
            """
            What is deleted is answered with 'unknown' from then on, also of the days on which it was known. A channel that \
            was closed is 'withdrawn', which tells people something; a file that is missing tells them nothing.
            """,
            "被删除的内容此后一律答复“unknown”，连当初已知的日期也是如此。关停的渠道应写“withdrawn”，能让人知道情况；文件没了，人们就什么也看不到。"
        ),
        remedy: LocalizedText(
            """
            Bring it back and write what came after it, such as 'withdrawn' from a day on. If it should never have been \
            there, add a correction of its place to 'corrections': in its file, or for a whole file in registry.yaml.
            """,
            """
            请恢复该内容，并写明之后的情况，例如自某日起“withdrawn”。如果它本来就不该存在，请为该处加一条更正记录，\
            写在同一文件的“corrections”中；整个文件被删除时写在 registry.yaml 中。
            """
        ),
        rejected: [
            RuleExample(
                before: """
                    channels:
                      cash:
                        kind: counter-cash
                        status: offered
                        methods: cash
                        source: notice
                        confidence: high
                    rollout: {}
                    """,
                """
                city: ↓exampleton
                channels: {}
                rollout: {}
                """
            ),
            RuleExample(
                before: """
                    fees:
                      schedule: national
                      rates:
                        stay-permit:
                          item: unknown
                          source: notice
                          confidence: high
                          rates:
                            - {when: {nationality: DEU}, fee: {2027-01-01: 170}}
                    """,
                "city: ↓exampleton\nfees: {schedule: national}"
            ),
        ],
        accepted: [
            RuleExample(
                before: """
                    channels:
                      cash:
                        kind: counter-cash
                        status: offered
                        methods: cash
                        source: notice
                        confidence: high
                    rollout: {}
                    """,
                """
                channels: {}
                rollout: {}
                corrections:
                  of: channels/cash
                  made: 2026-06-20
                  reason: the notice speaks of another city
                  source: notice
                """
            )
        ]
    )

    /// Looks for cities and schedules whose files are gone.
    public static func check(_ change: RegistryChange, _ findings: inout Findings) {
        let (old, new) = (change.worlds.before, change.worlds.after)
        let facts = Change(before: FileFacts(old.settings), after: FileFacts(new.settings))
        let corrections = NewCorrections(facts)
        let place = new.settings.version.range
        let cities = Set(new.registry.cities.map(\.slug.value))
        // A file that cannot be read is still there.
        let paths = Set(new.registry.catalog.files.map(\.path))
        for city in old.registry.cities
        where !cities.contains(city.slug.value) && !paths.contains(old.registry.catalog[city.file].path) {
            report(
                LocalizedText("the city '\(city.slug.value)'", "城市“\(city.slug.value)”"),
                "cities/\(city.slug.value)",
                at: place,
                corrections,
                &findings
            )
        }
        let schedules = Set(new.registry.schedules.map(\.id.value))
        for schedule in old.registry.schedules
        where !schedules.contains(schedule.id.value) && !paths.contains(old.registry.catalog[schedule.file].path) {
            report(
                LocalizedText("the fee schedule '\(schedule.id.value)'", "收费标准“\(schedule.id.value)”"),
                "schedules/\(schedule.id.value)",
                at: place,
                corrections,
                &findings
            )
        }
    }

    /// Looks for what is gone from a file.
    public static func check(_ file: FileChange, in change: RegistryChange, _ findings: inout Findings) {
        let corrections = file.corrections
        for lost in lost(file) { report(lost.what, lost.place, at: lost.range, corrections, &findings) }
    }

    private static func lost(_ file: FileChange) -> [(what: LocalizedText, place: String, range: SourceRange)] {
        switch file.content {
        case .settings, .calendar: return []
        case .schedule(let schedules):
            let (old, new) = (schedules.before.schedule, schedules.after.schedule)
            let groups = Set(new.groups.map(\.id.value))
            let tables = Set(new.tables.map(\.service.value))
            return old.groups.map(\.id.value).filter { !groups.contains($0) }.map {
                (LocalizedText("the group '\($0)'", "国籍组“\($0)”"), "nationality-groups/\($0)", new.id.range)
            }
                + old.tables.map(\.service.value).filter { !tables.contains($0) }.map {
                    (LocalizedText("the fee table of '\($0)'", "“\($0)”的收费表"), "rates/\($0)", new.id.range)
                }
        case .city(let cities):
            let (old, new) = (cities.before.city, cities.after.city)
            let channels = Set(new.channels.map(\.id.value))
            let tables = Set(new.fees.tables.map(\.service.value))
            return old.channels.filter { $0.isKnown && !channels.contains($0.id.value) }.map(\.id.value).map {
                (LocalizedText("the channel '\($0)'", "缴费渠道“\($0)”"), "channels/\($0)", new.slug.range)
            }
                + old.fees.tables.map(\.service.value).filter { !tables.contains($0) }.map {
                    (LocalizedText("the fee table of '\($0)'", "“\($0)”的收费表"), "fees/\($0)", new.slug.range)
                }
        }
    }

    private static func report(
        _ what: LocalizedText,
        _ place: String,
        at range: SourceRange,
        _ corrections: NewCorrections,
        _ findings: inout Findings
    ) {
        guard !corrections.cover(place) else { return }
        findings.report(
            rule,
            LocalizedText(
                "\(what.text(in: .english)) was here before and is gone",
                "\(what.text(in: .chinese))原来在此，现在没有了"
            ),
            at: range,
            help: LocalizedText(
                "bring it back and write what came after it, or add a correction of '\(place)'",
                "请恢复并写明之后的情况，或者为“\(place)”加一条更正记录"
            )
        )
    }
}
