import Diagnostics
import Vocabulary

extension Rule {
    /// An exception says why.
    static let suppressionWithoutReason = Rule(
        "suppression-without-reason",
        summary: LocalizedText(
            "Whoever lets a finding stand says why, after 'because'.",
            "豁免某处问题时，须在“because”之后写明理由。"
        ),
        why: LocalizedText(
            """
            Without the reason nobody who comes later can tell whether it still holds, and an exception becomes a habit.
            """,
            "没有理由，后来的人无从判断它是否仍然成立，例外就会变成惯例。"
        ),
        remedy: LocalizedText(
            "Write what makes this place different, and who has found that out.",
            "请写明此处为何例外，以及由谁核实。"
        ),
        rejected: [
            RuleExample("↓# visafee: allow unused-source until 2027-03-01\nrollout: {}"),
            RuleExample("rollout: {}          ↓# visafee: allow unused-source until 2027-03-01, because ..."),
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  # visafee: allow unused-source until 2027-03-01, because its fee table is still to be read
                  leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01}
                """
            )
        ]
    )
}

extension Diagnostic {
    static func suppressionWithoutReason(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .suppressionWithoutReason,
            LocalizedText("this exception gives no reason", "此豁免没有写明理由"),
            at: range,
            help: LocalizedText(
                "write ', because' after the day, and the reason in words",
                "请在日期之后写上“, because”，再用文字写明理由"
            )
        )
    }
}
