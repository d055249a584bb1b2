import ArgumentParser
import Bundles
import ServiceConfig

/// `visafee verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that generated files are whole, and that each config answers as its registry did.",
        discussion: """
            A folder with a release.json is verified as a release, from its signatures on. With --city and --proof one
            city's file is verified without the rest of its release.

            EXAMPLES
              visafee verify content
              visafee verify releases/releases/7 --keys keys.json
              visafee verify guangzhou.json --city guangzhou --proof guangzhou.proof.json --keys keys.json
            """
    )

    @Argument(help: "The folder of generated files, or one city's file.")
    var path: String

    @Option(help: "The city whose file it is.", completion: .cities)
    var city: String?

    @Option(help: "The proof that the city's file belongs to a release.", completion: .file())
    var proof: String?

    @Option(help: "The key ring that is trusted.", completion: .file())
    var keys: String?

    func validate() throws {
        guard (city == nil) == (proof == nil) else { throw ValidationError("--city and --proof go together") }
        guard proof == nil || keys != nil else {
            throw ValidationError("--proof needs --keys: whose signatures count?")
        }
    }

    func run() throws {
        try ReleaseWork.run {
            if let city, let proof {
                try verify(city, proof)
            } else {
                guard let files = try OutputFolder(path).files() else {
                    throw Failure.couldNot("there is no folder \(path)")
                }
                try files[Release.fileName] == nil ? verify(content: files) : verify(release: files)
            }
        }
    }

    private func verify(content files: [String: [UInt8]]) throws {
        do {
            let content = try LoadedContent(files: PagesFolder.checked(files), sha256)
            try say(content, files.count, "all as generated")
        } catch let refusal as ConfigRefusal {
            throw Failure.couldNot("\(path) is not what was generated: \(refusal)")
        }
    }

    private func verify(release files: [String: [UInt8]]) throws {
        guard let keys else {
            throw Failure.couldNot("\(path) holds a release: say with --keys whose signatures count")
        }
        let ring = try Signed<KeyRing>(loading: OperatorFiles.bytes(at: keys)).body
        let release = try VerifiedRelease(files: files, trusting: ring, at: ProgramClock.now(), after: nil)
        try say(release.content, files.count, "release \(release.release.number), signed, as published")
    }

    private func verify(_ city: String, _ proof: String) throws {
        let ring = try Signed<KeyRing>(loading: OperatorFiles.bytes(at: keys ?? "")).body
        let proof = try CityProof(loading: OperatorFiles.bytes(at: proof))
        guard proof.city == city else {
            throw Failure.couldNot("the proof is for '\(Echo.safe(proof.city))', and not for '\(Echo.safe(city))'")
        }
        let bytes = try RegistryFolder.bytes(at: path, upTo: OutputFolder.fileLimit)
        let config = try proof.verify(file: bytes, trusting: ring, at: ProgramClock.now())
        let questions = config.selfTest.count * config.fees.leaves.count
        try Terminal.write(
            "\(path): \(city) as in release \(proof.envelope.body.number), \(questions) self-test questions: signed, as published"
        )
    }

    private func say(_ content: LoadedContent, _ fileCount: Int, _ verdict: String) throws {
        let cities = content.index().entries.compactMap { content.config(of: $0.place.slug) }
        let questions = cities.reduce(0) { $0 + $1.selfTest.count * $1.fees.leaves.count }
        try Terminal.write(
            "\(path): \(fileCount) files, \(cities.count) cities, \(questions) self-test questions: \(verdict)"
        )
    }
}
