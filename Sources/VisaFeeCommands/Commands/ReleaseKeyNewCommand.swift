import ArgumentParser
import Bundles

/// `visafee release key new`.
struct ReleaseKeyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a private key for an operator.",
        discussion: """
            The private half goes into a file that only its owner can read, outside of any repository. The public half is
            printed; whoever keeps the key ring adds it there.

            EXAMPLE
              visafee release key new zhang-wei --output ~/.visafee/zhang-wei.key > zhang-wei.public.json
            """
    )

    @Argument(help: "Whose key it is.")
    var name: String

    @Option(name: .shortAndLong, help: "The file for the private half.", completion: .file())
    var output: String

    func validate() throws {
        if name.isEmpty || name.utf8.count > 64 { throw ValidationError("a name has 1 to 64 letters") }
        if output.isEmpty { throw ValidationError("--output needs the name of a file") }
    }

    func run() throws {
        try ReleaseWork.run {
            if let repository = OperatorFiles.repository(holding: output) {
                throw Failure.couldNot(
                    "\(output) lies in the repository \(repository): keep private keys elsewhere, such as ~/.visafee"
                )
            }
            let key = SigningKey.new(named: name)
            try OperatorFiles.create(output, key.secretFileBytes, onlyForOwner: true)
            try Terminal.write(TrustedKey.publicFileBytes(of: key) + Array("\n".utf8))
            Terminal.say("wrote the private key \(key.id) of \(name) to \(output), readable by its owner only")
            Terminal.say(
                "next: visafee release key ring --add PUBLIC-FILE --roles release,stop --until DATE --key \(output)"
            )
        }
    }
}
