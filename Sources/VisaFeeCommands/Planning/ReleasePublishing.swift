import ArgumentParser
import Bundles
import CivilTime
import Rollout
import ServiceConfig

/// What publishing and going back have in common.
enum ReleasePublishing {
    /// Refuses a reason that says nothing.
    static func requireReason(_ reason: String) throws {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason says why, for whoever looks later: write at least a word")
        }
    }

    /// The end of so many days.
    static func end(of days: Int, from now: Instant) throws -> Instant {
        guard let end = now.adding(seconds: Int64(days) * 86_400) else {
            throw ValidationError("\(days) days from now is later than any day this program knows")
        }
        return end
    }

    /// Says where the release in use is damaged, and from which one the publication goes on.
    static func say(_ basis: PublicationBasis) {
        guard let inUse = basis.inUse, let damage = basis.damage else { return }
        let from =
            basis.envelope.map { "this goes on from release \($0.body.number), the newest that is whole" }
            ?? "no earlier one is whole either, so this begins anew"
        Terminal.say(
            "release \(inUse), in use, is damaged (\(damage)); \(from), and stops that were reopened since hold again"
        )
    }
}

/// A saved plan, which is carried out exactly or not at all.
struct SavedPlan {
    /// Its bytes.
    let bytes: [UInt8]
    private let path: String
    private let content: String
    private let heading: (base: Digest?, target: Digest?, day: CivilDate)

    /// Reads the plan in a file, of a change to content that `content` names.
    init(_ path: String, of content: String) throws {
        let bytes = try OperatorFiles.bytes(at: path)
        guard let heading = Plan.heading(of: bytes) else {
            throw Failure.couldNot(
                "\(path) is no plan: make one with visafee plan \(content) --against release --output \(path)"
            )
        }
        (self.bytes, self.path, self.content, self.heading) = (bytes, path, content, heading)
    }

    /// By which a release names it.
    var digest: Digest { sha256(bytes) }

    /// The plan of what is published: exactly this one.
    func planning(from old: PlacedContent, to new: PlacedContent) throws -> Planning {
        let again = "make it again: visafee plan \(content) --against release --output \(path); nothing was published"
        guard heading.base == old.list?.digest(sha256) else {
            throw Failure.couldNot("\(path) was made for other content than is in use now; \(again)")
        }
        guard heading.target == new.list?.digest(sha256) else {
            throw Failure.couldNot("\(content) has changed since \(path) was made; \(again)")
        }
        let planning = try Planning(from: old, to: new, on: heading.day)
        guard planning.plan.canonicalBytes == bytes else {
            throw Failure.couldNot("\(path) does not say what this change does; \(again)")
        }
        return planning
    }
}

extension PlacedContent {
    /// What a publication goes on from; nothing before the first release.
    init(whole basis: PublicationBasis) throws {
        try self.init(files: basis.files)
    }
}

/// Evidence, approvals and decisions for a publication.
struct PublicationGateOptions: ParsableArguments {
    @Option(help: "GATE@CITY/CHANNEL=REASON: your decision where a gate cannot tell; may be given several times.")
    var decide: [String] = []

    @OptionGroup
    var gates: GateOptions

    /// Refuses a publication that opens payments whose gates are not passed; answers the decisions that were needed.
    func pass(
        _ planning: Planning,
        _ new: PlacedContent,
        _ plan: SavedPlan?,
        _ ring: KeyRing,
        onlyWhatOpens: Bool = false,
        at now: Instant
    ) throws -> [Release.Decision] {
        guard let digest = new.list?.digest(sha256) else { return [] }
        let verdict = PublicationGates(
            planning,
            content: digest,
            at: now,
            evidence: try gates.gateEvidence(ring),
            approvers: try gates.approvers(ofPlan: plan?.bytes, ring, at: now),
            decisions: try decide.map(PublicationGates.Decision.init),
            onlyWhatOpens: onlyWhatOpens
        )
        guard verdict.obstacles.isEmpty else {
            let count = verdict.obstacles.count
            throw Failure(
                description: "nothing was published: \(count) \(count == 1 ? "gate is" : "gates are") not passed\n  "
                    + verdict.obstacles.joined(separator: "\n  "),
                code: .findings
            )
        }
        return verdict.decisions
    }
}
