import ArgumentParser
import Bundles
import CivilTime
import Rollout
import Vocabulary

/// `visafee release sign`.
struct ReleaseSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a release that waits for more signatures; with the last one it comes into use.",
        discussion: """
            Says first what the release changes for people, against the one in use. With --look nothing is signed.

            EXAMPLES
              visafee release sign 8 --look
              visafee release sign 8 --key ~/.visafee/me.key
            """
    )

    @Argument(help: "The release's number.")
    var number: Int

    @Flag(help: "Only say what the release changes; sign nothing.")
    var look = false

    @Option(name: .customLong("lang"), help: "The language in which the change is said: en or zh.")
    var language: Language = .english

    @OptionGroup
    var signing: SigningOptions

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let keys = look ? [] : try signing.signingKeys()
            // Nobody signs what they could not read whole.
            var files = try options.folder.files(of: number)
            _ = try VerifiedRelease(waiting: files)
            files[Release.fileName] = nil
            let publisher = try options.publisher(at: now)
            let basis = try publisher.basis()
            ReleasePublishing.say(basis)
            let planning = try Planning(
                from: PlacedContent(whole: basis),
                to: PlacedContent(files: files),
                on: now.date
            )
            try Terminal.write(planning.report().text(in: language))
            guard !look else { return }
            let outcome = try publisher.sign(number, by: keys, at: now)
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }
}
