import Divisions
import Vocabulary

/// Finds the city a person means, or asks.
struct CityFinder {
    private let finder: DivisionFinder
    private let language: Language

    init(_ finder: DivisionFinder, _ language: Language) {
        self.finder = finder
        self.language = language
    }

    /// The one division meant.
    ///
    /// Never a guess: two that match are a question, and a typing error gets suggestions.
    func division(_ text: String) throws(Failure) -> Division {
        if let exact = finder.table.division(slug: text) { return exact }
        switch finder.match(text) {
        case .one(let division): return division
        case .several(let divisions):
            throw .noAnswer(
                say(
                    "'\(text)' is the name of \(divisions.count) places. Which one?",
                    "“\(text)”有\(divisions.count)个地方，您指的是哪一个？"
                ) + list(divisions)
            )
        case .province(let province, let divisions):
            throw .noAnswer(
                say(
                    "'\(text)' is a province, \(province.englishName). Which of its cities?",
                    "“\(text)”是省份（\(province.chineseName)），请选择其中的城市："
                ) + list(divisions)
            )
        case .none(let suggestions) where suggestions.isEmpty:
            throw .noAnswer(
                say(
                    "there is no city '\(text)' in the table of divisions; the hotline 12367 answers in English and Chinese",
                    "行政区划表中没有“\(text)”；可拨打12367，中英文服务"
                )
            )
        case .none(let suggestions):
            throw .noAnswer(
                say("there is no city '\(text)'. Did you mean one of these?", "没有“\(text)”，您是否指：")
                    + list(suggestions)
            )
        }
    }

    private func say(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }

    /// Each with its province and the word that names it beyond doubt.
    private func list(_ divisions: [Division]) -> String {
        divisions.map { division in
            "\n  \(division.slug)  \(division.englishName) \(division.chineseName), "
                + "\(division.province.englishName) \(division.province.chineseName)"
        }.joined()
    }
}

/// Finds the nationality a person means, or asks.
struct NationalityWords {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// A nationality, and its name in both languages.
    struct Person {
        let code: NationalityCode
        let text: LocalizedText?
    }

    /// The one nationality meant.
    func nationality(_ text: String) throws(Failure) -> Person {
        if let code = NationalityCode(text), let known = NationalityTable.embedded[code] { return person(known) }
        switch NationalityFinder.embedded.match(text) {
        case .one(let nationality): return person(nationality)
        case .several(let nationalities):
            throw .noAnswer("'\(text)' may be several nationalities:" + list(nationalities))
        case .none(let suggestions) where suggestions.isEmpty:
            throw .noAnswer("there is no nationality '\(text)'; write its three-letter code, such as DEU")
        case .none(let suggestions):
            throw .noAnswer("there is no nationality '\(text)'. Did you mean one of these?" + list(suggestions))
        }
    }

    private func person(_ nationality: Nationality) -> Person {
        Person(
            code: nationality.code,
            text: LocalizedText(english: nationality.englishName, chinese: nationality.name(in: "zh-Hans"))
        )
    }

    private func list(_ nationalities: [Nationality]) -> String {
        nationalities.map { "\n  \($0.code)  \($0.englishName)" }.joined()
    }
}
