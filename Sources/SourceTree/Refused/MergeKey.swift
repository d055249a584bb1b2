internal import Diagnostics

extension Rule {
    /// A group is written out.
    static let mergeKey = Rule(
        "merge-key",
        summary: "A group is written out; there is no merge key (<<).",
        why: """
            In YAML 1.1 `<<` copies the entries of another group into this one; in YAML 1.2 it is a key like any other. \
            Half of the readers would see a channel without its methods.
            """,
        remedy: "Write the entries out.",
        rejected: [RuleExample("receipt:\n  ↓<<: {name: unknown}\n  format: unknown\n")],
        accepted: [RuleExample("receipt:\n  name: unknown\n  format: unknown\n")]
    )
}

extension Diagnostic {
    static func mergeKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .mergeKey,
            "'<<' copies another group's entries in YAML 1.1, and is an ordinary key in YAML 1.2",
            at: range,
            help: "write the entries out"
        )
    }
}
