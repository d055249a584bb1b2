import ArgumentParser
import Bundles

/// `visafee release proof`.
struct ReleaseProofCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Write a proof with which one city's file can be verified without the rest of its release.",
        discussion: """
            EXAMPLE
              visafee release proof guangzhou --output guangzhou.proof.json
              visafee verify guangzhou.json --city guangzhou --proof guangzhou.proof.json --keys keys.json
            """
    )

    @Argument(help: "The city's slug.", completion: .cities)
    var city: String

    @Option(help: "The release's number. (default: the one in use)")
    var release: Int?

    @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
    var output: String

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        try ReleaseWork.run {
            let verified = try options.verified(release, at: ProgramClock.now())
            guard let proof = CityProof(of: city, in: verified) else {
                throw Failure.couldNot("release \(verified.release.number) has no config of '\(Echo.safe(city))'")
            }
            try OperatorFiles.replace(output, proof.canonicalBytes)
            Terminal.say("wrote the proof that \(city) belongs to release \(verified.release.number) to \(output)")
        }
    }
}
