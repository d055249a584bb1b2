public import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// A correction says what it corrects, and of a fact also who says so.
public enum CorrectionsAreWhole: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "incomplete-correction",
        summary: LocalizedText(
            """
            A correction names a place of its file, and a source unless it is about a decision or about what goes away.
            """,
            "更正记录要写明本文件中的位置；除非涉及决定或删除，还要写明来源。"
        ),
        why: LocalizedText(
            """
            It lets the registry say something else about days gone by, by which people have paid. Without a source it would \
            let anybody do so for any reason.
            """,
            "有了它，信息库才可以改动人们已据以缴费的日期的记载。如果没有来源，任何人就能以任何理由改动。"
        ),
        remedy: LocalizedText(
            """
            Write the place as keys from the outside in, such as 'channels/official-account', and the source that shows what \
            is right.
            """,
            "请从外到内写明键的位置，例如“channels/official-account”，并写明能证明正确内容的来源。"
        ),
        rejected: [
            RuleExample(
                """
                corrections:
                  - {of: ↓chanels/cash, made: 2026-06-20, reason: the notice was misread, source: notice}
                  - {of: ↓channels/cash, made: 2026-06-20, reason: the notice was misread}
                """
            ),
            RuleExample(
                in: .schedule,
                "corrections: {of: ↓rates/stay-permit, made: 2026-06-20, reason: the notice was misread}"
            ),
        ],
        accepted: [
            RuleExample(
                """
                corrections:
                  - {of: channels/cash, made: 2026-06-20, reason: the notice was misread, source: notice}
                  - {of: rollout/official-account, made: 2026-06-20, reason: written into the wrong file}
                """
            )
        ]
    )

    /// What of each kind of file can be rewritten, and whether that is a fact.
    private static let places: (city: [String: Bool], schedule: [String: Bool], other: [String: Bool]) = (
        city: ["bureau": true, "receipt": true, "channels": true, "fees": true, "rollout": false],
        schedule: ["nationality-groups": true, "items": true, "rates": true],
        other: ["cities": false, "schedules": false, "channels": false, "services": false]
    )

    /// Checks the corrections of a city.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        check(file.facts, places.city, &findings)
    }

    /// Checks the corrections of a schedule.
    public static func check(_ file: ScheduleFile, in _: World, _ findings: inout Findings) {
        check(file.facts, places.schedule, &findings)
    }

    /// Checks the corrections of `registry.yaml`, which speak of whole files.
    public static func check(_ settings: Settings, in _: World, _ findings: inout Findings) {
        check(FileFacts(settings), places.other, &findings)
    }

    /// Checks the corrections of `calendar.yaml`.
    public static func check(_ calendar: HolidayCalendar, in _: World, _ findings: inout Findings) {
        check(FileFacts(calendar), ["years": true], &findings)
    }

    private static func check(_ facts: FileFacts, _ places: [String: Bool], _ findings: inout Findings) {
        for correction in facts.corrections {
            let place = correction.subject.value
            guard let isFact = places[place.split(separator: "/").first.map(String.init) ?? ""] else {
                findings.report(
                    rule,
                    LocalizedText(
                        "'\(Excerpt(place).text)' is no place of this file that can be corrected",
                        "“\(Excerpt(place).text)”不是本文件中可以更正的位置"
                    ),
                    at: correction.subject.range,
                    help: LocalizedText(
                        "begin with \(places.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))",
                        "开头可写\(places.keys.sorted().map { "“\($0)”" }.joined())"
                    )
                )
                continue
            }
            guard isFact, correction.provenance.sources.isEmpty else { continue }
            findings.report(
                rule,
                LocalizedText(
                    "the correction of '\(place)' names no source",
                    "“\(place)”的更正记录没有写明来源"
                ),
                at: correction.subject.range,
                help: LocalizedText("add 'source:', the one that shows what is right", "请加上“source:”，写明能证明正确内容的来源")
            )
        }
    }
}
