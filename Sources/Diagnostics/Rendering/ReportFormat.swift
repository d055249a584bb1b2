/// The form of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// Excerpts with the place marked, for people.
    case human
    /// One line for each finding: `file:line:column: error[rule]: message`.
    case compact
    /// One document with `formatVersion`, for programs.
    case json
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// JUnit's XML as Jenkins reads it, for test reports.
    case junit
    /// Workflow commands that GitHub shows as annotations beside the lines.
    case github
    /// GitLab's code quality report.
    case gitlab
    /// A table, for the comment on a change.
    case markdown

    /// A report in this form; `style` is for people at a terminal.
    public func render(_ report: Report, of run: ReportedRun, style: Style = .plain) -> String {
        switch self {
        case .human: HumanRenderer(style: style).render(report)
        case .compact: CompactRenderer().render(report)
        case .json: JSONRenderer().render(report)
        case .sarif: SARIFRenderer(run).render(report)
        case .junit: JUnitRenderer(run).render(report)
        case .github: GitHubRenderer().render(report)
        case .gitlab: GitLabRenderer().render(report)
        case .markdown: MarkdownRenderer().render(report)
        }
    }
}
