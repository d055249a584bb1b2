public import Vocabulary

extension RolloutStage.Kind {
    /// Whether payments that were begun are finished at this stage: the engine is connected to the rail and to the bureau.
    ///
    /// Elsewhere nothing may be open, so the moves there need the gate ``Gate/drained``.
    public var finishesPayments: Bool {
        switch self {
        case .pilot, .live, .paused: true
        case .none, .planned, .shadow, .retired: false
        }
    }
}

/// Everything that can happen to a channel, small enough to be looked at as a whole.
///
/// A state is a stage, how many payments are open, and whether the kill switch holds. Steps are the legal moves with their
/// gates, the beginning and the end of a payment, a stop and a reopening.
public struct RolloutModel: Sendable {
    /// Where a channel is.
    public struct State: Hashable, Sendable {
        /// The stage.
        public let stage: RolloutStage.Kind
        /// How many payments were begun and are not finished.
        public let open: Int
        /// Whether the kill switch holds.
        public let isStopped: Bool

        /// Whether a payment can begin.
        public var takesPayments: Bool { stage.takesMoney && !isStopped }
    }

    /// Something that happens.
    public enum Step: Hashable, Sendable {
        /// A command moves the channel to a stage.
        case move(RolloutStage.Kind)
        /// A command stops it.
        case stop
        /// A release opens it again.
        case reopen
        /// An applicant begins to pay.
        case begin
        /// A payment is shown by the bureau, or refunded.
        case finish
    }

    /// What looking at every state came to.
    public struct Verdict: Sendable {
        /// How many states can be reached from `none`.
        public let stateCount: Int
        /// How many steps lead from one to another.
        public let stepCount: Int
        /// A state that takes payments and that no single ungated command leads out of; none where all is well.
        public let unstoppable: State?
        /// A way to a state in which a payment is open and nothing finishes it; none where all is well.
        public let stranding: [Step]?
    }

    /// How many payments are counted; with more, nothing new can happen.
    private let most = 3
    private let moves: [(from: RolloutStage.Kind, to: RolloutStage.Kind, needsDrained: Bool)]

    /// The model of these moves; those of the program unless said otherwise.
    public init(moves: [(from: RolloutStage.Kind, to: RolloutStage.Kind, needsDrained: Bool)] = RolloutModel.legalMoves)
    {
        self.moves = moves
    }

    /// The legal moves, each with whether nothing may be open.
    public static let legalMoves = RolloutStage.Kind.legalMoves.flatMap { move in
        move.to.map { to in
            (
                from: move.from, to: to,
                needsDrained: GateTable.requirements(from: move.from, to: to, raising: true).contains {
                    $0.gate == .drained
                }
            )
        }
    }

    /// What can happen in a state, and where it leads.
    public func steps(from state: State) -> [(Step, State)] {
        var steps: [(Step, State)] = moves.filter { $0.from == state.stage && !($0.needsDrained && state.open > 0) }
            .map { (.move($0.to), State(stage: $0.to, open: state.open, isStopped: state.isStopped)) }
        steps.append(
            state.isStopped
                ? (.reopen, State(stage: state.stage, open: state.open, isStopped: false))
                : (.stop, State(stage: state.stage, open: state.open, isStopped: true))
        )
        if state.takesPayments, state.open < most {
            steps.append((.begin, State(stage: state.stage, open: state.open + 1, isStopped: state.isStopped)))
        }
        if state.open > 0, state.stage.finishesPayments {
            steps.append((.finish, State(stage: state.stage, open: state.open - 1, isStopped: state.isStopped)))
        }
        return steps
    }

    /// Whether one command that no gate can hold up leads from a state to no new payments.
    private func canStop(_ state: State) -> Bool {
        let byMove = moves.contains { move in
            move.from == state.stage && !move.to.takesMoney && !move.needsDrained
                && GateTable.requirements(from: move.from, to: move.to, raising: false).isEmpty
        }
        let byStop = steps(from: state).contains { $0.0 == .stop && !$0.1.takesPayments }
        return byMove && byStop
    }

    /// Looks at every state that can be reached.
    public func check() -> Verdict {
        let start = State(stage: .none, open: 0, isStopped: false)
        var ways: [State: [Step]] = [start: []]
        var queue = [start]
        var stepCount = 0
        var unstoppable: State?
        var stranding: [Step]?
        while !queue.isEmpty {
            let state = queue.removeFirst()
            let way = ways[state] ?? []
            if state.takesPayments, !canStop(state) { unstoppable = unstoppable ?? state }
            if state.open > 0, !state.stage.finishesPayments { stranding = stranding ?? way }
            for (step, next) in steps(from: state) {
                stepCount += 1
                guard ways[next] == nil else { continue }
                ways[next] = way + [step]
                queue.append(next)
            }
        }
        return Verdict(stateCount: ways.count, stepCount: stepCount, unstoppable: unstoppable, stranding: stranding)
    }
}
