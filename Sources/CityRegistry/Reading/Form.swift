public import Vocabulary

/// What a place in a registry file expects.
///
/// Reading follows it, and the JSON Schema for editors is written from it.
public indirect enum Form: Sendable {
    /// Free text.
    case text
    /// A word in kebab case.
    case word
    /// Digits that are a name and not a quantity, hence quoted: a phone number, a code.
    case digits
    /// A whole number within a range.
    case integer(ClosedRange<Int>)
    /// A day, `YYYY-MM-DD`.
    case date
    /// A year, a month or a day.
    case partialDate
    /// A day, or first..last.
    case dateSpan
    /// Yuan, with no decimals or two.
    case amount
    /// A nationality's three letters.
    case nationality
    /// One of these words.
    case choice([String])
    /// `{en: ..., zh: ...}`, with at least one of the two.
    case localized
    /// Several of these; one may stand alone.
    case oneOrMany(Form)
    /// A list of these, none or more.
    case list(Form)
    /// The word `unknown`, or this.
    case known(Form)
    /// This, or `{undated: this, DATE: this}`.
    case timeline(Form)
    /// A record with fixed keys.
    case record(any RecordKey.Type)
    /// Words, each with one of these.
    case map(Form)
    /// Any of these forms.
    case either([Form])

    /// A closed list of words taken from an enumeration.
    static func choice<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> Form {
        .choice(Choice.allCases.map(\.rawValue))
    }
}

/// The keys one kind of record may have, each with what it expects: the one place that says so.
public protocol RecordKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What the record is called in messages: "a channel".
    static var record: LocalizedText { get }
    /// The keys that must be there.
    static var required: [Self] { get }
    /// What the key's value must be.
    var form: Form { get }
}

/// The keys of provenance, which any record about the world may have.
enum ProvenanceForm {
    static let source: Form = .oneOrMany(.word)
    static let confidence: Form = .choice(["low", "medium", "high"])
}
