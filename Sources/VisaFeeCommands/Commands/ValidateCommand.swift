import ArgumentParser
import CityRegistry
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
            """
    )

    /// The form of a report.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// Excerpts with the place marked, for people.
        case human
        /// One line for each finding: `file:line:column: error[rule]: message`.
        case compact
        /// One document, for programs.
        case json
    }

    /// From which severity on findings fail the run.
    enum FailOn: String, CaseIterable, ExpressibleByArgument {
        case none, advice, warning, error
    }

    @Argument(help: "A registry's folder, or files of one registry; '-' is standard input.")
    var paths: [String] = ["cities"]

    @Option(help: "The form of the report: human, compact or json. (default: human on a terminal, else compact)")
    var format: Format?

    @Option(help: "The least severity that fails the run: error, warning, advice or none.")
    var failOn: FailOn = .error

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

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
            let report = Report(findings, in: catalog, language: speech.language)
            try write(report)
            for trouble in folder.troubles { Terminal.say("visafee: \(trouble)") }
            if !folder.troubles.isEmpty { throw ExitCode.couldNot }
            if report.diagnostics.contains(where: fails) { throw ExitCode.findings }
        }
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

    private func write(_ report: Report) throws {
        switch format ?? (Terminal.isInteractive ? .human : .compact) {
        case .human: try Terminal.write(HumanRenderer(style: color.style).render(report))
        case .compact:
            try Terminal.write(CompactRenderer().render(report))
            Terminal.say(report.tally.sentence(in: report.language))
        case .json: try Terminal.write(JSONRenderer().render(report))
        }
    }

    private func fails(_ finding: Diagnostic) -> Bool {
        switch failOn {
        case .none: false
        case .advice: true
        case .warning: finding.severity >= .warning
        case .error: finding.severity == .error
        }
    }
}
