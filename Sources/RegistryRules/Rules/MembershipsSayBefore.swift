import CityRegistry
import CivilTime
public import Diagnostics

/// A membership that begins on a day says who belonged before.
public enum MembershipsSayBefore: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "membership-without-undated",
        summary: """
            The members of a group are known from 'asked-from' on: a list that begins later says who belonged before.
            """,
        why: """
            Without 'undated' a fact is unknown before its first date. Whoever is not known to belong to a group would \
            be charged as everyone else, which is a price made of not knowing.
            """,
        remedy: """
            Add 'undated:' with the codes that belonged before the first date; write 'undated: []' where nobody did.
            """,
        rejected: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - ↓{codes: {2027-06-01: [USA]}, source: notice, confidence: low}
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
                      - {codes: {undated: [], 2027-06-01: [USA]}, source: notice, confidence: low}
                      - {codes: {2000-01-01: [GBR]}, source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        ]
    )

    /// Looks for days that are asked about and come before a list's first date.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        for group in file.schedule.groups {
            guard case .records(let records) = group.members else { continue }
            for record in records where record.codes.value(on: world.domain.askedFrom) == nil {
                guard let first = record.codes.boundaries.first else { continue }
                findings.report(
                    rule,
                    "these members of '\(group.id.value)' are known from \(first) on, and not from "
                        + "\(world.domain.askedFrom) on",
                    at: record.range,
                    help: "add 'undated:' before \(first); write 'undated: []' where nobody belonged before"
                )
            }
        }
    }
}
