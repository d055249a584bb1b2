public import Diagnostics

extension Rule {
    /// A nationality that is not three capital letters.
    public static let malformedNationality = Rule(
        "malformed-nationality",
        summary: """
            A nationality is written as its three-letter code in capitals.
            """,
        why: """
            Two-letter codes and names have several spellings, and NO is read as 'false' by some readers of YAML.
            """,
        remedy: """
            Write the ISO 3166-1 alpha-3 code: DEU, NOR, USA.
            """,
        rejected: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: [↓us, ↓Germany], source: notice, confidence: low}
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
                      - {codes: [USA, DEU], source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        ]
    )
}
