import ArgumentParser
import Bundles
import CivilTime
import Rollout
import ServiceConfig
import Vocabulary

/// Evidence, approvals and decisions that somebody hands in with a change.
struct GateOptions: ParsableArguments {
    @Option(help: "A file of evidence that a command wrote; may be given several times.", completion: .file())
    var evidence: [String] = []

    @Option(help: "A file with somebody's approval of the plan; may be given several times.", completion: .file())
    var approval: [String] = []

    /// The evidence, each piece with whose command found it out.
    func gateEvidence(_ ring: KeyRing) throws -> [GateEvidence] {
        try evidence.map { path in
            let signed = try Signed<Evidence>(loading: OperatorFiles.bytes(at: path))
            let body = signed.body
            guard let gate = Gate(rawValue: body.gate) else {
                let known = Gate.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure.couldNot("\(path): no gate is called '\(Echo.safe(body.gate))'; gates are \(known)")
            }
            return GateEvidence(
                gate: gate,
                city: body.city,
                channel: body.channel,
                content: body.content,
                found: body.found,
                isGood: body.isGood,
                detail: Echo.safe(body.detail),
                producer: try signed.producer(in: ring)
            )
        }
    }

    /// The names of those who approved a plan.
    func approvers(ofPlan bytes: [UInt8]?, _ ring: KeyRing, at now: Instant) throws -> [String] {
        guard let bytes else { return [] }
        let approvals = try approval.map { try Signed<Approval>(loading: OperatorFiles.bytes(at: $0)) }
        return try ring.approvers(ofPlan: bytes, approvals, at: now)
    }
}

/// The moves of a channel that are written in a config.
enum WrittenMoves {
    /// The moves from a day on, and those of earlier days that another config does not have.
    static func moves(of config: CityConfig, from today: CivilDate, notIn old: CityConfig?) -> [WantedMove] {
        config.rollouts.flatMap { rollout -> [WantedMove] in
            let known = old.map { all($0.rollout(of: rollout.channel)) } ?? []
            return all(rollout).filter {
                !known.contains($0) && (old != nil || $0.day >= today || $0.to.kind.takesMoney)
            }
        }
    }

    /// The moves by which a plan lets anybody pay who could not before, from a day on.
    ///
    /// Such a move need not be written anywhere: a pause that is taken away opens payments too. Where no payment was taken
    /// before, it is held against the gates of what opens again after a pause.
    static func opened(_ plan: Plan, in city: String, from today: CivilDate) -> [WantedMove] {
        plan.changes.compactMap { change in
            guard case .stage(let change) = change, change.city == city, change.raisesExposure,
                change.until.map({ $0 > today }) ?? true
            else { return nil }
            return WantedMove(
                channel: change.channel,
                from: change.percentBefore > 0 ? change.before : .paused,
                to: change.after,
                day: max(change.from, today),
                since: nil
            )
        }
    }

    /// All moves of a rollout, in order of time.
    private static func all(_ rollout: Rollout?) -> [WantedMove] {
        guard let rollout else { return [] }
        var current = rollout.stage.undated ?? .none
        var since: CivilDate?
        return rollout.stage.changes.map { change in
            defer { (current, since) = (change.value, change.date) }
            return WantedMove(channel: rollout.channel, from: current, to: change.value, day: change.date, since: since)
        }
    }
}

/// Decides whether a publication may open what it opens.
struct PublicationGates {
    /// A person's decision where a gate cannot tell.
    struct Decision {
        let gate: Gate
        let place: String
        let reason: String

        /// Reads `GATE@CITY/CHANNEL=REASON`.
        init(_ text: String) throws {
            let parts = text.split(separator: "=", maxSplits: 1)
            let left = parts.first?.split(separator: "@", maxSplits: 1) ?? []
            guard parts.count == 2, left.count == 2, let gate = Gate(rawValue: String(left[0])) else {
                let known = Gate.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "write --decide GATE@CITY/CHANNEL=REASON, with a gate out of \(known); this is '\(Echo.safe(text))'"
                )
            }
            self.gate = gate
            self.place = String(left[1])
            self.reason = String(parts[1])
        }
    }

    /// What keeps the publication from being made, in words; empty where nothing does.
    let obstacles: [String]
    /// The decisions that were needed.
    let decisions: [Release.Decision]

    /// Holds every move that is new against its gates; with `onlyWhatOpens`, none of a channel on which nothing is opened
    /// or raised from today on.
    init(
        _ planning: Planning,
        content: Digest,
        at now: Instant,
        evidence: [GateEvidence],
        approvers: [String],
        decisions: [Decision],
        onlyWhatOpens: Bool
    ) {
        var obstacles: [String] = []
        var needed: [Release.Decision] = []
        for slug in planning.plan.changedCities {
            guard let config = planning.after[slug] else { continue }
            let keeper = GateKeeper(config, content: content, at: now, evidence: evidence, approvers: approvers)
            let written = WrittenMoves.moves(of: config, from: now.date, notIn: planning.before[slug])
            let opened = WrittenMoves.opened(planning.plan, in: slug, from: now.date)
            let looked = onlyWhatOpens ? written.filter { opened.map(\.channel).contains($0.channel) } : written
            let unwritten = opened.filter { move in
                !written.contains { $0.channel == move.channel && $0.to == move.to && $0.day <= move.day }
            }
            for move in looked + unwritten {
                let place = "\(slug)/\(move.channel)"
                for (requirement, verdict) in keeper.verdicts(on: move) where !verdict.isPass {
                    let decision = decisions.first { $0.gate == requirement.gate && $0.place == place }
                    if case .inconclusive = verdict, let decision {
                        let made = Release.Decision(
                            gate: requirement.gate.rawValue,
                            place: place,
                            reason: decision.reason
                        )
                        if !needed.contains(made) { needed.append(made) }
                    } else {
                        obstacles.append(Self.obstacle(requirement, verdict, place, move))
                    }
                }
            }
        }
        self.obstacles = obstacles
        self.decisions = needed
    }

    private static func obstacle(
        _ requirement: GateTable.Requirement,
        _ verdict: GateVerdict,
        _ place: String,
        _ move: WantedMove
    ) -> String {
        var lines =
            "\(place), \(move.day), \(move.from.words) to \(move.to.words): \(requirement.words): \(verdict.word): "
            + verdict.reason.text(in: .english)
        if let command = verdict.command { lines += "\n    next: \(command)" }
        if case .inconclusive = verdict {
            lines += "\n    or decide, with your reason: --decide '\(requirement.gate.rawValue)@\(place)=REASON'"
        }
        return lines
    }
}

extension RolloutStage {
    /// The stage as commands write it.
    var words: String {
        if case .pilot(let percent) = self { "pilot \(percent)%" } else { kind.rawValue }
    }
}
