import ArgumentParser
import Bundles
import CivilTime
import Rollout
import ServiceConfig
import Vocabulary

/// `visafee release publish`.
struct ReleasePublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Generate, sign and publish: engines that watch the store take it up.",
        discussion: """
            Says first what changes for people. Nothing is published that an engine would refuse, that is not as was
            expected, or that opens payments whose gates are not passed. Where more keys must sign, the release is kept and
            waits. With --plan, exactly the change that was planned is published, or nothing.

            EXAMPLES
              visafee release publish cities --key ~/.visafee/me.key
              visafee release publish cities --plan plan.json --approval ben.approval.json --key ~/.visafee/me.key
              visafee release publish cities --key ~/.visafee/me.key --reopen guangzhou --reason "the bureau is back"
            """
    )

    @Argument(help: "The registry's folder, or one of generated files, git:REF.")
    var content = "cities"

    @Option(help: "The saved plan that is carried out.", completion: .file())
    var plan: String?

    @Option(help: "For how many days engines may take it up, 1 to 366.")
    var validDays = 30

    @Option(help: "A city, or CITY/CHANNEL, that was stopped and opens again; may be given several times.")
    var reopen: [String] = []

    @Option(
        help: "The file in which an engine keeps what it accepted: it knows stops that the kill switch lost.",
        completion: .file()
    )
    var remembered: String?

    @Option(help: "Why it is published.")
    var reason: String?

    @Option(name: .customLong("lang"), help: "The language in which the change is said: en or zh.")
    var language: Language = .english

    @OptionGroup
    var gates: PublicationGateOptions

    @OptionGroup
    var expecting: ExpectationOptions

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
        if let reason { try ReleasePublishing.requireReason(reason) }
    }

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let keys = try signing.signingKeys()
            let ring = try options.ring(at: now)
            let publisher = try options.publisher(at: now)
            let saved = try plan.map { try SavedPlan($0, of: content) }
            let new = try PlacedContent(ContentPlace(content), registry: content, options, tables)
            let basis = try publisher.basis()
            let old = try PlacedContent(whole: basis)
            ReleasePublishing.say(basis)
            let planning = try saved?.planning(from: old, to: new) ?? Planning(from: old, to: new, on: now.date)
            let over = basis.envelope?.body.reopens ?? []
            let stops = try StandingStops(
                killSwitch,
                options,
                remembered: remembered,
                reopened: over,
                at: now
            )
            let reopened = try reopened(stops)
            try stops.write(reopening: reopened, in: new, on: now.date, language)
            let report = planning.report(expecting: try expecting.expectations())
            try Terminal.write(report.text(in: language))
            guard report.violations.isEmpty else {
                throw Failure(description: "nothing was published: the change is not as was expected", code: .findings)
            }
            var request = Publisher.Request(
                files: new.files ?? [:],
                published: now,
                expires: try ReleasePublishing.end(of: validDays, from: now)
            )
            request.decisions = try gates.pass(planning, new, saved, ring, at: now)
            request.reason = reason
            request.plan = saved?.digest
            request.planBase = old.list?.digest(sha256)
            request.reopens = reopened.map(\.id)
            let outcome = try publisher.publish(request, signedBy: keys)
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }

    /// The stops that are over.
    private func reopened(_ stops: StandingStops) throws -> [Signed<Stop>] {
        try reopen.flatMap { place in
            let own = stops.active.filter { $0.body.place == place }
            guard !own.isEmpty else {
                let stopped = Set(stops.active.map(\.body.place)).sorted().joined(separator: ", ")
                throw Failure.couldNot(
                    "'\(Echo.safe(place))' is not stopped in \(killSwitch.path)"
                        + (stopped.isEmpty ? ": nothing is" : "; stopped are \(stopped)")
                        + ". An engine that saw an order keeps it, also where the file has lost it: to open that again, "
                        + "add --remembered FILE, a copy of the file in which the engine keeps what it accepted"
                )
            }
            return own
        }
    }
}
