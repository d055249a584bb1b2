internal import Diagnostics

extension Rule {
    /// A file holds only so many values.
    static let tooManyNodes = Rule(
        "too-many-nodes",
        summary: "A registry file holds at most 500,000 values.",
        why: """
            A city's file has some seven hundred values. A file with a thousand times as many is no record of a city, \
            and would take the memory that the other files need.
            """,
        remedy: "Remove the file from the registry's folder, or split it into one file per city.",
        rejected: [],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func tooManyNodes(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .tooManyNodes,
            "the file holds more than \(Limits.nodes) values; the rest of it is not read",
            at: range,
            help: "split it into one file per city"
        )
    }
}
