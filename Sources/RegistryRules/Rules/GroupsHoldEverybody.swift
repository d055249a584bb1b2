import CityRegistry
public import Diagnostics
import Vocabulary

/// The groups of a schedule hold every nationality.
public enum GroupsHoldEverybody: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "nationality-without-group",
        summary: LocalizedText(
            """
            Exactly one group of a schedule has 'members: everyone-else'.
            """,
            "每个收费标准中，有且只有一个国籍组写“members: everyone-else”。"
        ),
        why: LocalizedText(
            """
            Countries come and go, and no list of them is complete. The group of everyone else makes sure that whoever \
            asks belongs somewhere; a second one would leave open where.
            """,
            """
            国家会有变动，没有一份名单是完整的。容纳其余所有国籍的国籍组保证每个申请人都有归属；如果有两个\
            这样的国籍组，就不知道归属哪一个。
            """
        ),
        remedy: LocalizedText(
            """
            Give one group 'members: everyone-else', and list the members of all others.
            """,
            "让一个国籍组写“members: everyone-else”，其他国籍组都列出成员。"
        ),
        rejected: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  ↓special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: [USA, GBR], source: notice, confidence: low}
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates: {fee: 400}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: high
                    rates: {fee: 160}
                """
            ),
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  ordinary:
                    name: {en: all countries, zh: 所有国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                  others:
                    name: {en: all other countries, zh: 其他国家}
                    members: ↓everyone-else
                    source: notice
                    confidence: medium
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates: {fee: 400}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: high
                    rates: {fee: 160}
                """
            ),
        ],
        accepted: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: [USA], source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        ]
    )

    /// Counts the groups of everyone else.
    public static func check(_ file: ScheduleFile, in _: World, _ findings: inout Findings) {
        let groups = file.schedule.groups
        let places = groups.compactMap { group in
            if case .everyoneElse(let place) = group.members { place } else { nil }
        }
        if places.isEmpty {
            findings.report(
                rule,
                LocalizedText("no group of this schedule holds everyone else", "本收费标准中没有容纳其余所有国籍的国籍组"),
                at: groups.last?.id.range ?? file.schedule.id.range,
                help: LocalizedText(
                    "add a group with 'members: everyone-else'",
                    "请加上一个写有“members: everyone-else”的国籍组"
                )
            )
        }
        for place in places.dropFirst() {
            findings.report(
                rule,
                LocalizedText("a second group holds everyone else", "又有一个国籍组容纳其余所有国籍"),
                at: place,
                notes: [Note(LocalizedText("this one does already", "此处已有这样的国籍组"), at: places[0])],
                help: LocalizedText("list its members", "请列出其成员")
            )
        }
    }
}
