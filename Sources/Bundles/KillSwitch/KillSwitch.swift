import CanonicalJSON
import CivilTime
public import ServiceConfig

/// The kill switch: signed orders to stop, which can be added and never taken away.
///
/// Two kill switches merge into one that has the orders of both. What is open under the merged one is exactly what is open
/// under both: a meet-semilattice, so that neither the order nor the number of merges matters, and none ever opens anything.
public struct KillSwitch: Hashable, Sendable {
    /// The format's name and version.
    public static let format = "visafee.kill-switch/1"

    /// The orders, each once, by their ids.
    private var byID: [Digest: Signed<Stop>]

    /// A switch nobody has touched.
    public init() {
        self.byID = [:]
    }

    /// The orders, in order of their time and then of their ids.
    public var stops: [Signed<Stop>] {
        byID.sorted { left, right in
            left.value.body.since == right.value.body.since
                ? left.key.description < right.key.description : left.value.body.since < right.value.body.since
        }
        .map(\.value)
    }

    /// Whether an order is there.
    public func holds(_ id: Digest) -> Bool {
        byID[id] != nil
    }

    /// Adds an order.
    public mutating func add(_ stop: Signed<Stop>) {
        guard let known = byID[stop.id] else {
            byID[stop.id] = stop
            return
        }
        // The same order with other signatures: those of both, so that merging stays the same in either order.
        let keys = Set(known.signatures.map(\.key))
        let others = stop.signatures.filter { !keys.contains($0.key) }
        byID[stop.id] = Signed(
            body: known.body,
            signatures: (known.signatures + others).sorted { $0.key.description < $1.key.description }
        )
    }

    /// The switch with the orders of both.
    public func merged(with other: KillSwitch) -> KillSwitch {
        var merged = self
        for stop in other.byID.values { merged.add(stop) }
        return merged
    }

    /// The orders that no release has ended.
    public func active(reopened: some Sequence<Digest>) -> [Signed<Stop>] {
        let over = Set(reopened)
        return stops.filter { !over.contains($0.id) }
    }

    // MARK: Reading and writing

    /// Loads orders; none of them counts before ``verified(by:)``.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        let stops = try DocumentReader.read(bytes, Self.format) { reader throws(DocumentRefusal) in
            try reader.texts("stops", "text") { $0 }
        }
        self.init()
        for stop in stops { add(try Signed<Stop>(reading: Array(stop.utf8))) }
        guard canonicalBytes == bytes else {
            throw DocumentRefusal(.malformed, Self.format, "/stops: each order once, in order of time")
        }
    }

    /// The canonical bytes; each order stands in them as text, byte for byte what was signed.
    public var canonicalBytes: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format),
            "stops": .array(stops.map { .string(String(decoding: $0.written, as: UTF8.self)) }),
        ]
        return value.canonicalBytes
    }
}

extension KillSwitch {
    /// The orders that a key for stopping has signed, and what is wrong with the others.
    ///
    /// One key is enough: stopping must be quick. It counts if it counted when the order was given, in any of the rings.
    public func verified(by rings: [KeyRing]) -> (good: KillSwitch, refusals: [ReleaseRefusal]) {
        var good = KillSwitch()
        var refusals: [ReleaseRefusal] = []
        for stop in stops {
            var refusal = ReleaseRefusal(.otherKeys, "no key ring is known")
            let isGood = rings.reversed().contains { ring in
                do throws(ReleaseRefusal) {
                    try ring.require(1, .stop, on: stop, at: stop.body.since)
                    return true
                } catch {
                    refusal = ReleaseRefusal(
                        error.reason,
                        "the order to stop '\(stop.body.place)': \(error.explanation)"
                    )
                    return false
                }
            }
            if isGood { good.add(stop) } else { refusals.append(refusal) }
        }
        return (good, refusals)
    }
}
