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
        summary: LocalizedText(
            """
            On each day, a nationality is listed in one group only, and once.
            """,
            "同一天，一个国籍只列入一个国籍组，且只列一次。"
        ),
        why: LocalizedText(
            """
            Whoever belongs to two groups is owed two fees, and nobody can say which of them the bureau will ask for.
            """,
            "同属两个国籍组的人有两种收费，谁也说不清办理机构会按哪一种收。"
        ),
        remedy: LocalizedText(
            """
            Delete it from one of the groups. If it moves from one to the other, give both lists the day.
            """,
            "从其中一个国籍组删除。如果是从一组转到另一组，请在两组的名单上写明日期。"
        ),
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
                        ? LocalizedText(
                            "'\(code)' is in group '\(listing.group)' twice on \(both.start)",
                            "“\(code)”于\(both.start)在国籍组“\(listing.group)”中列了两次"
                        )
                        : LocalizedText(
                            "'\(code)' is in group '\(listing.group)' and in group '\(other.group)' on \(both.start)",
                            """
                            “\(code)”于\(both.start)同时列入国籍组“\(listing.group)”和国籍组\
                            “\(other.group)”
                            """
                        ),
                    at: listing.code.range,
                    notes: [Note(LocalizedText("it is listed here already", "此处已列出"), at: other.code.range)]
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
