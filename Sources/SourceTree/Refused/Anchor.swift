internal import Diagnostics

extension Rule {
    /// A value is written where it holds.
    static let anchor = Rule(
        "anchor",
        summary: "A value is written out where it holds; there are no anchors (&name).",
        why: """
            A value that is used elsewhere by its anchor changes two facts when one is edited, and their sources are no \
            longer those of the one who wrote them.
            """,
        remedy: "Remove the anchor, and write the value out wherever it is needed. Quote a text that begins with &.",
        rejected: [RuleExample("receipt:\n  name: ↓&shared {en: receipt}\n")],
        accepted: [RuleExample("receipt:\n  name: {en: \"&shared\"}\n")]
    )
}

extension Diagnostic {
    static func anchor(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .anchor,
            "\(Excerpt(name)) names this value for use elsewhere",
            at: range,
            help: "remove it and write the value out where it is needed; quote a text that begins with '&'"
        )
    }
}
