import ArgumentParser
import CityRegistry
import ConfigGenerator
import Diagnostics
import Divisions
import RegistryRules
import ServiceConfig

/// From a folder to answers: reads, validates, generates and loads, all in memory.
///
/// Applicants' answers go the same way as the engine's: through generated configs, with their self-tests run.
struct RegistryLoading {
    private let options: RegistryOptions

    init(_ options: RegistryOptions) {
        self.options = options
    }

    /// The registry, if no rule objects to it; the report goes to standard error otherwise.
    func validated() throws -> ValidatedRegistry {
        try judged().registry
    }

    /// The registry and what was found in it, if no rule objects to it; the report goes to standard error otherwise.
    func judged() throws -> (registry: ValidatedRegistry, findings: [Diagnostic]) {
        let catalog = try RegistryFolder.whole(options.registry)
        switch try options.tables.validator().validate(catalog) {
        case .valid(let registry, let findings): return (registry, findings)
        case .invalid(let findings):
            throw Self.refusal(Report(findings, in: catalog), of: options.registry)
        }
    }

    /// Says what is wrong with a registry; the exit code is to be thrown.
    static func refusal(_ report: Report, of registry: String) -> ExitCode {
        Terminal.say(CompactRenderer().render(report) + report.tally.sentence(in: report.language))
        Terminal.say("visafee: \(registry) is not valid, and nothing is answered from it: see 'visafee validate'")
        return .findings
    }

    /// The files generated from a valid registry.
    func generated() throws -> GeneratedContent {
        let registry = try validated()
        do {
            return try Generator(registry, names: options.tables.finder(), sha256: sha256).generate()
        } catch let fault as GeneratorFault {
            throw Failure.couldNot("a fault of this program, please report it: \(fault)")
        }
    }

    /// The generated configs, loaded as the engine loads them.
    func loaded() throws -> LoadedContent {
        try Self.load(generated().files, "the configs generated from \(options.registry)")
    }

    /// Generated files, loaded as the engine loads them.
    static func load(_ files: [String: [UInt8]], _ what: String) throws -> LoadedContent {
        do throws(ConfigRefusal) {
            return try LoadedContent(files: files, sha256)
        } catch {
            throw Failure.couldNot("\(what) cannot be used: \(error)")
        }
    }
}
