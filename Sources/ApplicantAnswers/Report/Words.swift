import Vocabulary

/// A text and the language it is in, so that a page can say which.
struct Words: Hashable {
    var text: String
    /// Nothing where nobody has recorded it.
    var language: Language?

    init(_ text: String, in language: Language?) {
        self.text = text
        self.language = language
    }

    /// The text as the beginning of a line: with a capital letter where its language has them.
    var capitalized: String {
        guard language == .english, text.first?.isLowercase == true else { return text }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// A text in this language, or else in the other, known for what it is.
    init(_ text: LocalizedText, preferring language: Language) {
        self.text = text.text(in: language)
        self.language = text[language] == nil ? language.other : language
    }
}
