import Diagnostics
import Vocabulary

extension Rule {
    /// An exception lets something stand.
    static let unusedSuppression = Rule(
        "unused-suppression",
        severity: .warning,
        summary: LocalizedText(
            "An exception stands beside a finding of its rule.",
            "豁免注释旁须确有该规则指出的问题。"
        ),
        why: LocalizedText(
            "One that lets nothing stand is a leftover, and would hide the next finding in its place.",
            "没有对应问题的豁免是遗留之物，还会掩盖今后在此处出现的问题。"
        ),
        remedy: LocalizedText(
            "Delete it; or move it to the end of the line of the finding, or to the line before.",
            "请删除该注释，或移到出现问题的那一行末尾或上一行。"
        ),
        rejected: [
            RuleExample("↓# visafee: allow unused-source until 2027-03-01, because a fact will need it\nrollout: {}"),
            RuleExample(
                """
                sources:
                  # visafee: allow unused-source until 2027-03-01, because a fact will need it
                  leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01}
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01} ↓# visafee: allow unused-source until 2027-03-01, because it is on the wrong line
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  # visafee: allow unused-source until 2027-03-01, because a fact will need it

                  # The guide of the fictional university.
                  leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01}
                """
            )
        ],
        isSuppressible: false
    )
}

extension Diagnostic {
    static func unusedSuppression(_ suppression: Suppression, of rule: RuleID) -> Diagnostic {
        Diagnostic(
            .unusedSuppression,
            LocalizedText(
                "there is no finding of '\(rule)' here for this exception to let stand",
                "此处没有“\(rule)”指出的问题，豁免无从适用"
            ),
            at: suppression.range,
            help: LocalizedText("delete the comment, or move it to the finding", "请删除该注释，或移到问题所在处"),
            fix: Fix(
                LocalizedText("delete the comment", "删除该注释"),
                edits: [TextEdit(suppression.range, replacement: "")],
                isSafe: false
            )
        )
    }
}
