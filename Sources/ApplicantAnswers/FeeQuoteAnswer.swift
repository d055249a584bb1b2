public import CivilTime
public import PaymentEngine
public import ServiceConfig
public import Vocabulary

/// What something costs in one city on one day, for a person at a terminal or for a program.
public struct FeeQuoteAnswer: Sendable {
    let quote: FeeQuote
    let config: CityConfig
    let months: Int?
    let nationalityName: LocalizedText?
    let day: CivilDate
    let language: Language
    let nameOf: @Sendable (NationalityCode) -> LocalizedText?

    /// An answer from a quote and the config it was made from.
    ///
    /// - Parameters:
    ///   - quote: What is still possible.
    ///   - config: The city's config.
    ///   - months: The length of time asked for in months, where it was; an edge between two classes is explained.
    ///   - nationalityName: What the nationality asked for is called.
    ///   - day: The day.
    ///   - language: The language of the text.
    ///   - nameOf: What any nationality is called, where groups are listed; those it does not know go by their codes.
    public init(
        quote: FeeQuote,
        config: CityConfig,
        months: Int?,
        nationalityName: LocalizedText?,
        day: CivilDate,
        language: Language,
        nameOf: @escaping @Sendable (NationalityCode) -> LocalizedText? = { _ in nil }
    ) {
        self.quote = quote
        self.config = config
        self.months = months
        self.nationalityName = nationalityName
        self.day = day
        self.language = language
        self.nameOf = nameOf
    }

    /// The answer for a person, ending with who decides, whom to ask and the caution.
    public var text: String {
        TerminalLayout.text(of: report, language)
    }

    var report: Report {
        var teller = Teller(
            language,
            on: day,
            isToday: true,
            config: config,
            hotline: config.hotline,
            hotlineSources: [],
            nationalityName: nameOf
        )
        let sections =
            if let line = quote.lines.first, quote.lines.count == 1 {
                [teller.price(line, self)]
            } else {
                teller.possibilities(self)
            }
        return Report(
            title: title,
            sections: sections,
            sources: teller.sourceLines,
            closing: [
                teller.say(Phrases.billDecides), teller.say(Phrases.callHotline(config.hotline.number)),
                teller.say(Phrases.caution),
            ]
        )
    }

    private var title: [Words] {
        let service = config.service(quote.question.service)?.name
        let names = service.map { [Words($0, preferring: language), Words("·", in: nil)] } ?? []
        return names + config.place.title(in: language)
    }
}
