public import CityRegistry
public import Diagnostics
import Divisions
import Vocabulary

/// What a document's code stands for is the same in the registry and for an applicant who types it.
public enum DocumentCodesAgree: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "document-code-differs",
        summary: LocalizedText(
            """
            A code that passports carry instead of a country's three letters stands for the nationality the program takes \
            it for.
            """,
            "护照上代替三字母代码的证件代码，所对应的国籍须与程序识别的一致。"
        ),
        why: LocalizedText(
            """
            An applicant types what the passport shows. If the registry and the program disagree about it, the answer is \
            for somebody else.
            """,
            "申请人按护照上印的代码填写。信息库与程序对该代码的理解不一致时，答复就不是给本人的。"
        ),
        remedy: LocalizedText(
            """
            Correct the alias; a code the program does not know is added to its table of nationalities first.
            """,
            "更正别名；程序尚不认识的证件代码，应先补入国籍表。"
        ),
        rejected: [
            RuleExample(
                in: .registry,
                """
                nationalities:
                  alias: {D: ↓FRA, ↓Q: DEU}
                  not-foreign: [CHN, HKG, MAC, TWN]
                  source: notice
                  confidence: high
                """
            )
        ],
        accepted: [
            RuleExample(
                in: .registry,
                """
                nationalities:
                  alias: {D: DEU}
                  not-foreign: [CHN, HKG, MAC, TWN]
                  source: notice
                  confidence: high
                """
            )
        ]
    )

    /// Compares each alias with the program's table.
    public static func check(_ settings: Settings, in world: World, _ findings: inout Findings) {
        for (document, code) in settings.nationalities.aliases where world.nationalities[code.value] != nil {
            guard let known = DocumentCodes.nationality(document.value) else {
                findings.report(
                    rule,
                    LocalizedText(
                        "the program does not know the document code '\(document.value)'",
                        "程序不认识证件代码“\(document.value)”"
                    ),
                    at: document.range
                )
                continue
            }
            guard known != code.value else { continue }
            findings.report(
                rule,
                LocalizedText(
                    "'\(document.value)' stands for \(code.value) here, and for \(known) in the program",
                    "“\(document.value)”在此处对应“\(code.value)”，在程序中对应“\(known)”"
                ),
                at: code.range,
                help: LocalizedText("write \(known)", "应写 \(known)"),
                comparison: Comparison(
                    Comparison.Term("nationalities.alias.\(document.value)", "\(code.value)"),
                    .equal,
                    Comparison.Term("document-codes.\(document.value)", "\(known)")
                )
            )
        }
    }
}
