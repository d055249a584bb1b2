import ArgumentParser
import Bundles
import CanonicalJSON
import CivilTime
import FoundationEssentials
import Rollout
import ServiceConfig
import Vocabulary

/// `visafee rollout status`.
struct RolloutStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract:
            "Say at which stage a city's channels are, and what is missing for the next, with the command that supplies it.",
        discussion: """
            Shows the moves that are written for days to come, or else those that could come next. A gate passes, fails, or
            cannot tell; then a person decides, when publishing.

            EXAMPLES
              visafee rollout status guangzhou
              visafee rollout status guangzhou --plan plan.json --approval ben.approval.json --format json
            """
    )

    @Argument(help: "The city's slug.", completion: .cities)
    var city: String

    @Option(help: "A registry's folder, one of generated files, git:REF, release or release:7.")
    var content = "cities"

    @Option(help: "The saved plan that approvals are for.", completion: .file())
    var plan: String?

    @Option(help: "The form: human or json.")
    var format: AnswerFormat = .human

    @Option(name: .customLong("lang"), help: "The language: en or zh.")
    var language: Language = .english

    @OptionGroup
    var gates: GateOptions

    @OptionGroup
    var killSwitch: KillSwitchOptions

    @OptionGroup
    var options: ReleaseOptions

    @OptionGroup
    var tables: TableOptions

    /// A channel's stage, and the moves that come next.
    private struct Channel {
        let id: String
        let stage: RolloutStage
        let since: CivilDate?
        let moves: [(move: WantedMove, isWritten: Bool)]
    }

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            let placed = try PlacedContent(ContentPlace(content), registry: content, options, tables)
            guard let digest = placed.list?.digest(sha256), let bytes = placed.files?[LoadedContent.path(of: city)]
            else {
                throw Failure.couldNot("\(content) has no city '\(Echo.safe(city))': its file is named after its slug")
            }
            let config: CityConfig
            do throws(ConfigRefusal) {
                config = try CityConfig(loading: bytes)
            } catch {
                throw Failure.couldNot("\(error)")
            }
            let keeper = try keeper(of: config, digest, at: now)
            let channels = config.rollouts.map { channel($0, on: now.date) }
            let over = (try? options.publisher(at: now).basis().envelope?.body.reopens) ?? []
            let stops = try StandingStops(killSwitch, options, reopened: over, at: now)
            switch format {
            case .human:
                let lines = stops.lines(of: city, in: language) + lines(config, channels, keeper, on: now.date)
                try Terminal.write(lines.joined(separator: "\n"))
            case .json: try Terminal.write(json(channels, keeper, digest, stops, on: now.date).pretty)
            }
        }
    }

    private func keeper(of config: CityConfig, _ digest: Digest, at now: Instant) throws -> GateKeeper {
        // Without keys nobody's signature counts, and gates that need one say so.
        guard FileManager.default.fileExists(atPath: options.keys) else {
            guard gates.evidence.isEmpty, gates.approval.isEmpty else {
                throw Failure.couldNot("there is no key ring \(options.keys): say with --keys whose signatures count")
            }
            return GateKeeper(config, content: digest, at: now, evidence: [], approvers: [])
        }
        let ring = try options.ring(at: now)
        let planBytes = try plan.map { try OperatorFiles.bytes(at: $0) }
        return GateKeeper(
            config,
            content: digest,
            at: now,
            evidence: try gates.gateEvidence(ring),
            approvers: try gates.approvers(ofPlan: planBytes, ring, at: now)
        )
    }

    private func channel(_ rollout: ServiceConfig.Rollout, on today: CivilDate) -> Channel {
        let stage = rollout.stage(on: today)
        let since = rollout.stage.changes.last { $0.date <= today }?.date
        var (current, start) = (stage, since)
        var moves: [(WantedMove, Bool)] = []
        for change in rollout.stage.changes where change.date > today {
            moves.append(
                (
                    WantedMove(
                        channel: rollout.channel,
                        from: current,
                        to: change.value,
                        day: change.date,
                        since: start
                    ), true
                )
            )
            (current, start) = (change.value, change.date)
        }
        if moves.isEmpty {
            moves = stage.kind.successors.map { kind in
                let next = Self.example(of: kind, after: stage)
                return (WantedMove(channel: rollout.channel, from: stage, to: next, day: today, since: since), false)
            }
        }
        return Channel(id: rollout.channel, stage: stage, since: since, moves: moves)
    }

    /// A stage of a kind; a pilot begins with 5 %, and goes on with more.
    private static func example(of kind: RolloutStage.Kind, after stage: RolloutStage) -> RolloutStage {
        switch kind {
        case .none: .none
        case .planned: .planned
        case .shadow: .shadow
        case .pilot:
            if case .pilot(let percent) = stage { .pilot(percent: min(99, percent * 10)) } else { .pilot(percent: 5) }
        case .live: .live
        case .paused: .paused
        case .retired: .retired
        }
    }

    private func lines(_ config: CityConfig, _ channels: [Channel], _ keeper: GateKeeper, on today: CivilDate)
        -> [String]
    {
        let name = config.place.name.text(in: language)
        guard !channels.isEmpty else {
            return [
                language == .english
                    ? "\(name): no rollout is written; next: visafee city enable \(city)"
                    : "\(name)：尚未写入任何阶段；下一步：visafee city enable \(city)"
            ]
        }
        return channels.flatMap { channel -> [String] in
            let stage = channel.stage.words
            let since = channel.since.map { language == .english ? " since \($0)" : "（自\($0)起）" } ?? ""
            return ["\(name), \(channel.id): \(stage)\(since)"]
                + channel.moves.flatMap { move, isWritten in
                    let verdicts = keeper.verdicts(on: move)
                    let heading = heading(move, isWritten, passes: verdicts.allSatisfy { $0.verdict.isPass })
                    return ["  " + heading]
                        + verdicts.flatMap { requirement, verdict in
                            ["    \(verdict.word)  \(requirement.words): \(verdict.reason.text(in: language))"]
                                + (verdict.command.map { ["      → \($0)"] } ?? [])
                        }
                }
        }
    }

    private func heading(_ move: WantedMove, _ isWritten: Bool, passes: Bool) -> String {
        let isReady = passes && move.isLegal
        switch language {
        case .english:
            let what = isWritten ? "\(move.to.words) on \(move.day), as written" : "\(move.to.words), if it were today"
            return what + (move.isLegal ? (isReady ? ": nothing is missing" : ":") : ": no legal move")
        case .chinese:
            let what = isWritten ? "\(move.day)：\(move.to.words)（已写入）" : "若今天改为\(move.to.words)"
            return what + (move.isLegal ? (isReady ? "：条件齐备" : "：") : "：不允许的变更")
        }
    }

    private func json(
        _ channels: [Channel],
        _ keeper: GateKeeper,
        _ digest: Digest,
        _ stops: StandingStops,
        on today: CivilDate
    ) -> JSONValue {
        let list = channels.map { channel -> JSONValue in
            let moves = channel.moves.map { move, isWritten -> JSONValue in
                let gates = keeper.verdicts(on: move).map { requirement, verdict -> JSONValue in
                    [
                        "command": verdict.command.map { .string($0) } ?? .null,
                        "gate": .string(requirement.gate.rawValue),
                        "number": requirement.number.map { .integer(Int64($0)) } ?? .null,
                        "reason": verdict.reason.json, "verdict": .string(verdict.word),
                    ]
                }
                return [
                    "day": .string(move.day.description), "gates": .array(gates), "legal": .bool(move.isLegal),
                    "to": .string(move.to.words), "written": .bool(isWritten),
                ]
            }
            return [
                "channel": .string(channel.id), "moves": .array(moves),
                "since": channel.since.map { .string($0.description) } ?? .null, "stage": .string(channel.stage.words),
            ]
        }
        return [
            "asOf": .string(today.description), "channels": .array(list), "city": .string(city),
            "content": .string(digest.description), "formatVersion": 1, "stopped": .array(stops.json(of: city)),
        ]
    }
}
