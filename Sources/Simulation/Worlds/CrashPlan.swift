import PaymentEngine
import Vocabulary

/// What a process does that the outside, or its log, notices.
public enum CrashEffect: String, CaseIterable, Hashable, Sendable {
    /// Creates an order.
    case create = "create order"
    /// Gives it to the provider.
    case place
    /// Asks the provider about it.
    case query
    /// Takes in a notification.
    case notify = "notification"
    /// Has the order closed.
    case close
    /// Writes a payment to the bureau.
    case bureauWrite = "bureau write"
    /// Reads what the bureau shows.
    case bureauRead = "bureau read"
    /// Asks for a refund.
    case refund
    /// Asks about a refund.
    case refundQuery = "refund query"
    /// Destroys personal data.
    case expunge

    /// Whether nobody outside is called: its commit is all there is.
    var isCommitOnly: Bool {
        switch self {
        case .create, .notify, .expunge: true
        case .place, .query, .close, .bureauWrite, .bureauRead, .refund, .refundQuery: false
        }
    }
}

/// Where in an effect a process dies.
public enum CrashPosition: String, CaseIterable, Hashable, Sendable {
    /// Before anything is sent.
    case beforeSending = "before sending"
    /// It is sent; it arrives only half a minute after the death, if it changes anything.
    case sentNotApplied = "sent, not applied"
    /// The other side has acted, and nobody hears its answer.
    case appliedAnswerLost = "applied, answer lost"
    /// The answer was heard and not committed.
    case answeredNotCommitted = "answered, not committed"
    /// It is committed, and nobody was told.
    case committedNotAcknowledged = "committed, not acknowledged"
}

/// One place to die.
public struct CrashPoint: Hashable, Sendable, CustomStringConvertible {
    /// In which effect.
    public var effect: CrashEffect
    /// Where in it.
    public var position: CrashPosition

    /// A place to die.
    public init(_ effect: CrashEffect, _ position: CrashPosition) {
        self.effect = effect
        self.position = position
    }

    /// Every place there is: ten effects, five positions each.
    public static let all = CrashEffect.allCases.flatMap { effect in
        CrashPosition.allCases.map { CrashPoint(effect, $0) }
    }

    /// Effect and position.
    public var description: String { "\(effect.rawValue): \(position.rawValue)" }
}

/// Where processes die, one after the other: the first chance of each once the one before has been had.
struct CrashPlan: Sendable {
    private var ahead: [CrashPoint]
    /// How many deaths there have been.
    private(set) var fired = 0

    init(_ points: [CrashPoint]) {
        self.ahead = points.reversed()
    }

    /// Whether this is where the next death is due.
    func isDue(_ point: CrashPoint) -> Bool {
        ahead.last == point
    }

    /// A death.
    mutating func fire() {
        ahead.removeLast()
        fired += 1
    }
}

extension World {
    /// Whether the process dies here, and if so, its death.
    func dies(_ effect: CrashEffect, _ position: CrashPosition, _ instance: Instance) -> Bool {
        guard isDue(effect, position) else { return false }
        instance.die(at: CrashPoint(effect, position))
        return true
    }

    /// Whether the next death is due here.
    func isDue(_ effect: CrashEffect, _ position: CrashPosition) -> Bool {
        crashPlan?.isDue(CrashPoint(effect, position)) ?? false
    }
}

extension Instance {
    /// Dies as planned.
    func die(at point: CrashPoint) {
        guard isAlive else { return }
        world.crashPlan?.fire()
        world.tell(LocalizedText("the process dies (\(point))", "进程崩溃（\(point)）"))
        die()
    }

    /// Has the process die around its next write, where that is due.
    ///
    /// At `before` it dies with the write undone, at `after` with the write done.
    func expectDeath(in effect: CrashEffect, before: CrashPosition, after: CrashPosition) {
        if world.isDue(effect, before) {
            doom = Doom(point: CrashPoint(effect, before), isBefore: true)
        } else if world.isDue(effect, after) {
            doom = Doom(point: CrashPoint(effect, after), isBefore: false)
        }
    }
}

/// A death around the next write.
struct Doom: Hashable, Sendable {
    var point: CrashPoint
    var isBefore: Bool
}

extension CrashEffect {
    /// What happens, as a clause.
    func text(_ order: OrderNumber) -> LocalizedText {
        switch self {
        case .create: LocalizedText("order \(order) is created", "创建订单 \(order)")
        case .place: LocalizedText("order \(order) is given to the provider", "订单 \(order) 提交支付平台")
        case .query: LocalizedText("the provider is asked about \(order)", "向支付平台查询 \(order)")
        case .notify: LocalizedText("a notification about \(order) is taken in", "接收 \(order) 的通知")
        case .close: LocalizedText("the provider is told to close \(order)", "请支付平台关闭 \(order)")
        case .bureauWrite: LocalizedText("the payment of \(order) is written to the bureau", "\(order) 的缴费写入出入境系统")
        case .bureauRead: LocalizedText("the bureau is asked about \(order)", "向出入境系统查询 \(order)")
        case .refund: LocalizedText("a refund of \(order) is asked for", "申请 \(order) 的退款")
        case .refundQuery: LocalizedText("the provider is asked about a refund of \(order)", "查询 \(order) 的退款")
        case .expunge: LocalizedText("the personal data of \(order) are destroyed", "销毁 \(order) 的个人数据")
        }
    }
}
