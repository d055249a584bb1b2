public import CivilTime
public import PaymentEngine
public import ServiceConfig
public import Vocabulary

/// What one can say of paying in one city on one day, for a person at a terminal or for a program.
public struct AvailabilityAnswer: Sendable {
    let config: CityConfig?
    let place: Place
    let hotline: Hotline
    let hotlineSources: [Source]
    let payability: Payability
    let day: CivilDate
    let language: Language

    /// An answer about `place`; `config` is nothing where the registry has no file for it, and then everything is unknown
    /// except whom to ask.
    public init(
        config: CityConfig?,
        place: Place,
        hotline: Hotline,
        hotlineSources: [Source],
        payability: Payability,
        day: CivilDate,
        language: Language
    ) {
        self.config = config
        self.place = place
        self.hotline = hotline
        self.hotlineSources = hotlineSources
        self.payability = payability
        self.day = day
        self.language = language
    }

    /// The answer for a person, ending with whom to ask and the caution.
    public var text: String {
        TerminalLayout.text(of: report, language)
    }

    var report: Report {
        var teller = Teller(
            language,
            on: day,
            isToday: true,
            config: config,
            hotline: hotline,
            hotlineSources: hotlineSources
        )
        var sections = [teller.verdict(config)]
        if let config { sections += teller.channels(config) }
        sections.append(teller.thisProgram(payability, config, place))
        if let config { sections.append(teller.usualFees(config)) }
        sections.append(teller.contacts(config))
        return Report(
            title: place.title(in: language),
            sections: sections,
            sources: teller.sourceLines,
            closing: [teller.say(Phrases.caution)]
        )
    }
}

extension Place {
    /// The city's name in both languages and its province, as headings show it.
    func title(in language: Language) -> [Words] {
        let names = [language, language.other].compactMap { language in
            name[language].map { Words($0, in: language) }
        }
        // A municipality is its own province.
        guard provinceCode != division else { return names }
        return names + [Words("· " + province.text(in: language), in: language)]
    }
}
