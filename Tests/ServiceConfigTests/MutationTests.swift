import CanonicalJSON
import FictionalCities
import ServiceConfig
import Testing

/// Changes every place of a config, one at a time.
///
/// Nothing may slip through: a changed config is refused, or it reads as the other config that it is.
struct MutationTests {
    private let json = FictionalCity.full.json

    /// The places of the document.
    ///
    /// Rows of the table and of the self-test after the first differ in their values alone.
    private var places: [(keys: [String], value: JSONValue)] {
        json.places.filter { keys, _ in
            let isRow = keys.starts(with: ["fees", "table"]) || keys.first == "self-test"
            return !isRow || keys.allSatisfy { Int($0) ?? 0 == 0 }
        }
    }

    @Test func `a member that this version does not know is refused at every level`() {
        var count = 0
        for (keys, value) in [([], json)] + places {
            guard case .object = value else { continue }
            let changed = json.replacing((keys + ["zz"])[...]) { _ in .null }
            let refusal = loadingRefusal(of: changed.canonicalBytes)
            let path = "/" + keys.joined(separator: "/")
            #expect(refusal?.reason == .malformed)
            // In a dictionary a new word is welcome, and nothing at all is not what it stands for.
            #expect([path, "\(path)/zz", "/zz"].contains(refusal?.path))
            count += 1
        }
        #expect(count == 165)
    }

    @Test func `a value of another type is refused at every place`() {
        var count = 0
        for (keys, value) in places {
            for other in [JSONValue.null, true, 7, "zz", [], [:]] where !Self.isLegal(other, for: value, keys) {
                let changed = json.replacing(keys[...]) { _ in other }
                #expect(loadingRefusal(of: changed.canonicalBytes) != nil, "\(keys.joined(separator: "/")): \(other)")
                count += 1
            }
        }
        #expect(count == 2_829)
    }

    @Test func `a member left out is refused, unless nobody need know it`() throws {
        var optional: Set<String> = []
        var (refused, accepted) = (0, 0)
        for (keys, _) in places {
            let bytes = json.replacing(keys[...]) { _ in nil }.canonicalBytes
            guard loadingRefusal(of: bytes) == nil else {
                refused += 1
                continue
            }
            // What loads is another config, and is written as it was read.
            let loaded = try CityConfig(loading: bytes)
            #expect(loaded != FictionalCity.full)
            #expect(loaded.canonicalBytes == bytes)
            accepted += 1
            if let key = keys.last, Int(key) == nil { optional.insert(key) }
        }
        #expect((refused, accepted) == (281, 286))
        #expect(optional == Self.optional)
    }

    /// The members that may be missing somewhere; every other one is missed.
    private static let optional: Set<String> = [
        // What is known of a bureau, an account, a receipt.
        "bureau", "name", "phones", "offices", "address", "hours", "open", "closed-on-holidays", "districts", "current",
        "planned", "online", "account", "id", "uses", "steps", "after", "gloss", "section", "format",
        // What is known of a channel, and what was decided about it.
        "applicants", "methods", "services", "asks-for", "shows", "languages", "refund", "window", "opens", "closes",
        "then", "sites", "rollout", "rail", "mode",
        // What is known of a fee, and for how long facts of a class stay fresh.
        "item", "basis", "group", "note", "local", "membership", "everyone-else", "months", "fee", "channel",
        // Where it comes from, in which language, since when.
        "provenance", "sources", "against", "confidence", "copy", "published", "publisher", "title", "en", "zh", "from",
    ]

    /// Whether another value may stand there too: then it means something else, and other tests look at it.
    private static func isLegal(_ other: JSONValue, for value: JSONValue, _ keys: [String]) -> Bool {
        switch (value, other) {
        case (.null, .null), (.bool, .bool), (.integer, .integer), (.string, .string), (.object, .object),
            (.array, .array):
            true
        case (.array, .null), (.null, .array):
            keys.last == "value"
        default:
            false
        }
    }
}
