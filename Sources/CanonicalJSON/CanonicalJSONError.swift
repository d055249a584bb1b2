/// Where and why bytes are not canonical JSON.
public struct CanonicalJSONError: Error, Hashable, Sendable {
    /// What is wrong with the bytes.
    public enum Reason: CaseIterable, Hashable, Sendable {
        /// The bytes end in the middle of a value.
        case unexpectedEnd
        /// There is a space, tab or line break between tokens.
        case whiteSpace
        /// No value begins here.
        case expectedValue
        /// No key begins here.
        case expectedKey
        /// A key is not followed by a colon.
        case expectedColon
        /// A member or element is followed by neither a comma nor the end.
        case expectedCommaOrEnd
        /// Something follows the value.
        case trailingBytes
        /// A key holds an escape or a character other than printable ASCII.
        case malformedKey
        /// A key comes before the key that precedes it.
        case unsortedKey
        /// A key appears twice in an object.
        case duplicateKey
        /// A control character stands in a string as it is.
        case unescapedControl
        /// JSON has no such escape.
        case invalidEscape
        /// The character is written without an escape, or with a shorter or lower-case one.
        case needlessEscape
        /// Half of a surrogate pair stands alone.
        case loneSurrogate
        /// The bytes of a string are not UTF-8.
        case invalidUTF8
        /// A number has a fraction or an exponent.
        case notAnInteger
        /// A number begins with a zero it does not need.
        case leadingZero
        /// Zero is written with a minus sign.
        case minusZero
        /// A number has more than 53 bits.
        case integerOutOfRange
        /// Objects and arrays are nested more than 64 deep.
        case tooDeep
    }

    /// The position of the first byte that is wrong, from 0.
    public let offset: Int
    /// What is wrong with it.
    public let reason: Reason

    /// The error of a byte.
    public init(offset: Int, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }
}

extension CanonicalJSONError: CustomStringConvertible {
    /// Place and reason as a clause: "byte 17: a key appears twice".
    public var description: String {
        "byte \(offset): \(reason)"
    }
}

extension CanonicalJSONError.Reason: CustomStringConvertible {
    /// The reason as a clause.
    public var description: String {
        switch self {
        case .unexpectedEnd: "the document ends too early"
        case .whiteSpace: "white space between tokens is not canonical"
        case .expectedValue: "a value should begin here"
        case .expectedKey: "a key in quotes should begin here"
        case .expectedColon: "a colon should follow the key"
        case .expectedCommaOrEnd: "a comma or the closing bracket should follow"
        case .trailingBytes: "nothing should follow the document"
        case .malformedKey: "a key holds printable ASCII without quotes and backslashes only"
        case .unsortedKey: "keys should ascend"
        case .duplicateKey: "a key appears twice"
        case .unescapedControl: "a control character in a string should be escaped"
        case .invalidEscape: "JSON has no such escape"
        case .needlessEscape: "the canonical form of this character is another"
        case .loneSurrogate: "half of a surrogate pair is not a character"
        case .invalidUTF8: "the bytes are not UTF-8"
        case .notAnInteger: "a number should have no fraction and no exponent"
        case .leadingZero: "a number should not begin with a zero"
        case .minusZero: "zero should have no sign"
        case .integerOutOfRange: "a number should lie within 2^53 - 1 either way"
        case .tooDeep: "nesting should be at most \(JSONWriter.depthLimit) deep"
        }
    }
}
