import Bundles
import CanonicalJSON
import CivilTime
import ServiceConfig

/// A release for an administrator.
struct ReleaseSheet {
    private let envelope: Signed<Release>
    private let signers: [String]
    private let state: String

    /// The release with those whose signatures are good; refused where one is false, or nobody's counts.
    init(_ envelope: Signed<Release>, _ rings: [KeyRing], inUse: Int?, at now: Instant) throws {
        let release = envelope.body
        let keys = try VerifiedEnvelope.signers(of: envelope, in: rings)
        let threshold = rings.last?.releaseThreshold ?? 1
        self.envelope = envelope
        self.signers = keys.map(\.name)
        self.state =
            release.number == inUse
            ? (release.expires <= now ? "in use, and ran out" : "in use")
            : release.number > (inUse ?? 0) && keys.count < threshold
                ? "waits for \(threshold - keys.count) more \(threshold - keys.count == 1 ? "signature" : "signatures")"
                : "not in use"
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
