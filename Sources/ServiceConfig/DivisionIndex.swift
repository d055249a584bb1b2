import CanonicalJSON
public import CivilTime
public import Vocabulary

/// `index.json`: every division of China, whether or not anybody knows anything about paying there.
public struct DivisionIndex: Hashable, Sendable {
    /// The format's name and version.
    public static let format = "visafee.index/1"

    /// One division.
    public struct Entry: Hashable, Sendable {
        /// Which place.
        public var place: Place
        /// Other names it is found by.
        public var aliases: [String]
        /// The path of its config; nothing where the registry has no file for it, and then everything is unknown.
        public var config: String?
        /// Whether foreign nationals can pay at home, as intervals.
        public var homePayment: Timeline<ChannelStatus>

        /// A division.
        public init(place: Place, aliases: [String], config: String?, homePayment: Timeline<ChannelStatus>) {
            self.place = place
            self.aliases = aliases
            self.config = config
            self.homePayment = homePayment
        }
    }

    /// The first day it answers for.
    public var askedFrom: CivilDate
    /// The number to call in every city.
    public var hotline: Hotline
    /// Names of the sources the hotline rests on.
    public var sources: [Source]
    /// The divisions, in order of their codes.
    public var entries: [Entry]

    /// An index.
    public init(askedFrom: CivilDate, hotline: Hotline, sources: [Source], entries: [Entry]) {
        self.askedFrom = askedFrom
        self.hotline = hotline
        self.sources = sources
        self.entries = entries
    }
}

extension DivisionIndex {
    /// The canonical bytes.
    public var canonicalBytes: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 1 << 17)
        writer.object {
            $0.add("asked-from", askedFrom)
            $0.add("divisions", entries)
            $0.add("format", Self.format)
            $0.add("hotline", hotline)
            $0.add("sources", SourceList(sources: sources))
        }
        return writer.bytes
    }

    /// Loads an index: canonical bytes of this very format, every member known and of its type, each place once.
    public init(loading bytes: [UInt8]) throws(ConfigRefusal) {
        self = try ConfigNode.load(bytes, Self.format) { record throws(ConfigRefusal) in
            try DivisionIndex(
                askedFrom: record.require("asked-from"),
                hotline: record.require("hotline"),
                sources: record.require("sources", SourceList.self).sources,
                entries: record.require("divisions")
            )
        }
        var slugs: Set<String> = []
        for place in entries.lazy.map(\.place) where !slugs.insert(place.slug).inserted {
            throw ConfigRefusal(.malformed, "'\(place.slug)' is there twice")
        }
        let known = Set(sources.map(\.id))
        if let id = (hotline.provenance.sources + hotline.provenance.against).first(where: { !known.contains($0) }) {
            throw ConfigRefusal(.malformed, "there is no source '\(id)'")
        }
        guard canonicalBytes == bytes else {
            throw ConfigRefusal(.notCanonical, "written again, the index has other bytes")
        }
    }
}

extension DivisionIndex.Entry: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> DivisionIndex.Entry {
        try DivisionIndex.Entry(
            place: record.require("city"),
            aliases: record.list("aliases"),
            config: record.optional("config"),
            homePayment: record.require("home-payment")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("aliases", list: aliases)
        writer.add("city", place)
        writer.add("config", optional: config)
        writer.add("home-payment", homePayment)
    }
}
