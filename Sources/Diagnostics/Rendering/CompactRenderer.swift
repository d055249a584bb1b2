/// Writes one line for each finding, `path:line:column: error[rule]: message`, as editors and `grep` expect it.
public struct CompactRenderer: Sendable {
    /// The only way to write it.
    public init() {}

    /// One line for each finding; nothing at all when there is none.
    public func render(_ report: Report) -> String {
        report.diagnostics.map { diagnostic in
            let place = report.place(of: diagnostic.range)
            let message = report.printable(diagnostic.message)
            return "\(place): \(diagnostic.severity.rawValue)[\(diagnostic.rule)]: \(message)\n"
        }.joined()
    }
}
