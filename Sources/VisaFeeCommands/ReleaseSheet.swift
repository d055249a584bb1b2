import Bundles
import CanonicalJSON
import CivilTime
import ServiceConfig

/// A release for an administrator.
struct ReleaseSheet {
    private let envelope: Signed<Release>
    private let signers: [String]
    private let state: String

    init(_ envelope: Signed<Release>, _ ring: KeyRing, inUse: Int?, at now: Instant) {
        let release = envelope.body
        self.envelope = envelope
        // Names alone; whether a signature is good is said by whoever verifies.
        self.signers = envelope.signatures.map { ring.key($0.key)?.name ?? $0.key.description }
        self.state =
            release.number == inUse
            ? (release.expires <= now ? "in use, and ran out" : "in use")
            : release.number > (inUse ?? 0) && envelope.signatures.count < ring.releaseThreshold
                ? "waits for \(ring.releaseThreshold - envelope.signatures.count) more signatures" : "not in use"
    }

    private var release: Release { envelope.body }

    /// One line.
    var line: String {
        let back = release.rollsBackTo.map { ", back to \($0)" } ?? ""
        let reason = release.reason.map { ": \(Echo.safe($0))" } ?? ""
        return
            "\(release.number)  \(release.published)  \(state)\(back), signed by \(signers.joined(separator: ", "))\(reason)"
    }

    /// All there is to say.
    var lines: [String] {
        let decisions = release.decisions.map {
            "  decided: \($0.gate) for \($0.place): \(Echo.safe($0.reason))"
        }
        return [
            "release \(release.number): \(state)",
            "  published \(release.published) by \(signers.joined(separator: ", "))",
            "  holds from \(release.notBefore) until \(release.expires)",
            "  for engines \(release.engines.lowerBound) to \(release.engines.upperBound)",
            "  content \(release.content)",
            "  Merkle root \(release.merkleRoot)",
        ]
            + [
                release.replaces.map { "  takes the place of \($0)" },
                release.rollsBackTo.map { "  brings back the content of \($0)" },
                release.plan.map { "  plan \($0)" },
                release.reason.map { "  reason: \(Echo.safe($0))" },
            ].compactMap { $0 } + decisions
    }

    /// The release for a program.
    var json: JSONValue {
        [
            "content": .string(release.content.description),
            "decisions": .array(
                release.decisions.map {
                    ["gate": .string($0.gate), "place": .string($0.place), "reason": .string($0.reason)]
                }
            ),
            "digest": .string(envelope.digest.description),
            "engines": [.integer(Int64(release.engines.lowerBound)), .integer(Int64(release.engines.upperBound))],
            "expires": .string(release.expires.description),
            "formatVersion": 1,
            "merkleRoot": .string(release.merkleRoot.description),
            "notBefore": .string(release.notBefore.description),
            "number": .integer(Int64(release.number)),
            "plan": release.plan.map { .string($0.description) } ?? .null,
            "published": .string(release.published.description),
            "reason": release.reason.map { .string($0) } ?? .null,
            "reopens": .array(release.reopens.map { .string($0.description) }),
            "replaces": release.replaces.map { .integer(Int64($0)) } ?? .null,
            "rollsBackTo": release.rollsBackTo.map { .integer(Int64($0)) } ?? .null,
            "signers": .array(signers.map { .string($0) }),
            "state": .string(state),
        ]
    }

    /// What became of a publication.
    static func sentence(_ outcome: Publisher.Outcome, in options: ReleaseOptions) -> String {
        let number = outcome.envelope.body.number
        switch outcome {
        case .inUse: return "release \(number) is in use in \(options.store)"
        case .waiting(_, let missing):
            return "release \(number) is kept in \(options.store) and waits for \(missing) more "
                + "\(missing == 1 ? "signature" : "signatures"); next: visafee release sign \(number) "
                + "--store \(options.store) --keys \(options.keys) --key FILE"
        }
    }
}
