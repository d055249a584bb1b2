/// What a report for other programs says of the run it comes from.
public struct ReportedRun: Sendable {
    /// The program's version.
    public let version: String
    /// Every rule there is, for their texts.
    public let rules: [Rule]
    /// The least severity that fails the run; nothing where none does.
    public let failsFrom: Severity?
    /// What kept the run from looking at everything, in words.
    public let troubles: [String]
    /// The program's exit code.
    public let exitCode: Int32

    /// What there is to say of a run.
    public init(
        version: String,
        rules: [Rule],
        failsFrom: Severity? = .error,
        troubles: [String] = [],
        exitCode: Int32 = 0
    ) {
        self.version = version
        self.rules = rules
        self.failsFrom = failsFrom
        self.troubles = troubles
        self.exitCode = exitCode
    }

    /// The same run with another exit code.
    public func ending(with exitCode: Int32) -> ReportedRun {
        ReportedRun(version: version, rules: rules, failsFrom: failsFrom, troubles: troubles, exitCode: exitCode)
    }

    /// Whether a finding fails the run.
    public func fails(_ finding: Diagnostic) -> Bool {
        guard let failsFrom, finding.suppression == nil else { return false }
        return finding.severity >= failsFrom
    }

    /// The rule with this id.
    func rule(_ id: RuleID) -> Rule? {
        rules.first { $0.id == id }
    }
}
