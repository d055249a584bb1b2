import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A membership that begins on a day says who belonged before.
public enum MembershipsSayBefore: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "membership-without-undated",
        summary: LocalizedText(
            """
            The members of a group are known from 'asked-from' on: a list that begins later says who belonged before.
            """,
            "国籍组的成员从“asked-from”那天起就应明确：起始日期更晚的名单，要写明此前的成员。"
        ),
        why: LocalizedText(
            """
            Without 'undated' a fact is unknown before its first date. Whoever is not known to belong to a group would \
            be charged as everyone else, which is a price made of not knowing.
            """,
            """
            没有“undated”，第一个日期之前的信息就是未知。不能确定属于某一国籍组的人，会按其余国籍收费，这样\
            的价格是由于不知情而得出的。
            """
        ),
        remedy: LocalizedText(
            """
            Add 'undated:' with the codes that belonged before the first date; write 'undated: []' where nobody did.
            """,
            "加上“undated:”，写明第一个日期之前的成员代码；此前没有成员的，写“undated: []”。"
        ),
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
                    LocalizedText(
                        "these members of '\(group.id.value)' are known from \(first) on, and not from "
                            + "\(world.domain.askedFrom) on",
                        "“\(group.id.value)”的这些成员从\(first)起才明确，应从\(world.domain.askedFrom)起明确"
                    ),
                    at: record.range,
                    help: LocalizedText(
                        "add 'undated:' before \(first); write 'undated: []' where nobody belonged before",
                        "请在\(first)之前加上“undated:”；此前没有成员的，写“undated: []”"
                    )
                )
            }
        }
    }
}
