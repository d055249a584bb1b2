import CanonicalJSON
public import ServiceConfig

/// An event in the log: when it was committed, and the digest that chains it to the one before.
public struct Record: Hashable, Sendable {
    /// Which event of its dossier, from 1.
    public var sequence: Int
    /// When it was committed.
    public var at: Moment
    /// What happened.
    public var event: Event
    /// The digest of the record before, and of this one's bytes.
    public var digest: Digest

    /// A record read from a store.
    public init(sequence: Int, at moment: Moment, event: Event, digest: Digest) {
        self.sequence = sequence
        self.at = moment
        self.event = event
        self.digest = digest
    }

    /// The one way to write the record, without its digest: no name, no receipt number.
    public var canonicalBytes: [UInt8] {
        let frame: [(String, JSONValue)] = [
            ("at", JSONValue(at)), ("fact", .string(event.fact.kind.rawValue)),
            ("order", .string(event.order.description)), ("sequence", .integer(Int64(sequence))),
        ]
        var writer = JSONWriter(reservingCapacity: 384)
        writer.object { $0.merge(frame, event.fact.members) }
        return writer.bytes
    }

    /// Reads what ``canonicalBytes`` wrote.
    public init(canonical bytes: [UInt8], digest: Digest) throws(MalformedRecord) {
        let members = try Members(bytes)
        guard let order = OrderNumber(try members.text("order")) else { throw MalformedRecord(what: "order") }
        self.init(
            sequence: Int(try members.integer("sequence")),
            at: try members.moment("at"),
            event: Event(order, try Fact(members)),
            digest: digest
        )
    }
}

extension JSONWriter {
    /// Writes the members of two lists, each of them ascending, as one.
    fileprivate mutating func merge(_ left: [(String, JSONValue)], _ right: [(String, JSONValue)]) {
        var (first, second) = (left[...], right[...])
        while let member = first.first ?? second.first {
            if let other = second.first, first.isEmpty || other.0.utf8.lexicographicallyPrecedes(member.0.utf8) {
                key(other.0)
                value(other.1)
                second.removeFirst()
            } else {
                key(member.0)
                value(member.1)
                first.removeFirst()
            }
        }
    }
}

/// The hash chain of a dossier's records.
///
/// Whoever changes, drops or inserts a record has to change every digest after it, and those are published each day.
public enum Chain {
    /// What the first record of a dossier is chained to.
    public static func origin(of dossier: DossierID, _ sha256: SHA256Function) -> Digest {
        sha256(Array("visafee.dossier/1 \(dossier)".utf8))
    }

    /// The digest of a record that follows one with the digest `previous`.
    public static func digest(of record: Record, after previous: Digest, _ sha256: SHA256Function) -> Digest {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(contentsOf: previous.description.utf8)
        bytes.append(contentsOf: record.canonicalBytes)
        return sha256(bytes)
    }

    /// The records of events that happen to a dossier at a version, chained to its head.
    public static func records(
        of events: [Event],
        after version: Int,
        head: Digest,
        at moment: Moment,
        _ sha256: SHA256Function
    ) -> [Record] {
        var previous = head
        return events.enumerated().map { offset, event in
            var record = Record(sequence: version + offset + 1, at: moment, event: event, digest: previous)
            record.digest = digest(of: record, after: previous, sha256)
            previous = record.digest
            return record
        }
    }
}
