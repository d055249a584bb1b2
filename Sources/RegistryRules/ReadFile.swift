import CityRegistry
import Diagnostics
import SourceTree

/// What one file turned out to hold, and what was found in its bytes, without a look at any other file.
struct ReadFile: Sendable {
    /// The file.
    let id: FileID
    /// What it says.
    let reading: FileReading
    /// What does not belong there.
    let secrets: FileSecrets
    /// Whether reading found errors: what seems to be missing there may only be misspelt.
    let isFlawed: Bool

    /// Reads a file.
    init(_ source: SourceFile, as id: FileID) {
        self.id = id
        self.reading = FileReading(source, as: id)
        self.secrets = SecretsAreKeptOut.secrets(in: source, reading, as: id)
        self.isFlawed = reading.isFlawed
    }
}

/// What was found in one file, by reading it and by judging it; what it says is not kept.
struct JudgedFile: Sendable {
    private let id: FileID
    private let reading: ShownFindings
    private let secrets: FileSecrets
    private let judged: Findings
    private let instructions: [Instruction]
    private let isFlawed: Bool

    /// The findings of reading a file and what the rules say of it; nothing without a world to judge it by.
    init(_ file: ReadFile, _ judged: Findings?) {
        id = file.id
        reading = file.reading.findings
        secrets = file.secrets
        instructions = file.reading.instructions
        isFlawed = file.isFlawed
        self.judged = judged ?? Findings()
    }

    /// All findings: those of each file, and those that belong to no one file; marked where a comment lets them stand.
    static func findings(_ files: [JudgedFile], _ registry: Registry, _ world: World?) -> [Diagnostic] {
        var findings = Findings()
        var secrets = DecodedSecrets()
        for file in files {
            findings.add(file.reading, of: file.id)
            for secret in file.secrets.findings { findings.add(secret) }
            secrets.add(file.secrets)
            findings.add(file.judged)
        }
        RegistryFilesAreThere.check(registry, &findings)
        if let world {
            for rule in RuleCatalog.rules { rule.check(world, &findings) }
        }
        let catalog = registry.catalog
        let flawed = Set(files.filter(\.isFlawed).map(\.id))
        let asked = AskedRules(
            hasFoundation: world != nil && flawed.allSatisfy { RegistryFile(path: catalog[$0].path) == .city },
            flawed: flawed,
            isEveryCityRead: files.count == catalog.files.count
        )
        let suppressions = Suppressions(by: files.flatMap(\.instructions), in: catalog, asked: asked)
        return suppressions.applied(to: secrets.hidden(from: findings.diagnostics))
    }
}
