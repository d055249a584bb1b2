public import CivilTime
public import Diagnostics
public import Vocabulary

/// A fee schedule, below `fees/`.
public struct Schedule: Sendable {
    /// The word cities name it by.
    public let id: Located<String>
    /// Its name.
    public let name: LocatedText
    /// The groups that part all nationalities.
    public let groups: [NationalityGroup]
    /// The bill's own names for fees.
    public let items: [FeeItem]
    /// The rates, by service.
    public let tables: [FeeTable]
    /// Where this file rewrote what it had said of days gone by.
    public let corrections: [Correction]
    /// Sources of the facts in this file.
    public let sources: [Source]
    /// The file.
    public let file: FileID
}

/// Nationalities that are charged alike.
public struct NationalityGroup: Sendable {
    /// Who belongs to a group.
    public enum Members: Sendable {
        /// All whom no other group holds.
        case everyoneElse(at: SourceRange)
        /// Those named.
        case records([MemberRecord])
    }

    /// Some members, with where their membership comes from.
    public struct MemberRecord: Sendable {
        /// The codes, possibly changing with time.
        public let codes: Timeline<[Located<NationalityCode>]>
        /// Where that comes from.
        public let provenance: Provenance
        /// The whole record.
        public let range: SourceRange
    }

    /// The word.
    public let id: Located<String>
    /// The name.
    public let name: LocatedText
    /// Who belongs to it.
    public let members: Members
    /// Where the rule of membership comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// A fee's own name on the bill, and its legal basis.
public struct FeeItem: Sendable {
    /// The word.
    public let id: Located<String>
    /// The name.
    public let name: LocatedText
    /// The documents that order the fee.
    public let basis: Known<[Located<String>]>
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// The rates of one service.
public struct FeeTable: Sendable {
    /// The service.
    public let service: Located<String>
    /// The bill's name for these fees.
    public let item: Known<Located<String>>
    /// The rates; no order, no precedence.
    public let rates: [Rate]
    /// Where the rates come from that do not say so themselves.
    public let provenance: Provenance
}

/// One line of a fee table: these answers cost this.
public struct Rate: Sendable {
    /// The answers it is for; a question not named does not matter.
    ///
    /// `nationality` names groups or codes.
    public let conditions: [ConditionRecord]
    /// The fee, possibly changing with time.
    public let fee: Timeline<Located<Fee>>
    /// What it is charged for each of.
    public let unit: Located<FeeUnit>?
    /// The bill's name, where it differs from the table's.
    public let item: Known<Located<String>>?
    /// What a reader should know.
    public let note: LocatedText?
    /// Where it comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
    /// Where it says what it is for, or the whole record.
    public let conditionRange: SourceRange

    /// The word that stands for the axis of nationalities among the questions.
    public static let nationalityQuestion = "nationality"
}

/// A fee somebody saw charged in a city, to hold against the schedule.
public struct FeeObservation: Sendable {
    /// The service.
    public let service: Located<String>
    /// The answers.
    public let conditions: [ConditionRecord]
    /// What was seen.
    public let fee: Located<Fee>
    /// Why it differs from the schedule, where it does.
    public let note: LocatedText?
    /// Where it was seen.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}
