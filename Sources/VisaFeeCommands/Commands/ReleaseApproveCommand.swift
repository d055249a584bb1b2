import ArgumentParser
import Bundles
import Rollout

/// `visafee release approve`.
struct ReleaseApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve a saved plan: sign it, so that it may be published and no other.",
        discussion: "EXAMPLE\n  visafee release approve plan.json --key ~/.visafee/me.key --output me.approval.json"
    )

    @Argument(help: "The saved plan.", completion: .file())
    var plan: String

    @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
    var output: String

    @OptionGroup
    var signing: SigningOptions

    func run() throws {
        try ReleaseWork.run {
            let bytes = try OperatorFiles.bytes(at: plan)
            guard Plan.heading(of: bytes) != nil else {
                throw Failure.couldNot("\(plan) is no plan: make one with visafee plan --output \(plan)")
            }
            let key = try signing.signingKeys()[0]
            let approval = Signed(Approval(ofPlan: bytes, given: try ProgramClock.now()), by: key)
            try OperatorFiles.replace(output, approval.canonicalBytes)
            Terminal.say("\(key.name) approves plan \(approval.body.plan); wrote \(output)")
            Terminal.say("next: visafee release publish --plan \(plan) --approval \(output) --key FILE")
        }
    }
}
