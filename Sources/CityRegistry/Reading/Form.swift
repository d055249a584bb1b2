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
    /// Words, or names of another kind, each with one of these.
    case map(Form, by: NameForm = .word)
    /// Questions, each with its answers: `{action: issue, nationality: DEU}`.
    case conditions
    /// A question of a service: its answers, beside the optional `only`.
    case question
    /// Days of a week: `mon-fri`, or `sat`.
    case weekdays
    /// A stretch of a day: `08:30-12:00`.
    case hours
    /// A share of applicants: `5%`.
    case share
    /// Any of these forms.
    case either([Form])

    /// A closed list of words taken from an enumeration.
    static func choice<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> Form {
        .choice(Choice.allCases.map(\.rawValue))
    }
}

/// What the names in a group are that people choose.
public enum NameForm: Sendable {
    /// Words in kebab case.
    case word
    /// Years.
    case year
    /// Codes that documents carry.
    case code
}

/// The keys one kind of record may have, each with what it expects: the one place that says so.
public protocol RecordKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What the record is called in messages: "a channel".
    static var record: LocalizedText { get }
    /// The keys that must be there.
    static var required: [Self] { get }
    /// Groups of keys of which exactly one must be there.
    static var exactlyOne: [[Self]] { get }
    /// Keys of which at least one must be there, where there are any.
    static var atLeastOne: [Self] { get }
    /// What the key's value must be.
    var form: Form { get }
}

extension RecordKey {
    /// Most records have no such keys.
    public static var exactlyOne: [[Self]] { [] }
    /// Most records have no such keys.
    public static var atLeastOne: [Self] { [] }
}

/// The keys of provenance, which any record about the world may have.
enum ProvenanceForm {
    static let source: Form = .oneOrMany(.word)
    static let confidence: Form = .choice(["low", "medium", "high"])
}
