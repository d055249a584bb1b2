public import Diagnostics
public import Vocabulary

/// A city's file: what the bureau is, what the bureau offers (facts), what this program does (decisions).
public struct City: Sendable {
    /// The slug, which is also the file's name.
    public let slug: Located<String>
    /// The six-digit code of its division.
    public let division: Located<String>
    /// The bureau.
    public let bureau: Known<Bureau>
    /// The receipt.
    public let receipt: Receipt
    /// The channels.
    public let channels: [Channel]
    /// The fees.
    public let fees: CityFees
    /// Decisions, by channel.
    public let rollouts: [Rollout]
    /// Where this file rewrote what it had said of days gone by.
    public let corrections: [Correction]
    /// Sources of the facts in this file.
    public let sources: [Source]
    /// The file.
    public let file: FileID
}

/// The receipt an application gets.
public struct Receipt: Sendable {
    /// The receipt's printed title.
    public let name: Known<LocatedText>
    /// What its number is made of.
    public let format: Known<Located<ReceiptFormat>>
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// What a city says about fees.
public struct CityFees: Sendable {
    /// The schedule that holds wherever the city has no rate of its own.
    public let schedule: Located<String>
    /// The city's own tables: each replaces exactly the cells it names.
    public let tables: [FeeTable]
    /// What was seen charged here.
    public let observations: [FeeObservation]
    /// The whole record.
    public let range: SourceRange
}
