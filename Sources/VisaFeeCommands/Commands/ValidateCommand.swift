import ArgumentParser
import CityRegistry
import CivilTime
import Diagnostics
import RegistryRules
import SourceTree

/// `visafee validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a registry, and report everything that is wrong with it in one run.",
        discussion: """
            A registry is valid or not by its bytes alone: not by the day, the machine or the folder it lies in.

            EXAMPLES
              visafee validate cities
              visafee validate cities/guangzhou.yaml          what concerns this file; its registry is read with it
              visafee validate - --stdin-filename cities/guangzhou.yaml < unsaved.yaml
              visafee validate cities --format json

            REPORTS
              Each --output is the file of the --format before it. One form at most has no
              file and is alone on standard output; the tally and other talk are on standard
              error.
                visafee validate cities --format human --format sarif --output findings.sarif
                visafee validate cities --format junit -o junit.xml --format gitlab -o quality.json
              json is described by 'visafee schema findings'. Under GitHub Actions findings are
              shown as annotations too, and as a table in the summary of the job.

            EXCEPTIONS
              A warning, advice, or an error of those rules that say so in 'visafee explain'
              can be let stand for a while by a comment at the end of its line or on the line
              before:
                # visafee: allow unused-source until 2027-03-01, because a fact will need it
              Such findings are counted apart and fail no run. With --as-of DATE an exception
              that has run out no longer holds; without it only the tally names the day.
            """
    )

    /// From which severity on findings fail the run.
    enum FailOn: String, CaseIterable, ExpressibleByArgument {
        case none, advice, warning, error

        /// The least severity that fails the run.
        var severity: Severity? { Severity(rawValue: rawValue) }
    }

    @Argument(help: "A registry's folder, or files of one registry; '-' is standard input.")
    var paths: [String] = ["cities"]

    @OptionGroup
    var reports: ReportOptions

    @Option(help: "The least severity that fails the run: error, warning, advice or none.")
    var failOn: FailOn = .error

    @Option(help: "The day for which exceptions are judged, YYYY-MM-DD. (default: none, and all of them hold)")
    var asOf: CivilDate?

    @OptionGroup
    var speech: LanguageOption

    @Option(name: .customLong("stdin-filename"), help: "The path that standard input stands in for.")
    var stdinFilename: String?

    @OptionGroup
    var tables: TableOptions

    func validate() throws {
        if paths.contains("-"), stdinFilename == nil {
            throw ValidationError("'-' needs --stdin-filename: which file of the registry is it?")
        }
        if !paths.contains("-"), stdinFilename != nil {
            throw ValidationError("--stdin-filename goes with '-': nothing is read from standard input")
        }
    }

    func run() throws {
        try Terminal.run {
            let (folder, wanted) = try read()
            let catalog = folder.catalog
            let found = try tables.validator().findings(in: catalog)
            let findings = found.filter { wanted?.contains(catalog[$0.range.file].path) ?? true }
            let report = Report(
                asOf.map { Suppressions.judged(findings, on: $0) } ?? findings,
                in: catalog,
                language: speech.language
            )
            let run = run(for: report, troubles: folder.troubles)
            for trouble in folder.troubles { Terminal.say("visafee: \(trouble)") }
            try ReportWriting(reports).write(report, of: run)
            if run.exitCode != 0 { throw ExitCode(run.exitCode) }
        }
    }

    /// What a report says of this run.
    private func run(for report: Report, troubles: [String]) -> ReportedRun {
        let run = ReportedRun(
            version: VisaFee.version,
            rules: RuleCatalog.all,
            failsFrom: failOn.severity,
            troubles: troubles,
            exitCode: 0
        )
        let code: ExitCode =
            !troubles.isEmpty ? .couldNot : report.diagnostics.contains(where: run.fails) ? .findings : .success
        return run.ending(with: code.rawValue)
    }

    /// The files to read, and those of them that are asked about; nothing where it is all of them.
    private func read() throws -> (RegistryFolder, wanted: Set<String>?) {
        let folders = paths.filter { Self.isFolder($0) }
        if folders.count == 1, paths.count == 1 { return try (RegistryFolder(folders[0]), nil) }
        guard folders.isEmpty else {
            throw Failure.couldNot("name one registry's folder, or files of one registry, and not both")
        }
        let files = paths.map { $0 == "-" ? stdinFilename ?? $0 : $0 }
        let homes = Set(files.map(RegistryFolder.folder(of:)))
        guard homes.count == 1, let home = homes.first else {
            throw Failure.couldNot("these files lie in \(homes.count) folders: check one registry at a time")
        }
        let input =
            try paths.contains("-")
            ? [SourceFile(path: stdinFilename ?? "-", bytes: RegistryFolder.standardInput())] : []
        let folder = try RegistryFolder(home, replacing: input)
        for file in files where !folder.catalog.files.contains(where: { $0.path == file }) {
            throw Failure.couldNot("\(file) is not a file of the registry in \(home)")
        }
        return (folder, Set(files))
    }

    private static func isFolder(_ path: String) -> Bool {
        path != "-" && !path.hasSuffix(".yaml")
    }
}
