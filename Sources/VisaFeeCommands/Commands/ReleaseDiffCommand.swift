import ArgumentParser
import Bundles
import Vocabulary

/// `visafee release diff`.
struct ReleaseDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed for people between two releases.",
        discussion: "EXAMPLES\n  visafee release diff 7        between 7 and the one in use\n  visafee release diff 6 7"
    )

    @Argument(help: "The earlier release's number.")
    var before: Int

    @Argument(help: "The later release's number. (default: the one in use)")
    var after: Int?

    @Option(help: "The form: human, markdown, json or html.")
    var format: PlanCommand.Format = .human

    @Option(name: .customLong("lang"), help: "The language: en or zh.")
    var language: Language = .english

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        let command = try PlanCommand.parse([
            after.map { "release:\($0)" } ?? "release", "--against", "release:\(before)", "--format", format.rawValue,
            "--lang", language.rawValue, "--store", options.store, "--keys", options.keys,
        ])
        try command.run()
    }
}
