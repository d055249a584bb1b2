import ArgumentParser

/// `visafee release`.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Publish what was generated, signed; look at releases; go back; stop at once.",
        discussion: """
            A release store is a folder from which engines take their configs. What is published is signed by keys that a
            key ring names, is taken into use in one step, and is refused by engines if one bit of it is changed.

            EXAMPLES
              visafee release publish cities --store releases --key ~/.visafee/me.key
              visafee release list --store releases
              visafee release rollback 7 --store releases --key ~/.visafee/me.key --reason "wrong fee"
              visafee release stop guangzhou --key ~/.visafee/me.key --reason "bureau's system is down"
            """,
        subcommands: [
            ReleasePublishCommand.self, ReleaseApproveCommand.self, ReleaseSignCommand.self, ReleaseListCommand.self,
            ReleaseShowCommand.self, ReleaseDiffCommand.self,
            ReleaseRollbackCommand.self, ReleaseStopCommand.self, ReleaseProofCommand.self, ReleaseKeyCommand.self,
        ]
    )
}
