import Diagnostics
import Vocabulary

extension Rule {
    /// An exception has not run out.
    static let expiredSuppression = Rule(
        "expired-suppression",
        severity: .warning,
        summary: LocalizedText(
            "On the day that 'visafee validate --as-of' names, no exception has run out.",
            "在“visafee validate --as-of”所指定的日期，豁免尚未到期。"
        ),
        why: LocalizedText(
            """
            From its day on the finding counts again. Whether a registry is valid depends on its bytes alone, so without \
            '--as-of' an exception goes on holding, and the tally names the first day on which one ends.
            """,
            "自截止日期起，该问题重新计入。信息库是否有效只取决于文件内容，因此不带“--as-of”时豁免继续有效，统计行会注明最早的到期日。"
        ),
        remedy: LocalizedText(
            "Mend what was let stand. If it still may stand, write a later day, and why.",
            "请改正当初豁免的问题；如仍需豁免，请写明新的日期和理由。"
        ),
        rejected: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  ↓# visafee: allow unused-source until 2026-01-01, because a fact will need it
                  leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  # visafee: allow unused-source until 2199-01-01, because a fact will need it
                  leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01}
                """
            )
        ],
        isSuppressible: false
    )
}

extension Diagnostic {
    static func expiredSuppression(_ suppression: Suppression, of rule: RuleID) -> Diagnostic {
        Diagnostic(
            .expiredSuppression,
            LocalizedText(
                "this exception from '\(rule)' ended on \(suppression.until)",
                "此处对“\(rule)”的豁免已于\(suppression.until)到期"
            ),
            at: suppression.range,
            help: LocalizedText(
                "mend what it let stand, or write a later day and why",
                "请改正当初豁免的问题，或写明新的日期和理由"
            )
        )
    }
}
