public import Vocabulary

/// A nationality as a passport states it, including those of no country, such as stateless persons.
public struct Nationality: Hashable, Sendable {
    /// The code in the passport.
    public let code: NationalityCode

    /// The two-letter code of the country, where there is one.
    public let alpha2: String?

    /// The English name, which every nationality has.
    public let englishName: String

    private let languages: [String]
    private let translations: [String]

    init(
        code: NationalityCode,
        alpha2: String?,
        englishName: String,
        languages: [String],
        translations: [String]
    ) {
        self.code = code
        self.alpha2 = alpha2
        self.englishName = englishName
        self.languages = languages
        self.translations = translations
    }

    /// The name in a language, by its tag: `en`, `zh-Hans`, `fr`, `ru`, `ar`, `ko`, `ja`, `es`.
    public func name(in language: String) -> String? {
        guard let position = languages.firstIndex(of: language), !translations[position].isEmpty else { return nil }
        return translations[position]
    }

    /// The name in Chinese, in simplified characters.
    public var chineseName: String? { name(in: "zh-Hans") }

    /// The names in all languages that have one.
    public var names: [String] {
        translations.filter { !$0.isEmpty }
    }
}
