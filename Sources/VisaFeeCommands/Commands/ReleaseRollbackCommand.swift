import ArgumentParser
import Bundles
import CivilTime
import Rollout
import Vocabulary

/// `visafee release rollback`.
struct ReleaseRollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Publish the content of an earlier release again, under a new number.",
        discussion: """
            Engines never go back by themselves: a rollback is a new release that says so. Put the registry right as well,
            or the next publication brings back what was wrong.

            EXAMPLE
              visafee release rollback 7 --key ~/.visafee/me.key --reason "wrong fee in Guangzhou"
            """
    )

    @Argument(help: "The number of the release whose content comes back.")
    var number: Int

    @Option(help: "For how many days engines may take it up, 1 to 366.")
    var validDays = 30

    @Option(help: "Why.")
    var reason: String

    @Option(name: .customLong("lang"), help: "The language in which the change is said: en or zh.")
    var language: Language = .english

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
            let old = try PlacedContent(.release(nil), registry: "", options, TableOptions.parse([]))
            let planning = try Planning(from: old, to: PlacedContent(files: files), on: now.date)
            try Terminal.write(planning.report().text(in: language))
            let publisher = Publisher(folder, trusting: try options.ring(at: now))
            let outcome = try publisher.publish(request, signedBy: keys)
            Terminal.say("release \(outcome.envelope.body.number) brings back the content of release \(number)")
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }
}
