import CityRegistry
import CivilTime
public import Diagnostics
import Divisions
import Vocabulary

/// On each day a nationality belongs to one group and is listed there once.
public enum NationalityIsInOneGroup: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "nationality-in-two-groups",
        summary: """
            On each day, a nationality is listed in one group only, and once.
            """,
        why: """
            Whoever belongs to two groups is owed two fees, and nobody can say which of them the bureau will ask for.
            """,
        remedy: """
            Delete it from one of the groups. If it moves from one to the other, give both lists the day.
            """,
        rejected: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: [USA, GBR], source: notice, confidence: low}
                      - {codes: {undated: [], 2027-01-01: [FRA, ↓GBR]}, source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        ],
        accepted: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: {undated: [USA, GBR], 2027-01-01: USA}, source: notice, confidence: low}
                      - {codes: {undated: [], 2027-01-01: [FRA, GBR]}, source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        ]
    )

    /// A code, the group that lists it, and the days on which it does.
    private struct Listing {
        let group: String
        let code: Located<NationalityCode>
        let days: DateInterval
    }

    /// Compares all listings of each code.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        var earlier: [NationalityCode: [Listing]] = [:]
        for listing in listings(of: file.schedule.groups, from: world.domain.askedFrom) {
            let code = listing.code.value
            for other in earlier[code] ?? [] {
                guard let both = other.days.intersection(listing.days) else { continue }
                findings.report(
                    rule,
                    other.group == listing.group
                        ? "'\(code)' is in group '\(listing.group)' twice on \(both.start)"
                        : "'\(code)' is in group '\(listing.group)' and in group '\(other.group)' on \(both.start)",
                    at: listing.code.range,
                    notes: [Note("it is listed here already", at: other.code.range)]
                )
                break
            }
            earlier[code, default: []].append(listing)
        }
    }

    private static func listings(of groups: [NationalityGroup], from first: CivilDate) -> [Listing] {
        groups.flatMap { group -> [Listing] in
            guard case .records(let records) = group.members else { return [] }
            return records.flatMap { record in
                record.codes.segments(from: first).flatMap { days, codes in
                    (codes ?? []).map { Listing(group: group.id.value, code: $0, days: days) }
                }
            }
        }
    }
}
