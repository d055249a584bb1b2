public import Vocabulary

/// A receipt number as somebody typed it, in the one spelling that is asked about.
///
/// It is personal: printing it prints a mask.
public struct ReceiptNumber: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The number.
    public let text: String

    /// Why something typed is no receipt number.
    public enum Refusal: Error, Hashable, Sendable {
        /// Nothing was typed.
        case empty
        /// No receipt number is as long as this.
        case tooLong
        /// The city's numbers have other lengths.
        case length(ClosedRange<Int>)
        /// The city's numbers are made of other characters.
        case characters(ReceiptFormat.Alphabet)
    }

    /// Reads a number under the city's rule.
    ///
    /// Full-width characters and small letters are what a keyboard makes of the printed ones. Under a rule, spaces and
    /// hyphens are as well; without one nobody knows what belongs to the number, so only the ends are trimmed and everything
    /// else is left to the bureau. Nothing is ever replaced by what it resembles.
    ///
    /// - Throws: ``Refusal`` where it cannot be one of the city's numbers.
    public init(_ typed: String, format: ReceiptFormat?) throws(Refusal) {
        let folded = typed.unicodeScalars.map(Self.narrow)
        guard let format else {
            let trimmed = folded.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed()
            try self.init(Array(trimmed))
            return
        }
        try self.init(folded.filter { !Self.isBlank($0) && !Self.isHyphen($0) })
        guard text.unicodeScalars.allSatisfy({ Self.isAllowed($0, format.alphabet) }) else {
            throw .characters(format.alphabet)
        }
        guard format.length.contains(text.unicodeScalars.count) else { throw .length(format.length) }
    }

    private init(_ scalars: [Unicode.Scalar]) throws(Refusal) {
        guard !scalars.isEmpty else { throw .empty }
        guard scalars.count <= ReceiptFormat.lengths.upperBound else { throw .tooLong }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        self.text = String(text)
    }

    /// The letters and digits alone: spellings that a limit must not tell apart.
    var core: String {
        let kept = text.unicodeScalars.filter { Self.isAllowed($0, .alphanumeric) }
        return kept.isEmpty ? text : String(String.UnicodeScalarView(kept))
    }

    /// A mask.
    public var description: String { "<receipt number>" }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The half-width form of a full-width character, and the capital of a Latin letter.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x61...0x7A).contains(value) { value -= 0x20 }
        return Unicode.Scalar(value) ?? scalar
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        // The zero-width space and the byte order mark come along when a number is copied.
        scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2D || (0x2010...0x2015).contains(scalar.value)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar, _ alphabet: ReceiptFormat.Alphabet) -> Bool {
        let isDigit = (0x30...0x39).contains(scalar.value)
        switch alphabet {
        case .digits: return isDigit
        case .alphanumeric: return isDigit || (0x41...0x5A).contains(scalar.value)
        }
    }
}
