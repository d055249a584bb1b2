internal import Diagnostics

extension Rule {
    /// Digits and Latin letters are the ordinary ones.
    static let fullWidthDigit = Rule(
        "full-width-digit",
        summary: "Digits and Latin letters are the ordinary ones, not the full-width ones of Chinese input methods.",
        why: """
            To a program '１２３６７' is neither a number nor a telephone number, and '０４００' is not '0400'. A search \
            for one does not find the other, and a telephone does not dial it.
            """,
        remedy: "Switch the input method to half width and retype, or take the fix. Full-width punctuation is fine.",
        rejected: [
            RuleExample("bureau:\n  phones: [\"↓０１０-84015292\"]\n"),
            RuleExample("receipt:\n  name: {zh: 签证↓Ｖisa回执}\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: {zh: 签证（Visa）回执}  # not １２\n")]
    )
}

extension Diagnostic {
    static func fullWidth(_ run: FullWidthRun, canFix: Bool, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .fullWidthDigit,
            "\(Excerpt(run.text)) is written with full-width characters",
            at: range,
            help: "write \(Excerpt(run.ordinary).text)",
            fix: canFix
                ? Fix("write ordinary characters", edits: [TextEdit(range, replacement: run.ordinary)], isSafe: true)
                : nil
        )
    }
}
