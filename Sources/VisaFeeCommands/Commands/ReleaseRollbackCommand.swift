import ArgumentParser
import Bundles
import CivilTime
import Rollout
import ServiceConfig
import Vocabulary

/// `visafee release rollback`.
struct ReleaseRollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Publish the content of an earlier release again, under a new number.",
        discussion: """
            Engines never go back by themselves: a rollback is a new release that says so. Put the registry right as well,
            or the next publication brings back what was wrong. A rollback that only closes or lowers is free; one that
            opens payments or raises a share passes the gates that publishing would, with an approved plan.

            EXAMPLES
              visafee release rollback 7 --key ~/.visafee/me.key --reason "wrong fee in Guangzhou"
              visafee plan release:9 --against release --output plan.json
              visafee release rollback 9 --plan plan.json --approval ben.approval.json --key ~/.visafee/me.key --reason "..."
            """
    )

    @Argument(help: "The number of the release whose content comes back.")
    var number: Int

    @Option(help: "The saved plan of the change, where it opens payments and must be approved.", completion: .file())
    var plan: String?

    @Option(help: "For how many days engines may take it up, 1 to 366.")
    var validDays = 30

    @Option(help: "Why.")
    var reason: String

    @Option(name: .customLong("lang"), help: "The language in which the change is said: en or zh.")
    var language: Language = .english

    @OptionGroup
    var gates: PublicationGateOptions

    @OptionGroup
    var killSwitch: KillSwitchOptions

    @OptionGroup
    var signing: SigningOptions

    @OptionGroup
    var options: ReleaseOptions

    func validate() throws {
        guard (1...366).contains(validDays) else { throw ValidationError("--valid-days is 1 to 366") }
        try ReleasePublishing.requireReason(reason)
    }

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let keys = try signing.signingKeys()
            let folder = options.folder
            var files = try folder.files(of: number)
            // What comes back is looked at as closely as when it was new, but for its end.
            _ = try VerifiedRelease(kept: files, trusting: options.rings(at: now))
            files[Release.fileName] = nil
            var request = Publisher.Request(
                files: files,
                published: now,
                expires: try ReleasePublishing.end(of: validDays, from: now)
            )
            request.rollsBackTo = number
            request.reason = reason
            let publisher = try options.publisher(at: now)
            let basis = try publisher.basis()
            let (old, new) = try (PlacedContent(whole: basis), PlacedContent(files: files))
            ReleasePublishing.say(basis)
            let saved = try plan.map { try SavedPlan($0, of: "release:\(number)") }
            let planning = try saved?.planning(from: old, to: new) ?? Planning(from: old, to: new, on: now.date)
            let stops = try StandingStops(
                killSwitch,
                options,
                reopened: basis.envelope?.body.reopens ?? [],
                at: now
            )
            try stops.write(reopening: [], in: new, on: now.date, language)
            try Terminal.write(planning.report().text(in: language))
            request.decisions = try gates.pass(
                planning,
                new,
                saved,
                options.ring(at: now),
                onlyWhatOpens: true,
                at: now
            )
            request.plan = saved?.digest
            request.planBase = old.list?.digest(sha256)
            let outcome = try publisher.publish(request, signedBy: keys)
            Terminal.say("release \(outcome.envelope.body.number) brings back the content of release \(number)")
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }
}
