internal import Diagnostics

extension Rule {
    /// A file's findings are reported up to a number a person can read.
    static let tooManyFindings = Rule(
        "too-many-findings",
        summary: "At most 200 findings of one file are reported at once.",
        why: """
            Whoever has so many findings in one file has one cause to mend first, and a list of thousands would bury \
            the findings of all other files.
            """,
        remedy: "Mend what is reported, then check again.",
        rejected: [],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func tooManyFindings(leavingOut count: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tooManyFindings,
            "there are more than \(Limits.findings) findings in this file; \(count) of them \(count == 1 ? "is" : "are") left out",
            at: range,
            help: "mend these, then check again"
        )
    }
}
