public import Diagnostics

/// A value and the place in the YAML it was read from, kept for life: a rule five stages later can still point at it.
public struct Located<Value: Sendable>: Sendable {
    /// What was written.
    public let value: Value
    /// Where.
    public let range: SourceRange

    /// A value read at `range`.
    public init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A value somebody knows, or the written word `unknown`.
///
/// It has no bridge to `Bool`: unknown never means no.
public enum Known<Value: Sendable>: Sendable {
    /// The word `unknown` stands there.
    case unknown(at: SourceRange)
    /// A value stands there.
    case known(Value)

    /// The value, where one is known.
    public var value: Value? {
        switch self {
        case .unknown: nil
        case .known(let value): value
        }
    }
}
