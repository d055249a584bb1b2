import CivilTime
import ServiceConfig
import Vocabulary

/// Says things in one language as of one day, and numbers the sources it has named so far.
struct Teller {
    let language: Language
    /// The day whose state of affairs is told.
    let day: CivilDate
    /// Whether that day is today, so that things can be so and so long ago.
    let dayIsToday: Bool
    let hotline: Hotline
    private let nationalityName: @Sendable (NationalityCode) -> LocalizedText?
    private let config: CityConfig?
    private let sources: [String: Source]
    private var cited: [String] = []

    init(
        _ language: Language,
        on day: CivilDate,
        isToday: Bool,
        config: CityConfig?,
        hotline: Hotline,
        hotlineSources: [Source],
        nationalityName: @escaping @Sendable (NationalityCode) -> LocalizedText? = { _ in nil }
    ) {
        self.language = language
        self.day = day
        self.dayIsToday = isToday
        self.config = config
        self.hotline = hotline
        self.nationalityName = nationalityName
        self.sources = Dictionary((config?.sources ?? []).map { ($0.id, $0) } + hotlineSources.map { ($0.id, $0) }) {
            first,
            _ in first
        }
    }

    // MARK: Texts

    func say(_ text: LocalizedText) -> String {
        text.text(in: language)
    }

    func words(_ text: LocalizedText) -> Words {
        Words(text, preferring: language)
    }

    func list(_ texts: [LocalizedText]) -> String {
        texts.map(say).joined(separator: language.listSeparator)
    }

    /// The name a table of terms has for a word; the word itself where it has none.
    func name(_ word: String, in terms: [String: LocalizedText]?) -> LocalizedText {
        terms?[word] ?? LocalizedText(word, word)
    }

    /// Nationalities by their names, or by their codes where those are not known; only how many, where it is a crowd.
    func members(_ codes: [NationalityCode]) -> LocalizedText {
        guard codes.count <= 40 else { return Phrases.nationalities(codes.count) }
        return joined(codes.map { nationalityName($0) ?? LocalizedText("\($0)", "\($0)") })
    }

    // MARK: Evidence

    /// What a fact rests on; nothing where nothing is claimed.
    mutating func evidence(_ provenance: Provenance, class name: String) -> Evidence? {
        guard provenance.confidence != nil || !provenance.sources.isEmpty else { return nil }
        let confidence = provenance.confidence.map { [say(Phrases.confidence($0))] } ?? []
        let cited = cite(provenance.sources)
        let against = cite(provenance.against)
        // A source that says otherwise is named by its number; one that is not on record is at least not kept quiet.
        let contested = provenance.isContested && against.isEmpty ? [say(Phrases.contested)] : []
        let isStale = dayIsToday && config?.isStale(provenance, class: name, on: day) == true
        let newest = newest(of: provenance)
        return Evidence(
            remarks: confidence + (newest.map { [date(of: $0)] } ?? [])
                + (isStale ? [say(Phrases.stale)] : []) + contested,
            brief: confidence + (newest.map { [age(of: $0)] } ?? []) + contested,
            sources: cited,
            against: against
        )
    }

    func newest(of provenance: Provenance) -> Source? {
        Source.newest(of: provenance.sources.compactMap { sources[$0] })
    }

    /// The day a source speaks of, and how long ago that is.
    private func date(of source: Source) -> String {
        let date = source.published.map(Phrases.published) ?? Phrases.undated(read: "\(source.retrieved)")
        guard dayIsToday, source.published != nil, let ago = Phrases.ago(source.asOf, on: day) else { return say(date) }
        return say(date) + language.comma + say(ago)
    }

    private func age(of source: Source) -> String {
        guard let published = source.published else { return say(Phrases.undated) }
        return say((dayIsToday ? Phrases.ago(source.asOf, on: day) : nil) ?? Phrases.published(published))
    }

    /// Numbers for sources, the same whenever one is named again.
    private mutating func cite(_ ids: [String]) -> [Int] {
        ids.filter { sources[$0] != nil }.map { id in
            if let index = cited.firstIndex(of: id) { return index + 1 }
            cited.append(id)
            return cited.count
        }
    }

    /// The sources named so far.
    var sourceLines: [SourceLine] {
        cited.enumerated().compactMap { index, id in
            guard let source = sources[id] else { return nil }
            let date = source.published.map(Phrases.published) ?? Phrases.undated(read: "\(source.retrieved)")
            return SourceLine(
                number: index + 1,
                label: source.label,
                remarks: [say(date)] + (source.copy.map { [say(Phrases.copy($0))] } ?? []),
                address: source.address == source.label ? nil : source.address,
                link: source.address.flatMap(Self.link)
            )
        }
    }

    /// An address that can be followed: one recorded with `http` or `https`, since none is invented for the others.
    static func link(_ address: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return nil }
        let rest = address.dropFirst(scheme.utf8.count)
        return rest.isEmpty || rest.hasPrefix("/") ? nil : address
    }
}
