import ArgumentParser
import Bundles
import CivilTime
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

    func validate() throws { try ReleasePublishing.requireReason(reason) }

    func run() throws {
        try ReleaseWork.run {
            let report: Written
            do {
                report = try write()
            } catch let fault as StoreFault {
                throw notStopped(fault)
            } catch let refusal as ReleaseRefusal {
                throw notStopped("\(refusal)")
            } catch let refusal as DocumentRefusal {
                throw notStopped("\(refusal)")
            } catch let failure as Failure {
                throw Failure(description: notStopped(failure.description).description, code: failure.code)
            }
            try say(report)
        }
    }

    /// An order that is in the file.
    private struct Written {
        let order: Signed<Stop>
        let addition: KillSwitchFile.Addition
        let trust: Trust
    }

    /// What is known of the keys that engines trust.
    private enum Trust {
        case checked([KeyRing])
        /// The key ring cannot be read, so it is not known whether the key counts.
        case notChecked(String)
    }

    private func write() throws -> Written {
        let now = try ProgramClock.now()
        let stop = try stop()
        let keys = try signing.signingKeys()
        let trust = trust(at: now)
        let key = try countingKey(of: keys, trust, at: now)
        let order = Signed(Stop(city: stop.city, channel: stop.channel, reason: reason, since: now), by: key)
        return Written(order: order, addition: try killSwitch.file.add(order), trust: trust)
    }

    /// The rings as engines walk to them; a store that is down keeps nobody from stopping.
    private func trust(at now: Instant) -> Trust {
        do {
            let (rings, fault) = try options.knownRings(at: now)
            if let fault { Terminal.say("the newest key ring cannot be read, so the one before was asked: \(fault)") }
            return .checked(rings)
        } catch {
            return .notChecked("\(error)")
        }
    }

    /// The first key that counts for stopping; any, where that cannot be looked up.
    private func countingKey(of keys: [SigningKey], _ trust: Trust, at now: Instant) throws -> SigningKey {
        guard case .checked(let rings) = trust, let ring = rings.last else { return keys[0] }
        var refusal: ReleaseRefusal?
        for key in keys {
            do throws(ReleaseRefusal) {
                try ring.requireCounting(key, for: .stop, at: now)
                return key
            } catch {
                refusal = refusal ?? error
            }
        }
        throw Failure.couldNot(
            "this key does not count for stopping: \(refusal?.explanation ?? ""); use one that 'visafee release key list' "
                + "shows with 'stop', or say with --keys which key ring the engines trust"
        )
    }

    private func notStopped(_ fault: StoreFault) -> Failure {
        let advice =
            switch fault.reason {
            case .full: "make room and run the command again"
            case .busy: "somebody else is writing to it: run the command again at once"
            case .unreachable, .missing, .overtaken: "see that it can be written, and run the command again"
            }
        return notStopped(
            "\(fault.explanation); \(advice), or on a machine that can write the file which the engines watch: "
                + "--kill-switch FILE"
        )
    }

    private func notStopped(_ why: String) -> Failure {
        Failure.couldNot("\(Echo.safe(place)) is NOT stopped, and payments go on: \(why)")
    }

    private func say(_ written: Written) throws {
        let (order, addition) = (written.order.body, written.addition)
        let path = killSwitch.fullPath
        if let damage = addition.damage { say(damage) }
        if addition.isNew {
            Terminal.say(
                "\(killSwitch.path) was not there and is new: engines that watch another file do NOT stop; where yours "
                    + "watch another, run this again with --kill-switch FILE"
            )
        }
        guard case .checked(let rings) = written.trust else {
            guard case .notChecked(let why) = written.trust else { return }
            throw Failure.couldNot(
                "NOT CHECKED whether \(order.place) is stopped: the order is written to \(path), but engines heed it only "
                    + "if their key ring lists this key for 'stop', and that ring cannot be read (\(why)); say with --keys "
                    + "where it is, and see on the engines that payments have stopped"
            )
        }
        for refusal in addition.killSwitch.verified(by: rings).refusals {
            Terminal.say(
                "an order in \(killSwitch.path) stops nothing, for engines do not accept it: \(refusal.explanation)"
            )
        }
        Terminal.say(
            "\(addition.isNew ? "written" : "stopped"): \(order.place) takes no new payments from \(order.since) on, in "
                + "engines that watch \(path); payments already begun are finished"
        )
        Terminal.say("to open it again: visafee release publish --reopen \(order.place)")
    }

    private func say(_ damage: KillSwitchFile.Damage) {
        Terminal.say(
            "\(killSwitch.path) was damaged and was put aside as \(damage.aside); \(damage.carriedOver) of its orders could "
                + "be read and still stand"
        )
        Terminal.say(
            damage.lostPlaces.isEmpty
                ? "whether another order was lost with it is not known: see which cities must be stopped"
                : "LOST is the stop of \(damage.lostPlaces.joined(separator: ", ")): engines that saw it keep it, others "
                    + "take payments there; stop it again: visafee release stop \(damage.lostPlaces[0])"
        )
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
