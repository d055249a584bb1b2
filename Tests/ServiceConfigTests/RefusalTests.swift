import CanonicalJSON
import CivilTime
import FictionalCities
import ServiceConfig
import Testing
import Vocabulary

struct RefusalTests {
    private let json = FictionalCity.full.json

    private func refusal(setting path: String, to value: JSONValue) -> ConfigRefusal? {
        var changed = json
        changed[path] = value
        return loadingRefusal(of: changed.canonicalBytes)
    }

    @Test func `white space is refused, even where JSON allows it`() {
        let spaced = Array(String(decoding: json.canonicalBytes, as: UTF8.self).replacing("\":", with: "\": ").utf8)
        #expect(loadingRefusal(of: spaced)?.reason == .notCanonical)
        #expect(loadingRefusal(of: json.canonicalBytes + [UInt8(ascii: "\n")])?.reason == .notCanonical)
        #expect(loadingRefusal(of: Array(json.pretty.utf8))?.reason == .notCanonical)
    }

    @Test func `keys in another order are refused`() {
        let text = String(decoding: FictionalCity.bare.canonicalBytes, as: UTF8.self)
        let swapped = text.replacing("\"en\":\"Nowhere\",\"zh\":\"乌有省\"", with: "\"zh\":\"乌有省\",\"en\":\"Nowhere\"")
        #expect(swapped != text)
        #expect(loadingRefusal(of: Array(swapped.utf8))?.reason == .notCanonical)
    }

    @Test(arguments: ["visafee.service-config/2", "visafee.service-config", "visafee.index/1", ""])
    func `another format or another version is refused as such`(format: String) {
        #expect(refusal(setting: "/format", to: .string(format))?.reason == .otherFormat)
    }

    @Test func `no file at all is not a config`() {
        #expect(loadingRefusal(of: [])?.reason == .notCanonical)
        #expect(loadingRefusal(of: Array("[]".utf8))?.reason == .otherFormat)
    }

    @Test(arguments: [
        ("/channels/0/status/1/from", "2030-02-30"), ("/channels/0/reach", "moon"), ("/fees/answers/0/fee", "gratis"),
        ("/fees/classes/0/nationalities/0", "aaa"), ("/bureau/hours/0/days", "fri-mon"),
        ("/bureau/hours/0/open/0", "12:00-08:30"), ("/hotline/languages/0", "fr"), ("/self-test/0/day", "2030-1-1"),
        ("/channels/0/provenance/confidence", "certain"), ("/calendar/days-off/0", "yesterday"),
    ])
    func `a word that is none is refused where it stands`(path: String, word: String) {
        let refusal = refusal(setting: path, to: .string(word))
        #expect(refusal?.reason == .malformed)
        #expect(refusal?.path == path)
    }

    @Test(
        arguments: [
            ("/fees/answers/0/fee", -1), ("/fees/answers/0/fee", 10_000_001), ("/rollout/0/stage/2/value/percent", 100),
            ("/rollout/0/stage/2/value/percent", 0), ("/receipt/format/shortest", 0), ("/receipt/format/longest", 65),
            ("/receipt/format/shortest", 13), ("/services/0/questions/1/answers/0/months/below", 0),
        ] as [(String, Int64)]
    )
    func `a number out of its range is refused`(path: String, number: Int64) throws {
        let found = refusal(setting: path, to: .integer(number))
        #expect(found?.reason == .malformed)
        let place = try #require(found?.path)
        #expect(path.hasPrefix(place))
    }

    @Test(
        arguments: [
            ("/fees/table/0/fees/0/0/1", 7), ("/fees/table/0/fees/0/0/1", -1), ("/fees/table/1/fees/3/1/1", 99),
        ] as [(String, Int64)]
    )
    func `an interval without an answer is refused`(path: String, number: Int64) {
        #expect(refusal(setting: path, to: .integer(number))?.path == "/fees/table")
    }

    @Test func `a source without a kind is refused by its own path`() {
        var changed = json
        changed["/sources"] = .object([
            "mistport:board": ["retrieved": "2030-01-01"]
        ])
        let refusal = loadingRefusal(of: changed.canonicalBytes)
        #expect(refusal?.path == "/sources/mistport:board")
        #expect(refusal?.explanation == "'kind' is missing")
    }

    @Test(arguments: ["2029-", "2029-0", "20290", "2029-13", "2029-02-30", "soon", ""])
    func `a source is published in a year, a month or a day`(published: String) {
        var config = FictionalCity.full
        config.sources[0].published = published
        #expect(loadingRefusal(of: config)?.path == "/sources/mistport:board")
    }

    @Test func `intervals that do not ascend are refused`() {
        for key in ["/channels/0/status", "/rollout/0/stage"] {
            guard case .array(var intervals) = json[key] else {
                Issue.record("\(key) is a list")
                continue
            }
            intervals.swapAt(intervals.count - 1, intervals.count - 2)
            let swapped = refusal(setting: key, to: .array(intervals))
            #expect(swapped?.reason == .malformed)
            #expect(swapped?.path == key)
            intervals[intervals.count - 1] = intervals[intervals.count - 2]
            #expect(refusal(setting: key, to: .array(intervals))?.path == key)
            #expect(refusal(setting: key, to: [])?.path == key)
        }
    }

    @Test func `fees that do not ascend, begin late or begin early are refused`() {
        let first = "/fees/table/0/fees/0/0/0"
        #expect(json[first] == "2030-01-01")
        for day in ["2029-12-31", "2030-01-02", "2030-07-01"] {
            #expect(refusal(setting: first, to: .string(day))?.path == "/fees/table")
        }
        let second = "/fees/table/0/fees/0/1/0"
        #expect(json[second] == "2030-07-01")
        for day in ["2030-01-01", "2029-07-01", "2032-02-29"] {
            #expect(refusal(setting: second, to: .string(day))?.path == "/fees/table")
        }
        #expect(refusal(setting: "/fees/table/0/fees/0", to: [])?.path == "/fees/table")
    }

    @Test func `a row too few, too many or under another path is refused`() {
        guard case .array(let rows) = json["/fees/table"] else {
            Issue.record("the table is a list")
            return
        }
        let reversed: [JSONValue] = rows.reversed()
        let changed: [[JSONValue]] = [
            rows.dropLast(), [JSONValue](rows.dropFirst()), rows + rows.suffix(1), reversed, [],
        ]
        for rows in changed {
            let refusal = refusal(setting: "/fees/table", to: .array(rows))
            #expect(refusal?.reason == .malformed)
            #expect(refusal?.path == "/fees/table")
        }
        #expect(refusal(setting: "/fees/table/0/path", to: "moon-permit/issue")?.path == "/fees/table")
    }

    @Test func `a class too few in a row is refused`() {
        guard case .array(let columns) = json["/fees/table/2/fees"] else {
            Issue.record("a row's fees are a list")
            return
        }
        #expect(refusal(setting: "/fees/table/2/fees", to: .array(columns.dropLast()))?.path == "/fees/table")
    }

    @Test func `classes part the nationalities: none is empty, in two, or out of order`() {
        let codes = "/fees/classes/1/nationalities"
        #expect(refusal(setting: codes, to: [])?.path == "/fees/classes")
        #expect(refusal(setting: codes, to: ["AAA", "CCC"])?.explanation == "AAA is in two classes")
        #expect(refusal(setting: codes, to: ["FFF", "CCC"])?.path == "/fees/classes")
        #expect(refusal(setting: codes, to: ["CCC", "CCC"])?.path == "/fees/classes")
    }

    @Test func `what is written otherwise than a generator writes it is refused`() {
        // Read without complaint, but a writer leaves these out.
        #expect(refusal(setting: "/channels/2/steps", to: [])?.reason == .notCanonical)
        #expect(refusal(setting: "/fees/answers/0/local", to: false)?.reason == .notCanonical)
        #expect(refusal(setting: "/channels/2/provenance", to: [:])?.reason == .notCanonical)
        // The same day, off and worked.
        #expect(refusal(setting: "/calendar/working-days/0", to: "2030-02-03")?.reason == .notCanonical)
        #expect(refusal(setting: "/calendar/years", to: [2030, 2030])?.reason == .notCanonical)
    }

    @Test func `what names something that is not there is refused`() {
        let dangling: [(String, JSONValue)] = [
            ("/channels/0/kind", "balloon"), ("/channels/0/services/0", "sun-permit"),
            ("/channels/0/methods/0/value/0", "gold"), ("/channels/1/applicants/0/value/0", "visitor"),
            ("/channels/0/provenance/sources/0", "nowhere:nothing"), ("/bureau/offices/0/services/0", "sun-permit"),
            ("/channels/0/provenance/against/0", "nowhere:nothing"), ("/bureau/online/0/uses/0", "sleeping"),
            ("/bureau/hours/0/provenance/sources/0", "nowhere:nothing"), ("/rollout/0/channel", "balloon"),
            ("/fees/answers/0/provenance/sources/0", "nowhere:nothing"), ("/fees/answers/0/item", "sun-fee"),
            ("/fees/items/moon-fee/provenance/sources/0", "nowhere:nothing"),
            ("/receipt/provenance/sources/0", "nowhere:nothing"), ("/hotline/provenance/sources/0", "nowhere:nothing"),
        ]
        for (path, value) in dangling {
            #expect(json[path] != .null, "\(path)")
            #expect(refusal(setting: path, to: value)?.reason == .malformed, "\(path)")
        }
    }

    @Test func `a refusal says what to do next, in both languages`() {
        for reason in ConfigRefusal.Reason.allCases {
            #expect(reason.advice.english?.isEmpty == false)
            #expect(reason.advice.chinese?.isEmpty == false)
            #expect(ConfigRefusal(reason, "here").description.contains(reason.advice.text(in: .english)))
        }
    }
}
