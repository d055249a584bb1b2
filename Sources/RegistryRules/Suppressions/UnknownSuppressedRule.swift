import Diagnostics
import Divisions
import SourceTree
import Vocabulary

extension Rule {
    /// An exception is one from a rule there is.
    static let unknownSuppressedRule = Rule(
        "unknown-suppressed-rule",
        summary: LocalizedText(
            "An exception names a rule that there is, as it stands between brackets in a report.",
            "豁免所写的规则名必须存在，与报告方括号中的名称一致。"
        ),
        why: LocalizedText(
            "With a misspelt name it allows nothing, and nobody would notice before the finding is looked at again.",
            "规则名写错时不会产生任何豁免，而且直到再次查看该问题时才会被发现。"
        ),
        remedy: LocalizedText("See 'visafee rules' for the names.", "规则名见“visafee rules”。"),
        rejected: [
            RuleExample("# visafee: allow ↓unused-sorce until 2027-03-01, because a fact will need it\nrollout: {}"),
            RuleExample("# visafee: allow ↓all until 2027-03-01, because it is in a hurry\nrollout: {}"),
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  leftover: {kind: guide, address: example.test/left, retrieved: 2025-12-01} # visafee: allow unused-source until 2027-03-01, because a fact will need it
                """
            )
        ]
    )
}

extension Diagnostic {
    static func unknownSuppressedRule(_ word: String, at range: SourceRange) -> Diagnostic {
        let names = RuleCatalog.all.filter(\.isSuppressible).map(\.id.rawValue)
        let near = Spelling.nearest(to: word, among: names).first
        return Diagnostic(
            .unknownSuppressedRule,
            LocalizedText(
                "there is no rule '\(Excerpt(word).text)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
                "没有规则“\(Excerpt(word).text)”" + (near.map { "，是否指“\($0)”？" } ?? "")
            ),
            at: range,
            help: LocalizedText("'visafee rules' lists them", "规则名见“visafee rules”"),
            fix: near.map { name in
                Fix(
                    LocalizedText("write '\(name)'", "改为“\(name)”"),
                    edits: [TextEdit(range, replacement: name)],
                    isSafe: false
                )
            }
        )
    }
}
