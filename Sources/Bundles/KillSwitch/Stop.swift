import CanonicalJSON
public import CivilTime
public import ServiceConfig

/// Somebody's order that no new payments are taken in a city, or through one of its channels.
///
/// It has no end: only a release that names it opens again what it closed.
public struct Stop: SignedBody, DocumentBody {
    /// The format's name and version.
    public static let format = "visafee.stop/1"

    /// The city's slug.
    public let city: String
    /// The channel; nothing for the whole city.
    public let channel: String?
    /// Why, in the words of whoever ordered it.
    public let reason: String
    /// Since when.
    public let since: Instant

    /// An order to stop.
    public init(city: String, channel: String?, reason: String, since: Instant) {
        self.city = city
        self.channel = channel
        self.reason = reason
        self.since = since
    }

    /// What it stops: `guangzhou`, or `guangzhou/official-account`.
    public var place: String {
        channel.map { "\(city)/\($0)" } ?? city
    }

    /// Whether it closes a channel of a city.
    public func closes(_ channel: String, of city: String) -> Bool {
        self.city == city && (self.channel == nil || self.channel == channel)
    }

    // MARK: Reading and writing

    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        self.city = try reader.text("city")
        self.channel = try reader.optionalText("channel")
        self.reason = try reader.text("reason")
        self.since = try reader.instant("since")
    }

    var members: [(String, JSONValue)] {
        [("city", .string(city)), ("reason", .string(reason)), ("since", .string(since.description))]
            + (channel.map { [("channel", .string($0))] } ?? [])
    }
}

extension Signed<Stop> {
    /// A signed order.
    public init(_ stop: Stop, by key: SigningKey) {
        self = Signed(unsigned: stop).adding(key)
    }

    /// The name by which a release opens it again: the digest of the order, whoever signed it.
    public var id: Digest { bodyDigest }
}
