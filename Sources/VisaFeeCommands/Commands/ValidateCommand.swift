import ArgumentParser
import CityRegistry
import CivilTime
import Diagnostics
import FoundationEssentials
import Glibc
import RegistryEditing
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

            FIXES
              --fix changes the files that have findings with a fix, and nothing else in them:
              comments, order and quotes stay. No file gets more errors than it had, and
              none is written where any changed in the meantime. What is left is reported.
                visafee validate cities --fix --diff          show the changes, write nothing
                visafee validate cities --fix                 what can only have been meant
                visafee validate cities --fix=all             guesses too: look at the result

            CHANGES
              With --against REF the registry is also held against what it was at a commit: what
              it said of days gone by may only change with a correction. With --changed only
              what has changed since --base is checked, and whatever depends on it.
                visafee validate cities --against origin/main
                visafee validate cities --changed --base origin/main

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

    @Argument(
        help: ArgumentHelp(
            "A registry's folder, or files of one registry; '-' is standard input. (default: cities)",
            valueName: "paths"
        )
    )
    private var named: [String] = []

    @OptionGroup
    var reports: ReportOptions

    @Option(help: "The least severity that fails the run: error, warning, advice or none.")
    var failOn: FailOn = .error

    @Option(help: "The day for which exceptions and the age of facts are judged, YYYY-MM-DD. (default: none)")
    var asOf: CivilDate?

    @OptionGroup
    var fixes: FixOptions

    @OptionGroup
    var changes: ChangeOptions

    @OptionGroup
    var speech: LanguageOption

    @Option(name: .customLong("stdin-filename"), help: "The path that standard input stands in for.")
    var stdinFilename: String?

    @OptionGroup
    var tables: TableOptions

    /// What to look at, a path that stands behind `--fix` among it.
    private var paths: [String] {
        let paths = named + [fixes.path].compactMap(\.self)
        return paths.isEmpty ? ["cities"] : paths
    }

    func validate() throws {
        if paths.contains("-"), stdinFilename == nil {
            throw ValidationError("'-' needs --stdin-filename: which file of the registry is it?")
        }
        if !paths.contains("-"), stdinFilename != nil {
            throw ValidationError("--stdin-filename goes with '-': nothing is read from standard input")
        }
        if let path = fixes.path, path != "-", access(path, F_OK) != 0 {
            throw ValidationError("--fix takes 'safe' or 'all', and there is no file or folder '\(Echo.safe(path))'")
        }
        if paths.contains("-"), fixes.extent != nil, !fixes.diff {
            throw ValidationError("standard input cannot be mended: name the file, or add --diff to see the change")
        }
        if fixes.diff, reports.destinations.contains(where: { $0.file == nil }) {
            throw ValidationError("the diff goes to standard output: write --output FILE after --format")
        }
    }

    func run() throws {
        try Terminal.run {
            let (folder, wanted) = try read()
            try refuseOutputs(amidst: folder.catalog)
            let isWanted = { (path: String) in wanted?.contains(path) ?? true }
            let (catalog, here) = try mended(folder.catalog, where: isWanted)
            let found = try ValidatedChange(changes, of: folder.folder, on: asOf).findings(
                in: catalog,
                found: here,
                unsaved: Set([stdinFilename].compactMap(\.self)),
                by: tables.validator()
            )
            let findings = found.filter { isWanted(catalog[$0.range.file].path) }
            let report = Report(
                asOf.map { Suppressions.judged(findings, on: $0) } ?? findings,
                in: catalog,
                language: speech.language
            )
            let run = run(for: report, troubles: folder.troubles)
            for trouble in folder.troubles { Terminal.say("visafee: \(trouble)") }
            try ReportWriting(reports, besides: fixes.diff).write(report, of: run)
            if run.exitCode != 0 { throw ExitCode(run.exitCode) }
            if fixes.diff, zip(catalog.files, folder.catalog.files).contains(where: { $0.bytes != $1.bytes }) {
                throw ExitCode.difference
            }
        }
    }

    /// A report never takes the place of a file that it is about.
    private func refuseOutputs(amidst catalog: SourceCatalog) throws {
        let files = Set(catalog.files.map { URL(filePath: $0.path).resolvingSymlinksInPath().path })
        for output in reports.destinations.compactMap(\.file)
        where files.contains(URL(filePath: output).resolvingSymlinksInPath().path) {
            throw Failure(
                description:
                    "--output \(Echo.safe(output)) is a file of the registry: name another, nothing was written",
                code: .usage
            )
        }
    }

    /// The registry and what is found in it, after the fixes that were asked for.
    private func mended(
        _ catalog: SourceCatalog,
        where isWanted: (String) -> Bool
    ) throws -> (SourceCatalog, [Diagnostic]) {
        let validator = try tables.validator()
        guard let extent = fixes.extent else {
            return (catalog, changes.changed ? [] : validator.findings(in: catalog))
        }
        let mending = Mending(catalog, extent: extent, mayChange: isWanted, judge: validator.findings(in:))
        let changes = mending.changes(from: catalog)
        if fixes.diff {
            for change in changes { try Terminal.write(UnifiedDiff(from: change.before, to: change.after).bytes) }
        } else {
            try EditedFiles(changes).write()
        }
        Terminal.say(MendingSentences(mending, isWritten: !fixes.diff, extent: extent).text)
        return (mending.catalog, mending.findings)
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
