import ArgumentParser

/// `visafee rollout`.
struct RolloutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollout",
        abstract: "See how far a city has gone, what is missing for the next step, and whom a pilot takes.",
        subcommands: [RolloutStatusCommand.self, RolloutWhoCommand.self, RolloutWavesCommand.self]
    )
}
