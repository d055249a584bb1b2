import ArgumentParser
import CanonicalJSON
import Divisions
import Vocabulary

/// Why an applicant's question got no answer, for a person in either language and for a program.
struct Refusal: Error {
    /// One of those that may be meant.
    struct Candidate {
        let line: LocalizedText
        let json: JSONValue
    }

    /// The word a program goes by, such as `ambiguous`.
    let word: String
    /// What is the matter, and what to do.
    let sentence: LocalizedText
    /// What may be meant, best first.
    let candidates: [Candidate]
    /// The province that was named, where it was one.
    let province: Province?
    /// The exit code: 64 for a word that no question has, 1 for everything else.
    let code: ExitCode

    init(
        _ word: String,
        _ sentence: LocalizedText,
        candidates: [Candidate] = [],
        province: Province? = nil,
        code: ExitCode = .findings
    ) {
        self.word = word
        self.sentence = sentence
        self.candidates = candidates
        self.province = province
        self.code = code
    }

    /// The refusal for a person.
    func text(in language: Language) -> String {
        ([sentence.text(in: language)] + candidates.map { "  " + $0.line.text(in: language) }).joined(separator: "\n")
    }

    /// The refusal for a program.
    var json: JSONValue {
        [
            "candidates": .array(candidates.map(\.json)),
            "error": .string(word),
            "formatVersion": 1,
            "message": sentence.json,
            "province": province.map(\.json) ?? .null,
        ]
    }
}

extension LocalizedText {
    /// Both wordings.
    var json: JSONValue {
        ["en": english.map(JSONValue.string) ?? .null, "zh": chinese.map(JSONValue.string) ?? .null]
    }
}

extension Province {
    fileprivate var json: JSONValue {
        ["code": .string(code), "name": LocalizedText(englishName, chineseName).json]
    }
}

extension Division {
    /// The division for a program.
    var json: JSONValue {
        [
            "division": .string(code),
            "name": LocalizedText(englishName, chineseName).json,
            "province": LocalizedText(province.englishName, province.chineseName).json,
            "slug": .string(slug),
        ]
    }
}
