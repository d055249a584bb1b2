import CanonicalJSON
import CivilTime
import Divisions
import ServiceConfig
import Vocabulary

/// The answer about a city that the registry has no file for: unknown, and whom to ask.
struct UnknownCity {
    private let division: Division
    private let day: CivilDate
    private let hotline: Hotline

    init(_ division: Division, on day: CivilDate, _ hotline: Hotline) {
        self.division = division
        self.day = day
        self.hotline = hotline
    }

    /// The answer about everything, for a person.
    func text(in language: Language) -> String {
        text(Sentences.cityUnknown(hotline.number), language)
    }

    /// The answer about a fee, for a person.
    func feeText(in language: Language) -> String {
        text(Sentences.feeUnknown(hotline.number), language)
    }

    private func text(_ sentence: LocalizedText, _ language: Language) -> String {
        let (city, province) = (division, division.province)
        let place =
            language == .english
            ? "\(city.englishName) \(city.chineseName), \(province.englishName)"
            : "\(city.chineseName) \(city.englishName)，\(province.chineseName)"
        return place + "\n\n" + sentence.text(in: language)
    }

    /// The answer about everything, for a program.
    var json: JSONValue {
        .object(JSONObject(members(Sentences.cityUnknown(hotline.number))))
    }

    /// The answer about a fee, for a program: no lines, as nothing is known to be possible or impossible.
    func feeJSON(service: String, nationality: NationalityCode?) -> JSONValue {
        .object(
            JSONObject(
                members(Sentences.feeUnknown(hotline.number)) + [
                    ("fee", "unknown"), ("lines", .array([])),
                    ("nationality", nationality.map { .string($0.description) } ?? .null),
                    ("service", .string(Echo.safe(service))),
                ]
            )
        )
    }

    private func members(_ sentence: LocalizedText) -> [(String, JSONValue)] {
        [
            ("answer", "unknown"), ("asOf", .string(day.description)), ("city", division.json),
            ("formatVersion", 1),
            (
                "hotline",
                [
                    "languages": .array(hotline.languages.map { .string($0.rawValue) }),
                    "name": hotline.name.json, "number": .string(hotline.number),
                ]
            ),
            ("message", sentence.json),
        ]
    }
}
