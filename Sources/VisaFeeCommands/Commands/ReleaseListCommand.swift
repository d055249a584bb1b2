import ArgumentParser
import Bundles
import CanonicalJSON
import CivilTime

/// `visafee release list`.
struct ReleaseListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the releases of a store, the newest first, with whose signatures on them are good.",
        discussion: """
            A release that cannot be read, or whose signatures are not good, is listed as such, and the exit code is 1. Only
            'visafee release show' looks at every file of a release.
            """
    )

    @Option(help: "The form of the list: human or json.")
    var format: AnswerFormat = .human

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let folder = options.folder
            let inUse = try folder.current()
            let rings = try options.rings(at: now)
            let entries = try folder.numbers().reversed().map { number in
                Entry(number, in: folder, rings, inUse: inUse, at: now)
            }
            switch format {
            case .human:
                if entries.isEmpty { Terminal.say("\(options.store) holds no release yet") }
                try Terminal.write(entries.map(\.line).joined(separator: "\n"))
            case .json:
                let list: JSONValue = ["formatVersion": 1, "releases": .array(entries.map(\.json))]
                try Terminal.write(list.pretty)
            }
            if entries.contains(where: \.isDamaged) { throw ExitCode.findings }
        }
    }

    /// A release, or why it cannot be listed: one that is damaged hides no other.
    private enum Entry {
        case release(ReleaseSheet)
        case damaged(number: Int, isInUse: Bool, why: String)

        private static let again = "copy it again from where it was published"

        init(_ number: Int, in folder: ReleaseFolder, _ rings: [KeyRing], inUse: Int?, at now: Instant) {
            do {
                let envelope = try Signed<Release>(loading: folder.envelope(of: number))
                guard envelope.body.number == number else {
                    let other = "it calls itself release \(envelope.body.number)"
                    self = .damaged(number: number, isInUse: number == inUse, why: "\(other); \(Self.again)")
                    return
                }
                self = .release(try ReleaseSheet(envelope, rings, inUse: inUse, at: now))
            } catch let fault as StoreFault where fault.reason == .missing {
                let missing = "\(Release.fileName) is missing"
                self = .damaged(number: number, isInUse: number == inUse, why: "\(missing); \(Self.again)")
            } catch {
                self = .damaged(number: number, isInUse: number == inUse, why: "\(error)")
            }
        }

        var isDamaged: Bool {
            if case .damaged = self { true } else { false }
        }

        var line: String {
            switch self {
            case .release(let sheet): sheet.line
            case .damaged(let number, let isInUse, let why):
                "\(number)  \(isInUse ? "in use, and " : "")cannot be used: \(why)"
            }
        }

        var json: JSONValue {
            switch self {
            case .release(let sheet): sheet.json
            case .damaged(let number, let isInUse, let why):
                [
                    "fault": .string(why), "number": .integer(Int64(number)),
                    "state": .string(isInUse ? "in use, and damaged" : "damaged"),
                ]
            }
        }
    }
}
