import ArgumentParser
import Bundles
import CivilTime
import ConfigGenerator
import ServiceConfig

/// `visafee release publish`.
struct ReleasePublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Generate, sign and publish: engines that watch the store take it up.",
        discussion: """
            Nothing is published that an engine would refuse. Where more keys must sign, the release is kept and waits.

            EXAMPLES
              visafee release publish cities --key ~/.visafee/me.key
              visafee release publish cities --key ~/.visafee/me.key --reopen guangzhou --reason "the bureau is back"
            """
    )

    @Argument(help: "The registry's folder.")
    var registry = "cities"

    @Option(help: "A folder that was generated before, instead of a registry.", completion: .directory)
    var content: String?

    @Option(help: "For how many days engines may take it up, 1 to 366.")
    var validDays = 30

    @Option(help: "A city, or CITY/CHANNEL, that was stopped and opens again; may be given several times.")
    var reopen: [String] = []

    @Option(help: "Why it is published.")
    var reason: String?

    @OptionGroup
    var killSwitch: KillSwitchOptions

    @OptionGroup
    var signing: SigningOptions

    @OptionGroup
    var options: ReleaseOptions

    @OptionGroup
    var tables: TableOptions

    func validate() throws {
        guard (1...366).contains(validDays) else { throw ValidationError("--valid-days is 1 to 366") }
    }

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let keys = try signing.signingKeys()
            let publisher = Publisher(options.folder, trusting: try options.ring(at: now))
            var request = Publisher.Request(
                files: try files(),
                published: now,
                expires: try ReleasePublishing.end(of: validDays, from: now)
            )
            request.reason = reason
            request.reopens = try reopened(by: publisher)
            let outcome = try publisher.publish(request, signedBy: keys)
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }

    private func files() throws -> [String: [UInt8]] {
        guard let content else {
            var options = RegistryOptions()
            options.registry = registry
            options.tables = tables
            return try RegistryLoading(options).generated().files
        }
        guard let files = try OutputFolder(content).files() else {
            throw Failure.couldNot("there is no folder \(content)")
        }
        do throws(ConfigRefusal) {
            return try PagesFolder.checked(files)
        } catch {
            throw Failure.couldNot("\(content) is not what was generated: \(error)")
        }
    }

    /// The stops that are over.
    private func reopened(by publisher: Publisher) throws -> [Digest] {
        guard !reopen.isEmpty else { return [] }
        let over = try publisher.currentRelease()?.body.reopens ?? []
        let active = try killSwitch.killSwitch().active(reopened: over)
        return try reopen.flatMap { place in
            let stops = active.filter { $0.body.place == place }
            guard !stops.isEmpty else {
                let stopped = Set(active.map(\.body.place)).sorted().joined(separator: ", ")
                throw Failure.couldNot(
                    "'\(Echo.safe(place))' is not stopped in \(killSwitch.path)"
                        + (stopped.isEmpty ? ": nothing is" : "; stopped are \(stopped)")
                )
            }
            return stops.map(\.id)
        }
    }
}

/// What publishing and going back have in common.
enum ReleasePublishing {
    /// The end of so many days.
    static func end(of days: Int, from now: Instant) throws -> Instant {
        guard let end = now.adding(seconds: Int64(days) * 86_400) else {
            throw ValidationError("\(days) days from now is later than any day this program knows")
        }
        return end
    }
}
