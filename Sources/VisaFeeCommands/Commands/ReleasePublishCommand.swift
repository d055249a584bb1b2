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

    @Option(help: "GATE@CITY/CHANNEL=REASON: your decision where a gate cannot tell; may be given several times.")
    var decide: [String] = []

    @Option(help: "Why it is published.")
    var reason: String?

    @Option(name: .customLong("lang"), help: "The language in which the change is said: en or zh.")
    var language: Language = .english

    @OptionGroup
    var gates: GateOptions

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
            let publisher = Publisher(options.folder, trusting: ring)
            let planBytes = try plan.map { try OperatorFiles.bytes(at: $0) }
            let new = try PlacedContent(ContentPlace(content), registry: content, options, tables)
            let old =
                try publisher.currentRelease() == nil
                ? .empty() : PlacedContent(.release(nil), registry: "", options, tables)
            let planning = try planning(from: old, to: new, planBytes, at: now)
            let report = planning.report(expecting: try expecting.expectations())
            try Terminal.write(report.text(in: language))
            guard report.violations.isEmpty else {
                throw Failure(description: "nothing was published: the change is not as was expected", code: .findings)
            }
            let decisions = try passGates(planning, new, planBytes, ring, at: now)
            var request = Publisher.Request(
                files: new.files ?? [:],
                published: now,
                expires: try ReleasePublishing.end(of: validDays, from: now)
            )
            request.reason = reason
            request.plan = planBytes.map(sha256)
            request.planBase = old.list?.digest(sha256)
            request.decisions = decisions
            request.reopens = try reopened(by: publisher)
            let outcome = try publisher.publish(request, signedBy: keys)
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }

    /// The plan of what is published; with a saved one, exactly that.
    private func planning(
        from old: PlacedContent,
        to new: PlacedContent,
        _ bytes: [UInt8]?,
        at now: Instant
    ) throws -> Planning {
        guard let plan, let bytes else { return try Planning(from: old, to: new, on: now.date) }
        guard let heading = Plan.heading(of: bytes) else {
            throw Failure.couldNot("\(plan) is no plan: make one with visafee plan --against release --output \(plan)")
        }
        let again = "make it again: visafee plan \(content) --against release --output \(plan); nothing was published"
        guard heading.base == old.list?.digest(sha256) else {
            throw Failure.couldNot("\(plan) was made for other content than is in use now; \(again)")
        }
        guard heading.target == new.list?.digest(sha256) else {
            throw Failure.couldNot("\(content) has changed since \(plan) was made; \(again)")
        }
        let planning = try Planning(from: old, to: new, on: heading.day)
        guard planning.plan.canonicalBytes == bytes else {
            throw Failure.couldNot("\(plan) does not say what this change does; \(again)")
        }
        return planning
    }

    private func passGates(
        _ planning: Planning,
        _ new: PlacedContent,
        _ planBytes: [UInt8]?,
        _ ring: KeyRing,
        at now: Instant
    ) throws -> [Release.Decision] {
        guard let digest = new.list?.digest(sha256) else { return [] }
        let verdict = PublicationGates(
            planning,
            content: digest,
            at: now,
            evidence: try gates.gateEvidence(ring),
            approvers: try gates.approvers(ofPlan: planBytes, ring, at: now),
            decisions: try decide.map(PublicationGates.Decision.init)
        )
        guard verdict.obstacles.isEmpty else {
            throw Failure(
                description: "nothing was published: \(verdict.obstacles.count) gates are not passed\n  "
                    + verdict.obstacles.joined(separator: "\n  "),
                code: .findings
            )
        }
        return verdict.decisions
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
    /// Refuses a reason that says nothing.
    static func requireReason(_ reason: String) throws {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason says why, for whoever looks later: write at least a word")
        }
    }

    /// The end of so many days.
    static func end(of days: Int, from now: Instant) throws -> Instant {
        guard let end = now.adding(seconds: Int64(days) * 86_400) else {
            throw ValidationError("\(days) days from now is later than any day this program knows")
        }
        return end
    }
}
