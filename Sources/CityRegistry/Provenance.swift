public import Diagnostics
public import Vocabulary

/// Where a fact comes from and how sure a person is of it.
///
/// A record's provenance covers every fact in it; a nested record may state its own `source`, `against` or
/// `confidence`, and the nearest statement of each wins.
public struct Provenance: Equatable, Sendable {
    /// Ids of the sources that say so, in the order written.
    public let sources: [Located<String>]
    /// Ids of the sources that say otherwise.
    public let against: [Located<String>]
    /// A person's judgement.
    public let confidence: Located<Confidence>?
    /// Whether the confidence was stated for an outer record, and the sources for this one.
    public let confidenceIsFromOutside: Bool

    /// No statement at all.
    public static let none = Provenance(sources: [], against: [], confidence: nil)

    /// What was stated, with nothing inherited.
    public init(
        sources: [Located<String>],
        against: [Located<String>],
        confidence: Located<Confidence>?,
        confidenceIsFromOutside: Bool = false
    ) {
        self.sources = sources
        self.against = against
        self.confidence = confidence
        self.confidenceIsFromOutside = confidenceIsFromOutside
    }

    /// These statements where there are any, `outer`'s otherwise.
    func inheriting(_ outer: Provenance) -> Provenance {
        Provenance(
            sources: sources.isEmpty ? outer.sources : sources,
            // Who contradicts a fact belongs to the statement of who supports it.
            against: sources.isEmpty && against.isEmpty ? outer.against : against,
            confidence: confidence ?? outer.confidence,
            confidenceIsFromOutside: confidence == nil
                && (sources.isEmpty ? outer.confidenceIsFromOutside : outer.confidence != nil)
        )
    }
}

/// A fact of the registry that must be able to say where it comes from.
public struct Claim: Sendable {
    /// Where the fact stands.
    public let range: SourceRange
    /// What it is, as a phrase: "the phone number".
    public let subject: LocalizedText
    /// Where it comes from.
    public let provenance: Provenance

    /// A fact at `range`.
    public init(_ subject: LocalizedText, at range: SourceRange, _ provenance: Provenance) {
        self.subject = subject
        self.range = range
        self.provenance = provenance
    }
}
