/// A language the registry's texts are written in.
public enum Language: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// Chinese, in simplified characters.
    case chinese = "zh"

    /// The other of the two.
    public var other: Language {
        switch self {
        case .english: .chinese
        case .chinese: .english
        }
    }
}

/// One text in the languages somebody has given it in.
///
/// In a fact about the world a language may be missing: a bureau's name that only a Chinese page gives is not translated
/// by guesswork. At least one language is always there.
public struct LocalizedText: Hashable, Sendable {
    /// The English text.
    public let english: String?
    /// The Chinese text.
    public let chinese: String?

    /// A text in both languages: this program's own wording always is.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// A text in whichever languages are given; nothing where neither is.
    public init?(english: String?, chinese: String?) {
        guard english != nil || chinese != nil else { return nil }
        self.english = english
        self.chinese = chinese
    }

    /// The text in exactly this language.
    public subscript(_ language: Language) -> String? {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    /// The text in this language, or else in the other: a person is better served by a foreign name than by none.
    public func text(in language: Language) -> String {
        self[language] ?? self[language.other] ?? ""
    }
}
