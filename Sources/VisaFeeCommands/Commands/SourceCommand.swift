import ArgumentParser
import CivilTime
import Divisions
import RegistryEditing
import ServiceConfig

/// `visafee source`.
struct SourceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Write down where a city's facts come from.",
        subcommands: [SourceAddCommand.self, SourceSeenCommand.self]
    )
}

/// `visafee source add`.
struct SourceAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a source to a city's file.",
        discussion: """
            EXAMPLES
              visafee source add qingdao notice-2026 --kind government --address example.test/notice
            """
    )

    @Argument(help: "The city.", completion: .cities)
    var city: String

    @Argument(help: "The word by which facts name it.")
    var id: String

    @Option(help: "What kind of publisher, one of the registry's source-kinds.")
    var kind: String

    @Option(help: "How what was read differs from the original, one of the registry's source-copies.")
    var copy: String?

    @Option(help: "The title.")
    var title: String?

    @Option(help: "Who published it.")
    var publisher: String?

    @Option(help: "The address, or unknown.")
    var address: String

    @Option(help: "When it was published: a day, a month or a year.")
    var published: String?

    @Option(help: "The day on which it was read, YYYY-MM-DD. (default: today)")
    var retrieved: CivilDate?

    @Option(help: "The file that shows what was read; its SHA-256 is written beside the day.", completion: .file())
    var evidence: String?

    @OptionGroup
    var editing: EditOptions

    func run() throws {
        for (word, what) in [(id, "the source's word"), (kind, "--kind"), (copy ?? "original", "--copy")] {
            try EditWords.check(word, what)
        }
        let day = try retrieved ?? ProgramClock.now().date
        if let published, published.utf8.contains(where: { $0 != 0x2D && !((0x30...0x39) ~= $0) }) {
            throw ValidationError("--published is 2026, 2026-11 or 2026-11-23, not '\(Echo.safe(published))'")
        }
        try Terminal.run { try add(on: day, digest: try evidence.map(SourceEvidence.digest(of:))) }
    }

    private func add(on day: CivilDate, digest: String?) throws {
        let fields: [(key: String, value: String?)] = [
            ("kind", kind), ("copy", copy), ("title", title?.quoted), ("publisher", publisher?.quoted),
            ("address", address == "unknown" ? address : address.quoted), ("published", published),
            ("retrieved", "\(day)"), ("sha256", digest?.quoted),
        ]
        let written = fields.compactMap { key, value in value.map { (key: key, value: $0) } }
        try editing.change(city, next: { "visafee city show \($0.slug)" }) { source, _, _ throws(EditRefusal) in
            try SourceEdit.add(id: id, fields: written).applied(to: source)
        }
    }
}

/// `visafee source seen`.
struct SourceSeenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seen",
        abstract: "Say that a source was looked at again, and what was seen.",
        discussion: """
            The evidence is a saved page or a photograph. Its SHA-256 is written beside the day; the file itself is kept
            elsewhere.

            EXAMPLES
              visafee source seen guangzhou hacos --evidence page.html
            """
    )

    @Argument(help: "The city.", completion: .cities)
    var city: String

    @Argument(help: "The source, by its word in the city's file.")
    var id: String

    @Option(help: "The file that shows what was seen.", completion: .file())
    var evidence: String

    @OptionGroup
    var editing: EditOptions

    func run() throws {
        try Terminal.run {
            let digest = try SourceEvidence.digest(of: evidence)
            try editing.change(city, next: { "visafee city show \($0.slug)" }) { source, _, today throws(EditRefusal) in
                try SourceEdit.seen(id: id, on: today, digest: digest).applied(to: source)
            }
        }
    }
}

/// A file that shows what was read.
private enum SourceEvidence {
    /// Its SHA-256, as a registry writes it.
    static func digest(of path: String) throws -> String {
        let bytes = try OperatorFiles.bytes(at: path)
        guard !bytes.isEmpty else { throw Failure.couldNot("\(path) is empty, and shows nothing") }
        return sha256(bytes).description
    }
}
