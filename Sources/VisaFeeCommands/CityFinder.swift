import CanonicalJSON
import Divisions
import Vocabulary

/// Finds the city a person means, or asks.
struct CityFinder {
    private let finder: DivisionFinder

    init(_ finder: DivisionFinder) {
        self.finder = finder
    }

    /// The one division meant.
    ///
    /// Never a guess: two that match are a question, and a typing error gets suggestions.
    func division(_ text: String) throws(Refusal) -> Division {
        let shown = Echo.safe(text)
        if finder.isElsewhere(text) { throw Refusal("not-on-the-mainland", Sentences.notOnTheMainland(shown)) }
        switch finder.match(text) {
        case .one(let division):
            return division
        case .several(let divisions):
            let holding = Set(finder.divisions(withDistrict: text).map(\.slug))
            let candidates = divisions.map { candidate($0, district: holding.contains($0.slug) ? shown : nil) }
            throw Refusal("ambiguous", Sentences.several(shown, divisions.count), candidates: candidates)
        case .province(let province, let divisions):
            throw Refusal(
                "province",
                Sentences.province(shown, province),
                candidates: divisions.map { candidate($0) },
                province: province
            )
        case .none(let suggestions):
            // A slug of a table whose names are not words.
            if let exact = finder.table.division(slug: text) { return exact }
            let holding = finder.divisions(withDistrict: text)
            if !holding.isEmpty {
                let candidates = holding.map { candidate($0) }
                throw Refusal("unknown-place", Sentences.district(shown, of: holding), candidates: candidates)
            }
            let sentence = suggestions.isEmpty ? Sentences.noCity(shown) : Sentences.noCityBut(shown)
            throw Refusal("unknown-place", sentence, candidates: suggestions.map { candidate($0) })
        }
    }

    /// Each with its province and the word that names it beyond doubt: its code where another place has its slug for a name.
    private func candidate(_ division: Division, district: String? = nil) -> Refusal.Candidate {
        let word = finder.match(division.slug) == .one(division) ? division.slug : division.code
        let place =
            "\(word)  \(division.englishName) \(division.chineseName), "
            + "\(division.province.englishName) \(division.province.chineseName)"
        let note = district.map(Sentences.itsDistrict)
        return Refusal.Candidate(
            line: LocalizedText(
                place + (note.map { " " + $0.text(in: .english) } ?? ""),
                place + (note?.text(in: .chinese) ?? "")
            ),
            json: division.json
        )
    }
}

/// Finds the nationality a person means, or asks.
enum NationalityWords {
    /// A nationality, and its name in both languages.
    struct Person {
        let code: NationalityCode
        let text: LocalizedText?
    }

    /// The one nationality meant.
    static func nationality(_ text: String) throws(Refusal) -> Person {
        if let code = NationalityCode(text), let known = NationalityTable.embedded[code] { return person(known) }
        let shown = Echo.safe(text)
        switch NationalityFinder.embedded.match(text) {
        case .one(let nationality):
            return person(nationality)
        case .several(let nationalities):
            throw Refusal("ambiguous", Sentences.severalNationalities(shown), candidates: nationalities.map(candidate))
        case .none(let suggestions):
            let sentence = suggestions.isEmpty ? Sentences.noNationality(shown) : Sentences.noNationalityBut(shown)
            throw Refusal("unknown-nationality", sentence, candidates: suggestions.map(candidate))
        }
    }

    /// The name of a nationality in both languages.
    @Sendable
    static func name(of code: NationalityCode) -> LocalizedText? {
        NationalityTable.embedded[code].flatMap(name)
    }

    private static func person(_ nationality: Nationality) -> Person {
        Person(code: nationality.code, text: name(nationality))
    }

    private static func name(_ nationality: Nationality) -> LocalizedText? {
        LocalizedText(english: nationality.englishName, chinese: nationality.name(in: "zh-Hans"))
    }

    private static func candidate(_ nationality: Nationality) -> Refusal.Candidate {
        let chinese = nationality.name(in: "zh-Hans").map { " " + $0 } ?? ""
        let line = "\(nationality.code)  \(nationality.englishName)\(chinese)"
        return Refusal.Candidate(
            line: LocalizedText(line, line),
            json: ["code": .string(nationality.code.description), "name": name(nationality)?.json ?? .null]
        )
    }
}
