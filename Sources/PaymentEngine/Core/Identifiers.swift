/// Which bill a dossier is about: a keyed digest of city and receipt number, in 24 small hexadecimal digits.
///
/// Whoever has the key can find the dossier of a receipt; nobody can find the receipt of a dossier.
public struct DossierID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits.
    public let description: String

    /// Reads 24 small hexadecimal digits.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.isDigit) else { return nil }
        self.description = String(text)
    }

    static let length = 24

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// Alphabetical order.
    public static func < (left: DossierID, right: DossierID) -> Bool {
        left.description < right.description
    }
}

/// The number the provider knows an order by (`out_trade_no`): the dossier and the attempt, `6f…c1-2`.
///
/// It follows from the bill alone. So it is fixed before the first call, and whoever has lost everything else derives the
/// same number again, for which no provider charges twice.
public struct OrderNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The bill.
    public let dossier: DossierID
    /// Which attempt to pay it, from 1.
    public let attempt: Int

    /// The number of an attempt.
    public init(_ dossier: DossierID, attempt: Int) {
        self.dossier = dossier
        self.attempt = attempt
    }

    /// Reads a number as ``description`` writes it.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let dossier = DossierID(parts[0]), let attempt = Int(parts[1]), attempt > 0,
            "\(attempt)" == parts[1]
        else { return nil }
        self.init(dossier, attempt: attempt)
    }

    /// At most 32 characters, as providers ask.
    public var description: String { "\(dossier)-\(attempt)" }

    /// Order of dossiers, then of attempts.
    public static func < (left: OrderNumber, right: OrderNumber) -> Bool {
        (left.dossier, left.attempt) < (right.dossier, right.attempt)
    }
}

/// The number the provider knows a refund by (`out_refund_no`): the order and the refund, `6f…c1-2-R1`.
public struct RefundNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The order.
    public let order: OrderNumber
    /// Which refund of it, from 1.
    public let index: Int

    /// The number of a refund.
    public init(_ order: OrderNumber, index: Int) {
        self.order = order
        self.index = index
    }

    /// Reads a number as ``description`` writes it.
    public init?(_ text: some StringProtocol) {
        guard let mark = text.lastIndex(of: "-"), text[mark...].hasPrefix("-R"), let order = OrderNumber(text[..<mark])
        else { return nil }
        let digits = text[mark...].dropFirst(2)
        guard let index = Int(digits), index > 0, "\(index)" == digits else { return nil }
        self.init(order, index: index)
    }

    /// The text the provider is given.
    public var description: String { "\(order)-R\(index)" }

    /// Order of orders, then of refunds.
    public static func < (left: RefundNumber, right: RefundNumber) -> Bool {
        (left.order, left.index) < (right.order, right.index)
    }
}

/// The provider's own number of a payment (`transaction_id`).
public struct TransactionID: Hashable, Sendable, CustomStringConvertible {
    /// The text the provider gave.
    public let description: String

    /// A provider's number.
    public init(_ text: String) {
        self.description = text
    }
}

/// Which config an order was created under, and is run under to its end.
public struct ConfigVersion: Hashable, Sendable, CustomStringConvertible {
    /// The digest of the content the config was loaded from, or another name that never comes to mean something else.
    public let description: String

    /// A config's version.
    public init(_ text: String) {
        self.description = text
    }
}
