import ArgumentParser

/// `visafee release key`.
struct ReleaseKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make keys for operators, and say whose signatures count.",
        subcommands: [ReleaseKeyNewCommand.self, ReleaseKeyRingCommand.self, ReleaseKeyListCommand.self]
    )
}
