import ArgumentParser
import Bundles
import CivilTime
import ConfigGenerator
import Diagnostics
import FoundationEssentials
import RegistryRules
import ServiceConfig

/// Where content comes from, as a person names it: a registry's folder, a folder of generated files, `git:REF`, or
/// `release` and `release:7`.
enum ContentPlace: Sendable {
    /// A registry's folder or one of generated files.
    case folder(String)
    /// The registry as it stands at a commit, branch or tag.
    case git(String)
    /// A release of the store; the one in use where no number is given.
    case release(Int?)

    /// What a person names; a word that no folder has is a commit, branch or tag where git knows it.
    ///
    /// `registry` is the folder that git looks at.
    init(_ text: String, registry: String = registryByCustom) throws {
        if text == "release" {
            self = .release(nil)
        } else if text.hasPrefix("release:") {
            guard let number = Int(text.dropFirst("release:".count)), number > 0 else {
                throw ValidationError(
                    "'\(Echo.safe(text))' names no release: write release:7, or release for the one in use"
                )
            }
            self = .release(number)
        } else if text.hasPrefix("git:") {
            let reference = String(text.dropFirst("git:".count))
            guard !reference.isEmpty, !reference.hasPrefix("-") else {
                throw ValidationError("'\(Echo.safe(text))' names no commit: write git:main, or git:HEAD~1")
            }
            self = .git(reference)
        } else if FileManager.default.fileExists(atPath: text) {
            self = .folder(text)
        } else {
            let isReference = !text.isEmpty && !text.hasPrefix("-")
            guard isReference, (try? GitRegistry(Self.registry(registry)).commit(text)) != nil else {
                let shown = Echo.safe(text)
                throw Failure.couldNot(
                    "there is no folder '\(shown)', and git knows no commit of that name: name a registry's folder, or a "
                        + "commit such as git:main or git:HEAD"
                )
            }
            self = .git(text)
        }
    }

    /// Where a registry lies unless somebody says otherwise.
    static let registryByCustom = "cities"

    /// The folder whose registry is meant: the one that is named, or the one by custom where a commit or release is.
    static func registry(_ content: String) -> String {
        let isNoFolder = content == "release" || content.hasPrefix("release:") || content.hasPrefix("git:")
        return isNoFolder || !FileManager.default.fileExists(atPath: content) ? registryByCustom : content
    }
}

extension ContentPlace {
    /// The files of the registry it names; nothing where it names generated files.
    func catalog(_ registry: String) throws -> SourceCatalog? {
        switch self {
        case .folder(let path) where !Self.isGenerated(path): try RegistryFolder.whole(path)
        case .git(let reference): try GitRegistry(Self.registry(registry)).catalog(at: reference)
        case .folder, .release: nil
        }
    }

    /// Whether a folder holds generated files.
    fileprivate static func isGenerated(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/\(FileList.Kind.content.fileName)")
    }

    /// Says of its registry that it is not valid.
    func complain(_ findings: [Diagnostic], in catalog: SourceCatalog) throws {
        let report = Report(findings, in: catalog)
        switch self {
        case .git(let reference):
            throw Failure.couldNot(
                "the registry at \(reference) is not valid: \(report.tally.sentence(in: report.language)) "
                    + "Compare with another commit, or with a release"
            )
        case .folder(let path): throw RegistryLoading.refusal(report, of: path)
        case .release: return
        }
    }
}

/// Generated files from some place, and the registry they come from where there is one.
struct PlacedContent: Sendable {
    /// The files, `content.json` among them; nothing before the first release.
    let files: [String: [UInt8]]?
    /// The registry, for places in its files.
    let registry: ValidatedRegistry?
    /// The list of the files.
    let list: FileList?

    init(files: [String: [UInt8]]?, registry: ValidatedRegistry? = nil) throws {
        self.files = files
        self.registry = registry
        do throws(ConfigRefusal) {
            self.list = try files.map { files throws(ConfigRefusal) in
                let list = try FileList(.content, loading: files[FileList.Kind.content.fileName] ?? [], sha256)
                try list.check(files.filter { $0.key != FileList.Kind.content.fileName }, sha256)
                return list
            }
        } catch {
            throw Failure.couldNot("the generated files cannot be used: \(error)")
        }
    }

    /// Nothing at all, before the first release.
    static func empty() throws -> PlacedContent { try PlacedContent(files: nil) }

    /// Generates from a validated registry.
    init(generatedFrom registry: ValidatedRegistry, _ tables: TableOptions) throws {
        do {
            let generated = try Generator(registry, names: tables.finder(), sha256: sha256).generate()
            try self.init(files: generated.files, registry: registry)
        } catch let fault as GeneratorFault {
            throw Failure.couldNot("a fault of this program, please report it: \(fault)")
        }
    }

    /// Generates from both registries of a pair: of cities that cannot differ, once for both.
    static func both(
        of pair: RegistryPair,
        _ tables: TableOptions
    ) throws -> (old: PlacedContent, new: PlacedContent) {
        let finder = try tables.finder()
        do {
            let new = try Generator(pair.new, names: finder, sha256: sha256).generate()
            let old =
                pair.differs
                ? try Generator(pair.old, names: finder, sha256: sha256).generate(reusing: new, of: pair.unchanged)
                : new
            return try (
                PlacedContent(files: old.files, registry: pair.old), PlacedContent(files: new.files, registry: pair.new)
            )
        } catch let fault as GeneratorFault {
            throw Failure.couldNot("a fault of this program, please report it: \(fault)")
        }
    }

    /// Reads what a place names; `registry` is the folder that `git:` looks at.
    init(_ place: ContentPlace, registry: String, _ options: ReleaseOptions, _ tables: TableOptions) throws {
        switch place {
        case .folder(let path):
            if ContentPlace.isGenerated(path) {
                guard let files = try OutputFolder(path).files() else {
                    throw Failure.couldNot("there is no folder \(path)")
                }
                let generated: [String: [UInt8]]
                do throws(ConfigRefusal) {
                    generated = try PagesFolder.checked(files.filter { $0.key != Release.fileName })
                } catch {
                    throw Failure.couldNot("\(path) is not what was generated: \(error)")
                }
                try self.init(files: generated)
            } else {
                var options = RegistryOptions()
                options.registry = path
                options.tables = tables
                try self.init(generatedFrom: RegistryLoading(options).validated(), tables)
            }
        case .git(let reference):
            let catalog = try GitRegistry(ContentPlace.registry(registry)).catalog(at: reference)
            switch try tables.validator().validate(catalog) {
            case .valid(let registry, _): try self.init(generatedFrom: registry, tables)
            case .invalid(let findings):
                try place.complain(findings, in: catalog)
                throw Failure.couldNot("the registry at \(reference) is not valid")
            }
        case .release(let number):
            try self.init(files: options.files(of: number, at: ProgramClock.now()))
        }
    }
}
