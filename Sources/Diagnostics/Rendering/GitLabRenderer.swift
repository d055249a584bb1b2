import CanonicalJSON
import Vocabulary

/// Writes GitLab's code quality report: one list of issues, each with a name of its own that survives line shifts.
///
/// GitLab knows no suppressed issues; those a comment allows to stand are left out.
public struct GitLabRenderer: Sendable {
    /// The only way to write it.
    public init() {}

    /// The list, empty where nothing was found.
    public func render(_ report: Report) -> String {
        let issues = report.named.filter { $0.finding.suppression == nil }
        return JSONValue.array(issues.map { issue($0.finding, $0.fingerprint, in: report) }).pretty + "\n"
    }

    private func issue(_ finding: Diagnostic, _ fingerprint: String, in report: Report) -> JSONValue {
        let path = report.catalog[finding.range.file].path
        let help = finding.help.map { "\n" + report.words.help + report.words.colon + report.scrubbed($0) } ?? ""
        return [
            "type": "issue",
            "check_name": .string(finding.rule.rawValue),
            "description": .string(report.scrubbed(finding.message) + help),
            "categories": ["Bug Risk"],
            "severity": .string(Self.severity(finding.severity)),
            "fingerprint": .string(fingerprint),
            "location": [
                "path": .string(path.hasPrefix("./") ? String(path.dropFirst(2)) : path),
                "lines": [
                    "begin": .integer(Int64(report.position(of: finding.range).line)),
                    "end": .integer(Int64(report.endPosition(of: finding.range).line)),
                ],
            ],
        ]
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .advice: "info"
        case .warning: "minor"
        case .error: "major"
        }
    }
}
