import ArgumentParser
import Bundles

/// `visafee release sign`.
struct ReleaseSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a release that waits for more signatures; with the last one it comes into use.",
        discussion: "EXAMPLE\n  visafee release sign 8 --key ~/.visafee/me.key"
    )

    @Argument(help: "The release's number.")
    var number: Int

    @OptionGroup
    var signing: SigningOptions

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            // Nobody signs what they could not read whole.
            _ = try VerifiedRelease(waiting: options.folder.files(of: number))
            let publisher = Publisher(options.folder, trusting: try options.ring(at: now))
            let outcome = try publisher.sign(number, by: signing.signingKeys(), at: now)
            Terminal.say(ReleaseSheet.sentence(outcome, in: options))
        }
    }
}
