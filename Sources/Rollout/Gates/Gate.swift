public import Vocabulary

/// Something that must be so before a channel may move to a stage.
public enum Gate: String, CaseIterable, Sendable {
    /// Every path, nationality and day has exactly one fee, and the config answers its self-test.
    case feesProved = "fees-proved"
    /// The bureau can be reached, and that is known recently enough.
    case contactsFresh = "contacts-fresh"
    /// It is decided how the money moves.
    case railNamed = "rail-named"
    /// A payment went through from beginning to end without real money.
    case sandboxPayment = "sandbox-payment"
    /// The provider's bill, our log and the bureau's list have agreed for some days.
    case reconciliationClean = "reconciliation-clean"
    /// No payment is open.
    case drained
    /// The stage before has lasted for some days.
    case soaked
    /// People have signed the plan.
    case approved
    /// The day is followed by a working day, so that somebody is there if it goes wrong.
    case noFreeze = "no-freeze"

    /// How many days evidence for it stays good; nothing where it is looked at afresh each time.
    public var evidenceDays: Int? {
        switch self {
        case .sandboxPayment: 30
        case .reconciliationClean: 2
        case .drained: 1
        case .feesProved, .contactsFresh, .railNamed, .soaked, .approved, .noFreeze: nil
        }
    }

    /// What it asks for.
    public var name: LocalizedText {
        switch self {
        case .feesProved: LocalizedText("fees are proved", "费用已验证")
        case .contactsFresh: LocalizedText("contacts are fresh", "联系方式有效")
        case .railNamed: LocalizedText("a rail is named", "支付通道已确定")
        case .sandboxPayment: LocalizedText("a sandbox payment has passed", "沙箱缴费已通过")
        case .reconciliationClean: LocalizedText("reconciliation is clean", "对账无差异")
        case .drained: LocalizedText("no payment is open", "无未办结的缴费")
        case .soaked: LocalizedText("the stage before has lasted", "前一阶段持续时间足够")
        case .approved: LocalizedText("the plan is approved", "计划已批准")
        case .noFreeze: LocalizedText("the day is safe", "日期适宜变更")
        }
    }
}

/// Which gates each move needs: policy, as data.
///
/// The figures are proposals; people may change them.
public enum GateTable {
    /// A gate, with its number of days or of people where it has one.
    public struct Requirement: Hashable, Sendable {
        /// The gate.
        public let gate: Gate
        /// Days, or people.
        public let number: Int?

        init(_ gate: Gate, _ number: Int? = nil) {
            self.gate = gate
            self.number = number
        }

        /// The gate with its number: `soaked 5`.
        public var words: String {
            gate.rawValue + (number.map { " \($0)" } ?? "")
        }
    }

    private static let known = [Requirement(.feesProved), Requirement(.contactsFresh)]
    private static let money = known + [Requirement(.railNamed)]

    /// The gates of a legal move; none where it opens nothing.
    ///
    /// `raising` tells, of a move from pilot to pilot, whether its share grows.
    public static func requirements(
        from: RolloutStage.Kind,
        to: RolloutStage.Kind,
        raising: Bool
    ) -> [Requirement] {
        switch (from, to) {
        case (_, .shadow) where !from.finishesPayments: known
        case (.shadow, .pilot):
            money + [
                Requirement(.sandboxPayment), Requirement(.soaked, 3), Requirement(.approved, 1),
                Requirement(.noFreeze),
            ]
        case (.pilot, .pilot) where raising:
            money + [
                Requirement(.reconciliationClean), Requirement(.soaked, 2), Requirement(.approved, 1),
                Requirement(.noFreeze),
            ]
        case (.pilot, .live):
            money + [
                Requirement(.reconciliationClean), Requirement(.soaked, 5), Requirement(.approved, 2),
                Requirement(.noFreeze),
            ]
        case (.paused, .pilot):
            money + [Requirement(.reconciliationClean), Requirement(.approved, 1), Requirement(.noFreeze)]
        case (.paused, .live):
            money + [Requirement(.reconciliationClean), Requirement(.approved, 2), Requirement(.noFreeze)]
        // Where the engine no longer finishes payments, none may be open.
        case (.paused, .shadow), (.paused, .retired): [Requirement(.drained)]
        default: []
        }
    }
}
