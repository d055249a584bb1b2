import ArgumentParser
import Bundles
import CivilTime
import FoundationEssentials

/// `visafee release key ring`.
struct ReleaseKeyRingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ring",
        abstract: "Make the first key ring, or the next one: add keys, take keys away, change how many must sign.",
        discussion: """
            The first ring becomes the file --keys, which every engine gets by hand. Later ones go into the store, signed by
            the ring before them, and engines follow by themselves. While an old key and a new one both stand in a ring,
            either may sign.

            EXAMPLES
              visafee release key ring --add me.public.json --until 2027-12-31 --key me.key
              visafee release key ring --add new.public.json --until 2028-12-31 --key me.key
              visafee release key ring --remove 0f3a51c7d2e4b698 --key new.key
            """
    )

    @Option(help: "The file of a public key to add; may be given several times.", completion: .file())
    var add: [String] = []

    @Option(help: "What the added keys are for: release, stop, approve, evidence, keys; all of it unless said.")
    var roles: String?

    @Option(help: "The first day on which the added keys count. (default: now)")
    var from: CivilDate?

    @Option(help: "The last day on which the added keys count.")
    var until: CivilDate?

    @Option(help: "The id of a key to take away; may be given several times.")
    var remove: [String] = []

    @Option(help: "How many keys must sign a release.")
    var releaseThreshold: Int?

    @Option(help: "How many keys must sign the next key ring.")
    var keysThreshold: Int?

    @OptionGroup
    var signing: SigningOptions

    @OptionGroup
    var options: ReleaseOptions

    func validate() throws {
        if !add.isEmpty, until == nil {
            throw ValidationError("--add needs --until: a key that counts for ever is never changed")
        }
    }

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let isFirst = !FileManager.default.fileExists(atPath: options.keys)
            let before = try isFirst ? nil : options.ring(at: now)
            let ring = try next(after: before, at: now)
            let signed = try signing.signingKeys().reduce(Signed<KeyRing>(ring)) { $0.signed(by: $1) }
            if let before {
                try before.check(successor: signed, at: now)
                try options.folder.addKeyRing(signed.canonicalBytes, as: ring.number)
                Terminal.say(
                    "key ring \(ring.number) is in \(options.store); engines that trust ring \(before.number) follow it"
                )
            } else {
                try KeyRing.check(first: signed, at: now)
                try OperatorFiles.create(options.keys, signed.canonicalBytes)
                Terminal.say("wrote key ring 1 to \(options.keys): give it to every engine, by a way you trust")
            }
            for line in KeyRingSheet(ring, at: now).lines { Terminal.say(line) }
        }
    }

    private func next(after before: KeyRing?, at now: Instant) throws -> KeyRing {
        let gone = Set(remove)
        let old = before?.keys ?? []
        if let unknown = gone.first(where: { id in !old.contains { $0.id.description == id } }) {
            throw ValidationError("no key '\(Echo.safe(unknown))' is in the ring: visafee release key list")
        }
        let kept = old.filter { !gone.contains($0.id.description) }
        let ring = KeyRing(
            number: (before?.number ?? 0) + 1,
            keys: kept + (try added(at: now)),
            releaseThreshold: releaseThreshold ?? before?.releaseThreshold ?? 1,
            keysThreshold: keysThreshold ?? before?.keysThreshold ?? 1
        )
        guard let ring else {
            throw ValidationError(
                "these keys are no ring: each stands in it once, and as many as must sign need the roles 'release' and 'keys'"
            )
        }
        return ring
    }

    private func added(at now: Instant) throws -> [TrustedKey] {
        guard let until, let end = until.next.flatMap({ Instant($0) }) else { return [] }
        let start = from.flatMap { Instant($0) } ?? now
        return try add.map { path in
            let (name, publicKey) = try TrustedKey.publicKey(loading: Self.trimmed(OperatorFiles.bytes(at: path)))
            return TrustedKey(name: name, publicKey: publicKey, roles: try roleSet(), from: start, until: end)
        }
    }

    /// Without the line feed that a shell's redirection leaves at the end.
    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes
    }

    private func roleSet() throws -> Set<KeyRole> {
        guard let roles else { return Set(KeyRole.allCases) }
        return try Set(
            roles.split(separator: ",").map { word in
                guard let role = KeyRole(rawValue: String(word)) else {
                    let known = KeyRole.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("no role is called '\(Echo.safe(word))'; roles are \(known)")
                }
                return role
            }
        )
    }
}
