/// How far this program has gone with a city's channel: a decision of people, never a fact about the city.
public enum RolloutStage: Hashable, Sendable {
    /// Nobody has decided anything.
    case none
    /// It is meant to come.
    case planned
    /// The engine runs beside the bureau and takes no money.
    case shadow
    /// This share of applicants, 1...99 %, may pay.
    case pilot(percent: Int)
    /// Everybody may pay.
    case live
    /// No new payments; those begun are finished.
    case paused
    /// Over for good, until planned anew.
    case retired

    /// The stage without its share.
    public var kind: Kind {
        switch self {
        case .none: .none
        case .planned: .planned
        case .shadow: .shadow
        case .pilot: .pilot
        case .live: .live
        case .paused: .paused
        case .retired: .retired
        }
    }

    /// The words for stages.
    public enum Kind: String, CaseIterable, Sendable {
        case none, planned, shadow, pilot, live, paused, retired

        /// Whether new payments are taken at this stage.
        public var takesMoney: Bool {
            self == .pilot || self == .live
        }
    }

    /// The shares a pilot may have, in percent.
    public static let pilotPercents = 1...99
}

extension RolloutStage.Kind {
    /// Every legal move of a channel, and nothing else is one.
    ///
    /// From each stage that takes money one move leads to a stage that takes none (`paused`), and nothing leads from there
    /// to `none` in one step: what was begun is finished first.
    public static let legalMoves: [(from: RolloutStage.Kind, to: [RolloutStage.Kind])] = [
        (.none, [.planned, .shadow]),
        (.planned, [.none, .shadow]),
        (.shadow, [.none, .planned, .pilot]),
        (.pilot, [.pilot, .live, .paused]),
        (.live, [.pilot, .paused]),
        (.paused, [.shadow, .pilot, .live, .retired]),
        (.retired, [.planned]),
    ]

    /// The stages one move away.
    public var successors: [RolloutStage.Kind] {
        Self.legalMoves.first { $0.from == self }?.to ?? []
    }
}

/// How money moves once this program takes it.
public enum RailKind: String, CaseIterable, Sendable {
    /// WeChat Pay, as a merchant or a service provider.
    case wechatPay = "wechat-pay"
    /// WeChat's non-tax payment for government fees.
    case wechatNonTax = "wechat-non-tax"
}

/// In whose name a WeChat Pay rail runs.
public enum RailMode: String, CaseIterable, Sendable {
    /// The bureau's own merchant number.
    case merchant
    /// A service provider acting for the bureau's merchant number.
    case partner
}

/// A rail by name.
///
/// The credential itself is declared in the service's settings and never written in a registry.
public struct Rail: Hashable, Sendable {
    /// Which protocol.
    public let kind: RailKind
    /// In whose name, where the protocol knows the difference.
    public let mode: RailMode?
    /// The name of a credential in the service's settings.
    public let credential: String

    /// A rail.
    public init(kind: RailKind, mode: RailMode?, credential: String) {
        self.kind = kind
        self.mode = mode
        self.credential = credential
    }
}
