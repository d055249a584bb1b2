internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Digits and Latin letters are the ordinary ones.
    static let fullWidthDigit = Rule(
        "full-width-digit",
        summary: LocalizedText(
            "Digits and Latin letters are the ordinary ones, not the full-width ones of Chinese input methods.",
            "数字和拉丁字母使用半角，不使用中文输入法的全角字符。"
        ),
        why: LocalizedText(
            """
            To a program '１２３６７' is neither a number nor a telephone number, and '０４００' is not '0400'. A search \
            for one does not find the other, and a telephone does not dial it.
            """,
            """
            对程序来说，“１２３６７”既不是数字也不是电话号码，“０４００”也不等于“0400”。搜索其中一个找不到\
            另一个，电话也拨不出去。
            """
        ),
        remedy: LocalizedText(
            "Switch the input method to half width and retype, or take the fix. Full-width punctuation is fine.",
            "把输入法切换为半角后重新输入，或者采用修复。全角标点可以使用。"
        ),
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
            LocalizedText(
                "\(Excerpt(run.text)) is written with full-width characters",
                "“\(Excerpt(run.text).text)”用了全角字符"
            ),
            at: range,
            help: LocalizedText("write \(Excerpt(run.ordinary).text)", "请写成 \(Excerpt(run.ordinary).text)"),
            fix: canFix
                ? Fix(
                    LocalizedText("write ordinary characters", "改为半角字符"),
                    edits: [TextEdit(range, replacement: run.ordinary)],
                    isSafe: true
                )
                : nil
        )
    }
}
