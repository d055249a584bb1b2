public import Money

/// What is known of one fee.
///
/// `unknown` is an answer, and never means "free" or "no".
public enum Fee: Hashable, Sendable {
    /// The fee schedule gives this amount.
    case amount(Amount)
    /// The bureau's bill sets the amount; no schedule does.
    case setByBill
    /// The bureau does not provide this.
    case notOffered
    /// Nobody has found out.
    case unknown

    /// The word for an answer that is not an amount, as YAML and JSON write it.
    public var word: String? {
        switch self {
        case .amount: nil
        case .setByBill: "set-by-bill"
        case .notOffered: "not-offered"
        case .unknown: "unknown"
        }
    }

    /// The words that may stand in place of an amount.
    public static let words: [(word: String, fee: Fee)] = [
        ("set-by-bill", .setByBill), ("not-offered", .notOffered), ("unknown", .unknown),
    ]

    /// The amount, where it is one.
    public var amount: Amount? {
        if case .amount(let amount) = self { amount } else { nil }
    }
}

/// What a fee is charged for each of.
public enum FeeUnit: String, CaseIterable, Sendable {
    /// Each person.
    case person
    /// Each time, however many persons.
    case time
}
