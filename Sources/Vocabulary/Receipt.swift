/// What a receipt number is made of, where a source says so.
public struct ReceiptFormat: Hashable, Sendable {
    /// The characters a receipt number may have.
    public enum Alphabet: String, CaseIterable, Sendable {
        /// 0-9.
        case digits
        /// A-Z and 0-9.
        case alphanumeric
    }

    /// How many characters, at least and at most.
    public let length: ClosedRange<Int>
    /// Which characters.
    public let alphabet: Alphabet

    /// The lengths a rule may ask for.
    public static let lengths = 1...64

    /// A format.
    public init(length: ClosedRange<Int>, alphabet: Alphabet) {
        self.length = length
        self.alphabet = alphabet
    }
}
