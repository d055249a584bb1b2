/// What one exit-entry fee comes to, in renminbi: whole fen, never negative, never above ``cap``.
///
/// An amount is one fee or one payment. The takings of a day are not an amount and may well exceed the cap.
public struct Amount: Hashable, Comparable, Sendable {
    /// The hundredths of a yuan.
    public let fen: Int64

    private init(uncheckedFen fen: Int64) {
        self.fen = fen
    }

    /// The amount of so many fen, or nil if that is negative or above the cap.
    public init?(fen: Int64) {
        guard fen >= 0, fen <= Self.cap.fen else { return nil }
        self.fen = fen
    }

    /// No money at all: free of charge.
    public static let zero = Amount(uncheckedFen: 0)

    /// 100,000 yuan, the largest amount there is.
    ///
    /// The dearest exit-entry fees are some thousands of yuan. Whatever is above the cap is yuan mistaken for fen or a
    /// slip of the keyboard, and nobody may be asked to pay it.
    public static let cap = Amount(uncheckedFen: 100_000 * fenPerYuan)

    static let fenPerYuan: Int64 = 100

    /// Order of size.
    public static func < (left: Amount, right: Amount) -> Bool {
        left.fen < right.fen
    }
}

// MARK: - Arithmetic

extension Amount {
    /// Both together, or nil above the cap.
    public func adding(_ other: Amount) -> Amount? {
        // Two capped amounts cannot overflow.
        Amount(fen: fen + other.fen)
    }

    /// What is left after taking away the other, or nil if the other is larger.
    public func subtracting(_ other: Amount) -> Amount? {
        Amount(fen: fen - other.fen)
    }

    /// The amount so many times, or nil for a negative count or above the cap.
    public func times(_ count: Int) -> Amount? {
        let (product, overflow) = fen.multipliedReportingOverflow(by: Int64(count))
        return overflow || count < 0 ? nil : Amount(fen: product)
    }
}
