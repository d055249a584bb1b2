import ArgumentParser
import Bundles
import CivilTime
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
        let now = try ProgramClock.now()
        let rings = try rings(from: keys, at: now)
        var signed = "signed"
        let release = try withHint {
            // The newest ring decides, as it does for engines; a release from before it is as good as it was.
            do throws(ReleaseRefusal) {
                return try VerifiedRelease(files: files, trusting: rings[rings.count - 1], at: now, after: nil)
            } catch {
                guard rings.count > 1, error.reason == .tooFewSignatures else { throw error }
                signed = "signed under an earlier key ring, so no engine takes it up anew"
                return try VerifiedRelease(kept: files, trusting: rings)
            }
        }
        try say(release.content, files.count, "release \(release.release.number), \(signed), as published")
    }

    /// The ring that is trusted, and those that follow from it in the store in which the release lies.
    private func rings(from keys: String, at now: Instant) throws -> [KeyRing] {
        for store in ["\(path)/..", "\(path)/../.."] {
            guard try ReleaseFolder(store).keyRing(1) != nil || ReleaseFolder(store).keyRing(2) != nil else { continue }
            return try ReleaseOptions.parse(["--store", store, "--keys", keys]).knownRings(at: now).rings
        }
        return [try Signed<KeyRing>(loading: OperatorFiles.bytes(at: keys)).body]
    }

    /// Verifies; whose signatures are not enough may have been given a key ring that is no longer the newest.
    private func withHint<Result>(_ verify: () throws -> Result) throws -> Result {
        do {
            return try verify()
        } catch let refusal as ReleaseRefusal where refusal.reason == .tooFewSignatures {
            throw Failure.couldNot(
                "\(refusal); where the key ring was changed since you got yours, ask whoever publishes for the newest, which "
                    + "lies in the release store as keys/NUMBER.json: --keys releases/keys/NUMBER.json"
            )
        }
    }

    private func verify(_ city: String, _ proof: String) throws {
        let ring = try Signed<KeyRing>(loading: OperatorFiles.bytes(at: keys ?? "")).body
        let proof = try CityProof(loading: OperatorFiles.bytes(at: proof))
        guard proof.city == city else {
            throw Failure.couldNot("the proof is for '\(Echo.safe(proof.city))', and not for '\(Echo.safe(city))'")
        }
        let bytes = try RegistryFolder.bytes(at: path, upTo: OutputFolder.fileLimit)
        let now = try ProgramClock.now()
        let config = try withHint { try proof.verify(file: bytes, trusting: ring, at: now) }
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
