internal import Diagnostics
internal import Vocabulary

extension Fix {
    /// Puts double quotes around an unquoted value.
    static func quote(_ text: String, at range: SourceRange, isSafe: Bool = false) -> Fix {
        // What is refused for its reading holds neither quotes nor backslashes.
        Fix(
            LocalizedText("put quotes around it", "加上引号"),
            edits: [TextEdit(range, replacement: "\"\(text)\"")],
            isSafe: isSafe
        )
    }
}

extension Diagnostic {
    /// The finding about an unquoted value that readers take for different things.
    static func ambiguousScalar(
        _ ambiguity: Ambiguity,
        _ value: UnsafeBufferPointer<UInt8>,
        at range: SourceRange,
        after number: String? = nil
    ) -> Diagnostic {
        let text = String(decoding: value, as: UTF8.self)
        return switch ambiguity {
        case .booleanWord: booleanWord(text, at: range)
        case .nullWord: nullWord(text, at: range)
        case .leadingZero: leadingZeroNumber(text, at: range, after: number)
        case .underscore: underscoreInNumber(text, at: range)
        case .sexagesimal: sexagesimalNumber(text, at: range)
        case .numberBase: numberBase(text, at: range)
        case .exponent: exponentNumber(text, at: range)
        case .sign: signedNumber(text, at: range)
        case .incompleteDecimal: incompleteDecimal(text, at: range)
        case .notFinite: notAFiniteNumber(text, at: range)
        case .dateTime: dateTime(text, at: range)
        }
    }
}
