/// What time it is, and waiting.
public protocol PaymentClock: Sendable {
    /// The moment now.
    func now() -> Moment
    /// Waits until a moment has come.
    ///
    /// - Throws: `CancellationError` where nobody waits any longer.
    func sleep(until moment: Moment) async throws(CancellationError)
}

/// Chance, for delays and salts.
public protocol RandomSource: Sendable {
    /// The next number, any of all.
    func next() -> UInt64
}

extension RandomSource {
    /// Bytes of chance.
    public func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) }
    }
}
