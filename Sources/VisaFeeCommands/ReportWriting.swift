import Diagnostics
import ServiceConfig
import Vocabulary

/// Brings a report to where it was asked for: each form alone into its file or onto standard output, talk to standard
/// error.
struct ReportWriting {
    private let destinations: [ReportOptions.Destination]
    private let style: Style
    private let isUnderActions: Bool
    private let summaryFile: String?

    /// The way an options' reports go on this machine; besides other data on standard output, nothing is shown there that
    /// was not asked for.
    init(_ options: ReportOptions, besides hasOtherData: Bool = false) {
        let isUnderActions = Terminal.environment("GITHUB_ACTIONS") == "true"
        let byDefault: ReportFormat = isUnderActions || Terminal.isInteractive ? .human : .compact
        self.destinations =
            options.destinations.isEmpty && !hasOtherData
            ? [ReportOptions.Destination(format: byDefault, file: nil)] : options.destinations
        self.style = options.color.style
        self.isUnderActions = isUnderActions && options.destinations.isEmpty && !hasOtherData
        self.summaryFile = Terminal.environment("GITHUB_STEP_SUMMARY").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Writes every form; a file that cannot be written keeps none of the others from being written.
    func write(_ report: Report, of run: ReportedRun) throws(Failure) {
        let tally = report.tally.sentence(in: report.language)
        var failures: [Failure] = []
        if let shown = destinations.first(where: { $0.file == nil }) { try show(report, as: shown.format, of: run) }
        for destination in destinations {
            guard let file = destination.file else { continue }
            do throws(Failure) {
                try OutputFile(file).write(Array(destination.format.render(report, of: run).utf8))
                Terminal.say("wrote \(destination.format.rawValue) to \(file)")
            } catch {
                failures.append(error)
            }
        }
        // People's own form ends with the tally; beside every other it is said.
        if !destinations.contains(where: { $0.file == nil && $0.format == .human }) { Terminal.say(tally) }
        do throws(Failure) {
            try summarize(report, of: run)
        } catch {
            failures.append(error)
        }
        guard failures.isEmpty else {
            throw .couldNot(failures.map(\.description).joined(separator: "\nvisafee: "))
        }
    }

    private func show(_ report: Report, as format: ReportFormat, of run: ReportedRun) throws(Failure) {
        let text = format.render(report, of: run, style: style)
        guard isUnderActions else { return try Terminal.write(text) }
        // What a file says must not be taken for a command: commands are stopped until a word nobody could foresee.
        let word = sha256(Array(text.utf8)).description
        try Terminal.write("::stop-commands::\(word)\n\(text)\n::\(word)::")
        try Terminal.write(ReportFormat.github.render(report, of: run))
    }

    /// Adds the table to the summary of a GitHub job, where there is one and annotations are written.
    private func summarize(_ report: Report, of run: ReportedRun) throws(Failure) {
        guard let summaryFile, isUnderActions || destinations.contains(where: { $0.format == .github }) else { return }
        try OutputFile(summaryFile).append(Array((ReportFormat.markdown.render(report, of: run) + "\n").utf8))
    }
}
