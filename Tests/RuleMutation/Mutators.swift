/// Every way to break every rule.
public enum Mutators {
    /// All of them, in the order in which a reader learns the rules.
    public static let all: [Mutator] =
        ofYAML + ofForms + ofFacts + ofFees + ofDecisions + ofContradictions + ofChanges + ofSuppressions

    /// A whole number or an amount.
    static func isNumber(_ raw: String) -> Bool {
        !raw.isEmpty && raw.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// A day, as `2026-11-25`.
    static func isDate(_ raw: String) -> Bool {
        raw.utf8.count == 10 && raw.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
            && isNumber(raw.replacing("-", with: ""))
    }

    /// Digits between double quotes.
    static func isQuotedNumber(_ raw: String) -> Bool {
        raw.hasPrefix("\"") && raw.hasSuffix("\"") && isNumber(String(raw.dropFirst().dropLast()))
    }

    /// A word in kebab case with a letter in it.
    static func isWord(_ raw: String) -> Bool {
        raw.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
        }
    }

    /// A nationality's code.
    static func isCode(_ raw: String) -> Bool {
        raw.utf8.count == 3 && raw.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// The word without its last letter but one: a slip that no other word of the registry is.
    static func misspelt(_ word: String) -> String {
        guard word.count > 2, let last = word.last else { return word + "x" }
        return String(word.dropLast(2)) + String(last)
    }
}
