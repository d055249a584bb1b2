import CivilTime
import PaymentEngine
import ServiceConfig
import Vocabulary

/// The page of one division in one language.
struct CityPage {
    private let place: Place
    private let config: CityConfig?
    private let index: DivisionIndex
    private let engine: Engine
    private let language: Language
    private let nationalityName: @Sendable (NationalityCode) -> LocalizedText?

    init(
        _ entry: DivisionIndex.Entry,
        _ config: CityConfig?,
        _ index: DivisionIndex,
        _ engine: Engine,
        _ language: Language,
        _ nationalityName: @escaping @Sendable (NationalityCode) -> LocalizedText?
    ) {
        self.place = entry.place
        self.config = config
        self.index = index
        self.engine = engine
        self.language = language
        self.nationalityName = nationalityName
    }

    var view: View {
        let maker = ViewMaker(language: language)
        let report = report
        let names = place.title(in: language)
        let verdict = report.sections.first?.blocks.first.flatMap { block -> String? in
            if case .emphasis(let text, _) = block { text } else { nil }
        }
        let city = [place.name, place.province].map { $0.text(in: language) }
        let title = place.division == place.provinceCode ? city[0] : city.joined(separator: language.comma)
        return PageHead.view(
            language,
            title: Phrases.cityTitle(title, language),
            description: Phrases.homeQuestion.text(in: language) + language.sentenceSeparator + (verdict ?? ""),
            file: "\(place.slug).html"
        ).merging([
            "names": names.map(maker.words),
            "standing": Phrases.standing(from: "\(day)").text(in: language),
            "onThisPage": Phrases.onThisPage.text(in: language),
            "answer": report.sections.prefix(1).map(maker.section),
            "sections": report.sections.dropFirst().map(maker.section),
            "card": CounterCard(config, place, index.hotline, language).view,
            "sourcesHeading": Headings.sources.text(in: language),
            "sources": report.sources.map(maker.source),
            "closing": report.closing,
        ]) { first, _ in first }
    }

    private var day: CivilDate { config?.askedFrom ?? index.askedFrom }

    private var report: Report {
        var teller = Teller(
            language,
            on: day,
            isToday: false,
            config: config,
            hotline: index.hotline,
            hotlineSources: index.sources,
            nationalityName: nationalityName
        )
        var sections = [teller.verdict(config)]
        if let config { sections += teller.channels(config) }
        if let next = nextSteps(teller) { sections.append(next) }
        if let config { sections.append(teller.allFees(config)) }
        sections.append(teller.contacts(config))
        return Report(
            title: place.title(in: language),
            sections: sections,
            sources: teller.sourceLines,
            closing: [teller.say(Phrases.callHotline(index.hotline.number)), teller.say(Phrases.caution)]
        )
    }

    /// Whether this program takes payments, on the first day and from every day on which that changes.
    private func nextSteps(_ teller: Teller) -> Section? {
        guard let now = payability(on: day) else { return nil }
        var section = teller.thisProgram(now, config, place)
        var last = now.verdict
        for change in changes {
            guard let later = payability(on: change), later.verdict != last else { continue }
            last = later.verdict
            let verdict = Phrases.verdict(later.verdict, city: place.name, pilotPercent: later.pilotPercent)
            let text = teller.say(Phrases.from("\(change)", verdict))
            section.blocks.append(.sentence(Words(text, in: language).capitalized))
        }
        return section
    }

    private var changes: [CivilDate] {
        guard let config else { return [] }
        let stages = config.rollouts.flatMap(\.stage.boundaries)
        return Set(stages + config.channels.flatMap(\.status.boundaries)).filter { $0 > day }.sorted()
    }

    /// Loaded content refuses nothing, so there always is one.
    private func payability(on day: CivilDate) -> Payability? {
        try? engine.payability(in: place.slug, on: day)
    }
}
