import ArgumentParser

/// `visafee audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Hold the log of payments against itself.",
        subcommands: [AuditVerifyCommand.self]
    )
}
