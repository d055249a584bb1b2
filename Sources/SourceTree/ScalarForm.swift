/// What a single value looks like, before anybody knows what its place expects.
public enum ScalarForm: UInt8, Sendable, BitwiseCopyable {
    /// Anything else, and everything in quotes.
    case text
    /// Digits, with or without a minus sign: `168`, `-5`.
    case integer
    /// Digits around one point: `168.50`.
    case decimal
    /// Four, two and two digits: `2026-01-05`. Whether there is such a day is not asked here.
    case date
}
