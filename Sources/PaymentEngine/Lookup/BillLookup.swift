import Synchronization
public import Vocabulary

/// Finds a payer's bill, and tells a stranger nothing.
///
/// That there is no such receipt and that the code is wrong is one answer, given at one time: every answer leaves a fixed
/// time after the question came, however fast the bureau was.
public final class BillLookup: Sendable {
    /// What somebody asks.
    public struct Question: Sendable {
        /// The city's slug.
        public var city: String
        /// The receipt number as it was typed.
        public var typed: String
        /// The city's rule for receipt numbers; nothing where nobody knows it.
        public var format: ReceiptFormat?
        /// The code as it was typed.
        public var code: VerificationCode
        /// Who asks.
        public var source: LookupLimits.Source

        /// A question.
        public init(
            city: String,
            typed: String,
            format: ReceiptFormat?,
            code: VerificationCode,
            source: LookupLimits.Source
        ) {
            self.city = city
            self.typed = typed
            self.format = format
            self.code = code
            self.source = source
        }
    }

    private let desk: any BillDesk
    private let clock: any PaymentClock
    private let answerTime: Duration
    private let limits: Mutex<LookupLimits>

    /// A lookup whose answers take `answerTime`, more than none: longer than the bureau usually needs.
    public init(
        _ desk: any BillDesk,
        clock: any PaymentClock,
        answerTime: Duration = .seconds(2),
        limits: LookupLimits = LookupLimits()
    ) {
        self.desk = desk
        self.clock = clock
        self.answerTime = answerTime
        self.limits = Mutex(limits)
    }

    /// Looks for a bill.
    ///
    /// - Throws: `CancellationError` where nobody waits for the answer any longer.
    public func find(_ question: Question) async throws(CancellationError) -> LookupAnswer {
        let asked = clock.now()
        let answer = await answer(question, asked)
        // A bureau that missed the deadline costs whole rounds, so that how late it was does not show either.
        var release = asked + answerTime
        let now = clock.now()
        while release < now { release = release + answerTime }
        try await clock.sleep(until: release)
        return answer
    }

    private func answer(_ question: Question, _ asked: Moment) async -> LookupAnswer {
        let receipt: ReceiptNumber
        do {
            receipt = try ReceiptNumber(question.typed, format: question.format)
        } catch {
            return .unreadable(error)
        }
        let city = question.city
        let earliest = limits.withLock { $0.admit(question.source, receipt, in: city, at: asked) }
        if let earliest { return .tooSoon(until: earliest) }
        let find = await desk.find(receipt, question.code, in: city, by: asked + answerTime)
        limits.withLock { $0.end(question.source, receipt, in: city, find.ending, at: asked) }
        switch find {
        case .found(let bill): return .found(bill)
        case .noSuchReceipt, .wrongCode: return .noMatch
        case .unknown: return .bureauSilent
        }
    }
}

extension BillFind {
    fileprivate var ending: LookupLimits.Ending {
        switch self {
        case .found: .found
        case .noSuchReceipt, .wrongCode: .nothingFound
        case .unknown: .unanswered
        }
    }
}

/// What whoever looks for a bill is told.
public enum LookupAnswer: Hashable, Sendable {
    /// The bill.
    case found(BureauBill)
    /// Number and code do not belong together; whether there is such a receipt is not said.
    case noMatch
    /// It cannot be a receipt number of the city.
    case unreadable(ReceiptNumber.Refusal)
    /// Too many tries have failed; from this moment on one may try again.
    case tooSoon(until: Moment)
    /// The bureau does not answer.
    case bureauSilent
}
