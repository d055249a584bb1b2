public import Diagnostics
import Vocabulary

extension Rule {
    /// A nationality that is not three capital letters.
    public static let malformedNationality = Rule(
        "malformed-nationality",
        summary: LocalizedText(
            """
            A nationality is written as its three-letter code in capitals.
            """,
            "国籍用三个大写字母的代码书写。"
        ),
        why: LocalizedText(
            """
            Two-letter codes and names have several spellings, and NO is read as 'false' by some readers of YAML.
            """,
            "两个字母的代码和国名都有多种写法，“NO”在有些 YAML 程序中会读成“false”。"
        ),
        remedy: LocalizedText(
            """
            Write the ISO 3166-1 alpha-3 code: DEU, NOR, USA.
            """,
            "写 ISO 3166-1 alpha-3 代码，如“DEU”“NOR”“USA”。"
        ),
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
