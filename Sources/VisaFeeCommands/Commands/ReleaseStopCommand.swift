import ArgumentParser
import Bundles
import Divisions
import ServiceConfig
import Vocabulary

/// `visafee release stop`.
struct ReleaseStopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop new payments in a city, or through one of its channels, at once.",
        discussion: """
            The order goes into the kill switch, a file apart from the releases: engines that watch it stop within a second,
            also while the release store is down. Payments already begun are finished. It has no end: only a release that
            says --reopen opens again.

            EXAMPLES
              visafee release stop guangzhou --key ~/.visafee/me.key --reason "the bureau's system is down"
              visafee release stop guangzhou/official-account --key ~/.visafee/me.key --reason "refunds fail"
            """
    )

    @Argument(help: "The city's slug, or CITY/CHANNEL.", completion: .cities)
    var place: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup
    var signing: SigningOptions

    @OptionGroup
    var killSwitch: KillSwitchOptions

    @OptionGroup
    var options: ReleaseOptions

    @OptionGroup
    var tables: TableOptions

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let stop = try stop()
            let key = try signing.signingKeys()[0]
            let order = Stop(city: stop.city, channel: stop.channel, reason: reason, since: now)
            if let aside = try killSwitch.file.add(Signed(order, by: key)) {
                Terminal.say(
                    "\(killSwitch.path) could not be read and was put aside as \(aside); its orders are kept there"
                )
            }
            Terminal.say(
                "stopped: \(order.place) takes no new payments from \(now) on; payments already begun are finished"
            )
            Terminal.say("to open it again: visafee release publish --reopen \(order.place)")
        }
    }

    /// The city and the channel; whether the channel exists is looked up where the store can be read.
    private func stop() throws -> (city: String, channel: String?) {
        let parts = place.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let division: String
        do {
            division = try CityFinder(tables.finder()).division(parts[0]).slug
        } catch let refusal as Refusal {
            throw Failure(description: refusal.text(in: .english), code: refusal.code)
        }
        guard parts.count == 2 else { return (division, nil) }
        switch channels(of: division) {
        case .some(let known) where !known.contains(parts[1]):
            throw Failure.usage(
                "\(division) has no channel '\(Echo.safe(parts[1]))' in the release in use"
                    + (known.isEmpty ? "" : "; its channels are \(known.joined(separator: ", "))")
            )
        case .some: break
        case .none: Terminal.say("the release store cannot be read, so the channel's name was not checked")
        }
        return (division, parts[1])
    }

    private func channels(of slug: String) -> [String]? {
        guard let number = try? options.folder.current(), let files = try? options.folder.files(of: number),
            let bytes = files[LoadedContent.path(of: slug)], let config = try? CityConfig(loading: bytes)
        else { return nil }
        return config.channels.map(\.id)
    }
}
