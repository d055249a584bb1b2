public import CivilTime
public import Vocabulary

/// Where a fact comes from.
public struct Provenance: Hashable, Sendable {
    /// Ids of the sources that say so.
    public var sources: [String]
    /// Ids of the sources that say otherwise: a fact that has any is contested.
    public var against: [String]
    /// How sure it is; nothing where nothing is claimed.
    public var confidence: Confidence?

    /// A statement of provenance.
    public init(sources: [String] = [], against: [String] = [], confidence: Confidence? = nil) {
        self.sources = sources
        self.against = against
        self.confidence = confidence
    }

    /// Whether a source says otherwise.
    public var isContested: Bool { !against.isEmpty }
}

/// Something published that facts rest on.
public struct Source: Hashable, Sendable {
    /// The id: the file it is declared in, a colon, and its id there, as in `guangzhou:hacos`.
    public var id: String
    /// What kind of publisher.
    public var kind: String
    /// How the copy that was read differs from the original, where it does.
    public var copy: String?
    /// The title.
    public var title: String?
    /// The publisher.
    public var publisher: String?
    /// The address as recorded; nothing where it was not.
    public var address: String?
    /// When it was published, as far as known: a year, a month or a day.
    public var published: String?
    /// The day the research was written down.
    public var retrieved: CivilDate

    /// A source.
    public init(
        id: String,
        kind: String,
        copy: String?,
        title: String?,
        publisher: String?,
        address: String?,
        published: String?,
        retrieved: CivilDate
    ) {
        self.id = id
        self.kind = kind
        self.copy = copy
        self.title = title
        self.publisher = publisher
        self.address = address
        self.published = published
        self.retrieved = retrieved
    }

    /// The first day the source can have been published on, or the day it was retrieved where that is not known.
    public var asOf: CivilDate {
        earliestPublication ?? retrieved
    }

    /// The first day of the year, month or day of publication; nothing where none is given, or it is none of the three.
    var earliestPublication: CivilDate? {
        guard let published else { return nil }
        return switch published.utf8.count {
        case 4: CivilDate(published + "-01-01")
        case 7: CivilDate(published + "-01")
        default: CivilDate(published)
        }
    }

    /// The source that says how old a fact is: the newest that is dated, or else the one read last.
    ///
    /// Having read an undated page today does not make what a dated one says any younger.
    public static func newest(of sources: [Source]) -> Source? {
        let dated = sources.filter { $0.published != nil }
        return (dated.isEmpty ? sources : dated).max { $0.asOf < $1.asOf }
    }

    /// How people name it: its title, else its publisher, else its address.
    public var label: String {
        let names = [title, publisher].compactMap { $0 }
        return names.isEmpty ? address ?? id : names.joined(separator: ", ")
    }
}

extension CityConfig {
    /// The day the newest of some sources speaks of: how old knowledge is.
    public func asOf(_ provenance: Provenance) -> CivilDate? {
        Source.newest(of: provenance.sources.compactMap(source))?.asOf
    }

    /// Whether a fact of this class is older on `day` than policy calls fresh.
    public func isStale(_ provenance: Provenance, class name: String, on day: CivilDate) -> Bool {
        guard let asOf = asOf(provenance), let days = freshness.days[name] else { return false }
        return asOf.days(to: day) > days
    }
}
