import CityRegistry
public import Diagnostics

/// The groups of a schedule hold every nationality.
public enum GroupsHoldEverybody: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "nationality-without-group",
        summary: """
            Exactly one group of a schedule has 'members: everyone-else'.
            """,
        why: """
            Countries come and go, and no list of them is complete. The group of everyone else makes sure that whoever \
            asks belongs somewhere; a second one would leave open where.
            """,
        remedy: """
            Give one group 'members: everyone-else', and list the members of all others.
            """,
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
                "no group of this schedule holds everyone else",
                at: groups.last?.id.range ?? file.schedule.id.range,
                help: "add a group with 'members: everyone-else'"
            )
        }
        for place in places.dropFirst() {
            findings.report(
                rule,
                "a second group holds everyone else",
                at: place,
                notes: [Note("this one does already", at: places[0])],
                help: "list its members"
            )
        }
    }
}
