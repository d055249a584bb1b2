/// Why a generated file is not accepted. Nothing of it is used then: all or nothing.
public struct ConfigRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of refusal.
    public enum Reason: String, CaseIterable, Sendable {
        /// The bytes are not the canonical JSON a generator writes.
        case notCanonical = "not-canonical"
        /// The file is of another format, or another version of it.
        case otherFormat = "other-format"
        /// A value is missing, unknown or of the wrong type.
        case malformed
        /// The look-up answers a question of the self-test otherwise than the registry does.
        case selfTestFailed = "self-test-failed"
        /// A digest does not match, or a file is missing or unlisted.
        case digestDiffers = "digest-differs"
    }

    /// The kind.
    public let reason: Reason
    /// Where and what, in words.
    public let explanation: String

    /// A refusal.
    public init(_ reason: Reason, _ explanation: String) {
        self.reason = reason
        self.explanation = explanation
    }

    /// The kind and the explanation.
    public var description: String { "\(reason.rawValue): \(explanation)" }
}
