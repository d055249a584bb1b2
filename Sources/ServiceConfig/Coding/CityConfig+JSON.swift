public import CanonicalJSON
import CivilTime
import Vocabulary

extension CityConfig {
    /// The canonical bytes: RFC 8785, with integers only and keys in ASCII.
    public var canonicalBytes: [UInt8] {
        json.canonicalBytes
    }

    /// The config as a JSON value.
    public var json: JSONValue {
        .build {
            $0.add("asked-from", .date(askedFrom))
            $0.add("bureau", bureau?.json)
            $0.add("calendar", calendar.json)
            $0.add("channels", list: channels, \.json)
            $0.add("city", place.json)
            $0.add("fees", fees.json)
            $0.add("format", .string(Self.format))
            $0.add("freshness", freshness.json)
            $0.add("hotline", hotline.json)
            $0.add("receipt", receipt.json)
            $0.add("rollout", list: rollouts, \.json)
            $0.add("self-test", .array(selfTest.map(\.json)))
            $0.add("services", .array(services.map(\.json)))
            $0.add("sources", .object(JSONObject(sources.map { ($0.id, $0.json) })))
            $0.add("terms", terms.json)
        }
    }

    /// Loads a config: canonical bytes of this very format, every member known and of its type, and a self-test that the
    /// look-up answers as the registry does. All or nothing.
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
        self = try Self.read(ConfigNode(value: value, path: ""))
        if let disagreement = firstDisagreement() {
            throw ConfigRefusal(.selfTestFailed, disagreement.description)
        }
        // A value that reads but would be written otherwise, such as an empty list, is not what a generator wrote.
        guard canonicalBytes == bytes else {
            throw ConfigRefusal(.notCanonical, "written again, the config has other bytes")
        }
    }

    private static func read(_ node: ConfigNode) throws(ConfigRefusal) -> CityConfig {
        try node.record { record throws(ConfigRefusal) in
            _ = try record.require("format")
            let services = try record.require("services")
                .list { node throws(ConfigRefusal) in try Service.read(node) }
            let sources = try record.require("sources")
                .members { id, node throws(ConfigRefusal) in try Source.read(id: id, node) }
            return try CityConfig(
                place: Place.read(record.require("city")), askedFrom: record.require("asked-from").date(),
                hotline: Hotline.read(record.require("hotline")),
                bureau: record.optional("bureau").read { node throws(ConfigRefusal) in try Bureau.read(node) },
                receipt: Receipt.read(record.require("receipt")), services: services,
                terms: Terms.read(record.require("terms")),
                channels: record.optional("channels").list { node throws(ConfigRefusal) in try Channel.read(node) },
                rollouts: record.optional("rollout").list { node throws(ConfigRefusal) in try Rollout.read(node) },
                fees: FeeTable.read(record.require("fees"), services: services),
                calendar: WorkingDayCalendar.read(record.require("calendar")),
                freshness: Freshness.read(record.require("freshness")), sources: sources,
                selfTest: record.require("self-test").list { node throws(ConfigRefusal) in try SelfTest.read(node) }
            )
        }
    }
}

extension ConfigNode {
    /// An object's members in the order of their keys.
    func members<Element>(
        _ read: (String, ConfigNode) throws(ConfigRefusal) -> Element
    ) throws(ConfigRefusal) -> [Element] {
        guard case .object(let object) = value else { throw refuse("an object") }
        var elements: [Element] = []
        for (key, value) in object {
            try elements.append(read(key, ConfigNode(value: value, path: "\(path)/\(key)")))
        }
        return elements
    }
}

extension Place {
    var json: JSONValue {
        .build {
            $0.add("division", .string(division))
            $0.add("name", name.json)
            $0.add("province", province.json)
            $0.add("province-division", .string(provinceCode))
            $0.add("slug", .string(slug))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Place {
        try node.record { record throws(ConfigRefusal) in
            try Place(
                slug: record.string("slug"), division: record.string("division"), name: record.text("name"),
                provinceCode: record.string("province-division"), province: record.text("province")
            )
        }
    }
}

extension Hotline {
    var json: JSONValue {
        .build {
            $0.add("languages", .array(languages.map { .word($0) }))
            $0.add("name", name.json)
            $0.add("number", .string(number))
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Hotline {
        try node.record { record throws(ConfigRefusal) in
            try Hotline(
                number: record.string("number"), name: record.text("name"), languages: record.choices("languages"),
                provenance: record.provenance()
            )
        }
    }
}

extension Terms {
    var json: JSONValue {
        .build {
            $0.add("applicants", .map(applicants, \.json))
            $0.add("channel-kinds", .map(channelKinds, \.json))
            $0.add("methods", .map(methods, \.json))
            $0.add("online-uses", .map(onlineUses, \.json))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Terms {
        func texts(_ node: ConfigNode) throws(ConfigRefusal) -> [String: LocalizedText] {
            try node.map { node throws(ConfigRefusal) in try LocalizedText.read(node) }
        }
        return try node.record { record throws(ConfigRefusal) in
            try Terms(
                channelKinds: texts(record.require("channel-kinds")), methods: texts(record.require("methods")),
                applicants: texts(record.require("applicants")), onlineUses: texts(record.require("online-uses"))
            )
        }
    }
}

extension Freshness {
    var json: JSONValue {
        .build {
            $0.add("days", .map(days) { .integer(Int64($0)) })
            $0.add("price-needs", .word(priceNeeds))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Freshness {
        try node.record { record throws(ConfigRefusal) in
            try Freshness(
                days: record.require("days").map { node throws(ConfigRefusal) in try node.integer() },
                priceNeeds: record.require("price-needs").choice()
            )
        }
    }
}

extension WorkingDayCalendar {
    var json: JSONValue {
        .build {
            let days = exceptions.sorted { $0.key < $1.key }
            $0.add("days-off", .array(days.filter { $0.value == .off }.map { .date($0.key) }))
            $0.add("working-days", .array(days.filter { $0.value == .working }.map { .date($0.key) }))
            $0.add("years", .array(publishedYears.sorted().map { .integer(Int64($0)) }))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> WorkingDayCalendar {
        try node.record { record throws(ConfigRefusal) in
            let off = try record.require("days-off").list { node throws(ConfigRefusal) in try node.date() }
            let working = try record.require("working-days").list { node throws(ConfigRefusal) in try node.date() }
            let years = try record.require("years").list { node throws(ConfigRefusal) in try node.integer() }
            var exceptions: [CivilDate: DayKind] = [:]
            for day in off { exceptions[day] = .off }
            for day in working { exceptions[day] = .working }
            return WorkingDayCalendar(publishedYears: Set(years), exceptions: exceptions)
        }
    }
}
