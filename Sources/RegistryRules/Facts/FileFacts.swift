public import CityRegistry
import CivilTime
import Diagnostics
import Vocabulary

/// What a file of any kind claims about the world, and the sources it may name for that.
public struct FileFacts: Sendable {
    /// The facts, in the order of the file.
    public private(set) var claims: [Claim] = []
    /// The provenance of everything, also of what is unknown: a source may be named there as well.
    ///
    /// What neighbours have in common, mostly from the record around them, stands here once.
    public private(set) var provenances: [Provenance] = []
    /// The sources the file lists.
    public let sources: [Source]
    /// Where the file rewrote what it had said of days gone by.
    public let corrections: [Correction]
    private let positions: [String: Int]

    init(sources: [Source], corrections: [Correction]) {
        self.sources = sources
        self.corrections = corrections
        self.positions = Dictionary(sources.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
        for correction in corrections { outer(correction.provenance) }
    }

    /// The source with this id.
    public func source(_ id: String) -> Source? {
        positions[id].map { sources[$0] }
    }

    /// Where a source stands in the list of them.
    func position(ofSource id: String) -> Int? {
        positions[id]
    }

    /// Takes a fact, with where it comes from.
    mutating func claim(
        _ subject: LocalizedText,
        _ range: SourceRange,
        _ provenance: Provenance,
        if isKnown: Bool = true
    ) {
        outer(provenance)
        if isKnown { claims.append(Claim(subject, at: range, provenance)) }
    }

    /// Takes the provenance of a record whose facts are claimed one by one.
    mutating func outer(_ provenance: Provenance) {
        if provenances.last != provenance { provenances.append(provenance) }
    }

    /// The facts of fee tables.
    mutating func claim(_ tables: [FeeTable]) {
        for table in tables {
            outer(table.provenance)
            for rate in table.rates {
                claim(LocalizedText("this rate", "此收费档次"), rate.range, rate.provenance, if: rate.isKnown)
            }
        }
    }
}

extension Rate {
    /// Whether anything but `unknown` is said, at any time.
    var isKnown: Bool { fee.holds { $0.value != .unknown } }
}
