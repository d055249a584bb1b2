internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A file's findings are reported up to a number a person can read.
    static let tooManyFindings = Rule(
        "too-many-findings",
        summary: LocalizedText("At most 200 findings of one file are reported at once.", "每个文件一次最多报告200个问题。"),
        why: LocalizedText(
            """
            Whoever has so many findings in one file has one cause to mend first, and a list of thousands would bury \
            the findings of all other files.
            """,
            "一个文件里问题这么多，必有一个原因要先解决；列出几千个问题，只会把其他文件的问题淹没。"
        ),
        remedy: LocalizedText("Mend what is reported, then check again.", "先改正已报告的问题，再重新检查。"),
        rejected: [],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func tooManyFindings(leavingOut count: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tooManyFindings,
            LocalizedText(
                "there are more than \(Limits.findings) findings in this file; \(count) of them \(count == 1 ? "is" : "are") left out",
                "本文件的问题超过\(Limits.findings)个，其中\(count)个没有列出"
            ),
            at: range,
            help: LocalizedText("mend these, then check again", "请先改正这些问题，再重新检查")
        )
    }
}
