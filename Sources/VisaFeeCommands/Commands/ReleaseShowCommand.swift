import ArgumentParser
import Bundles
import CanonicalJSON
import ServiceConfig

/// `visafee release show`.
struct ReleaseShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a release, after verifying it from its signatures to its last file."
    )

    @Argument(help: "The release's number. (default: the one in use)")
    var number: Int?

    @Option(help: "The form of the answer: human or json.")
    var format: AnswerFormat = .human

    @OptionGroup
    var killSwitch: KillSwitchOptions

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let release = try options.verified(number, at: now)
            let sheet = try ReleaseSheet(
                release.envelope,
                options.rings(at: now),
                inUse: options.folder.current(),
                at: now
            )
            switch format {
            case .human:
                let cities = release.content.index().entries.count { release.content.config(of: $0.place.slug) != nil }
                let (good, refusals) = try killSwitch.verified(by: options.rings(at: now))
                let stops =
                    good.active(reopened: release.release.reopens).map { stop in
                        "  stopped since \(stop.body.since): \(stop.body.place), \(Echo.safe(stop.body.reason))"
                    }
                    + refusals.map { "  stops nothing, for engines do not accept it: \($0.explanation)" }
                let files = "  \(release.content.list.files.count) files, \(cities) cities: verified"
                try Terminal.write((sheet.lines + [files] + stops).joined(separator: "\n"))
            case .json: try Terminal.write(sheet.json.pretty)
            }
        }
    }
}
