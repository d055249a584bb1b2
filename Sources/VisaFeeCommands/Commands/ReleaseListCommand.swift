import ArgumentParser
import Bundles
import CanonicalJSON

/// `visafee release list`.
struct ReleaseListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the releases of a store, the newest first."
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
            let ring = try options.ring(at: now)
            let sheets = try folder.numbers().reversed().map { number in
                try ReleaseSheet(Signed<Release>(loading: folder.envelope(of: number)), ring, inUse: inUse, at: now)
            }
            switch format {
            case .human:
                if sheets.isEmpty { Terminal.say("\(options.store) holds no release yet") }
                try Terminal.write(sheets.map(\.line).joined(separator: "\n"))
            case .json:
                let list: JSONValue = ["formatVersion": 1, "releases": .array(sheets.map(\.json))]
                try Terminal.write(list.pretty)
            }
        }
    }
}
