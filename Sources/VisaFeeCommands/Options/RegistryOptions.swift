import ArgumentParser
import Diagnostics
import Divisions
import RegistryRules
import ServiceConfig
import Vocabulary

/// Which registry a command works on.
struct RegistryOptions: ParsableArguments {
    @Option(help: "The registry's folder.")
    var registry = "cities"

    @OptionGroup
    var tables: TableOptions
}

extension CompletionKind {
    /// The cities that can be asked about.
    static let cities = CompletionKind.custom { _, _, _ in DivisionTable.embedded.all.map(\.slug) }

    /// The services of the registry in its usual folder; none where that cannot be used.
    static let services = CompletionKind.custom { _, _, _ in
        guard let options = try? RegistryOptions.parse([]), let content = try? RegistryLoading(options).loaded(),
            let config = DivisionTable.embedded.all.lazy.compactMap({ content.config(of: $0.slug) }).first
        else { return [] }
        return config.services.map(\.id)
    }
}

/// Which tables of divisions are used.
struct TableOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A table of divisions to use instead of the program's own (for tests and benchmarks).",
            visibility: .hidden
        )
    )
    var divisions: String?

    /// The finder for names of divisions.
    func finder() throws -> DivisionFinder {
        guard let divisions else { return .embedded }
        do {
            let table = try DivisionTable(csv: RegistryFolder.bytes(at: divisions, upTo: OutputFolder.fileLimit))
            return try DivisionFinder(table)
        } catch let error as TableError {
            throw Failure.couldNot("\(divisions): \(error)")
        }
    }

    /// The validator that goes with the tables.
    func validator() throws -> Validator {
        guard divisions != nil else { return Validator() }
        return try Validator(divisions: finder().table)
    }
}

/// How findings are coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// The flag first, then `NO_COLOR`, then whether somebody is looking.
    var style: Style {
        switch self {
        case .always: .ansi
        case .never: .plain
        case .auto:
            (Terminal.environment("NO_COLOR") ?? "").isEmpty && Terminal.isInteractive
                && Terminal.environment("TERM") != "dumb" ? .ansi : .plain
        }
    }
}
