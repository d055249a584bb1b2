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
        JSONValue.build {
            $0.add("asked-from", .date(askedFrom))
            $0.add("divisions", .array(entries.map(\.json)))
            $0.add("format", .string(Self.format))
            $0.add("hotline", hotline.json)
            $0.add("sources", .object(JSONObject(sources.map { ($0.id, $0.json) })))
        }.canonicalBytes
    }

    /// Loads an index: canonical bytes of this very format, every member known and of its type.
    public init(loading bytes: [UInt8]) throws(ConfigRefusal) {
        let value: JSONValue
        do throws(CanonicalJSONError) {
            value = try JSONValue(canonical: bytes)
        } catch {
            throw ConfigRefusal(.notCanonical, error.description)
        }
        guard case .object(let object) = value, object["format"] == .string(Self.format) else {
            throw ConfigRefusal(.otherFormat, "this version reads \(Self.format)")
        }
        self = try ConfigNode(value: value, path: "").record { record throws(ConfigRefusal) in
            _ = try record.require("format")
            return try DivisionIndex(
                askedFrom: record.require("asked-from").date(), hotline: Hotline.read(record.require("hotline")),
                sources: record.require("sources")
                    .members { id, node throws(ConfigRefusal) in try Source.read(id: id, node) },
                entries: record.require("divisions").list { node throws(ConfigRefusal) in try Entry.read(node) }
            )
        }
        guard canonicalBytes == bytes else {
            throw ConfigRefusal(.notCanonical, "written again, the index has other bytes")
        }
    }
}

extension DivisionIndex.Entry {
    var json: JSONValue {
        .build {
            $0.add("aliases", list: aliases, JSONValue.string)
            $0.add("city", place.json)
            $0.add("config", config.map(JSONValue.string))
            $0.add("home-payment", homePayment.json { .word($0) })
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> DivisionIndex.Entry {
        try node.record { record throws(ConfigRefusal) in
            try DivisionIndex.Entry(
                place: Place.read(record.require("city")), aliases: record.strings("aliases"),
                config: record.optionalString("config"),
                homePayment: Timeline.read(record.require("home-payment")) { node throws(ConfigRefusal) in
                    try node.choice()
                }
            )
        }
    }
}
