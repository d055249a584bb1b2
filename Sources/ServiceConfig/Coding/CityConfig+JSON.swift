public import CanonicalJSON
import CivilTime
import Vocabulary

extension CityConfig {
    /// The canonical bytes: RFC 8785, with integers only and keys in ASCII.
    public var canonicalBytes: [UInt8] {
        canonicalBytes(
            with: CommonText(
                calendar: calendar,
                freshness: freshness,
                hotline: hotline,
                services: services,
                terms: terms
            )
        )
    }

    /// The same bytes, for whoever writes many configs that have much in common.
    package func canonicalBytes(with common: CommonText) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 3 << 15)
        write(to: &writer, with: common)
        return writer.bytes
    }

    /// The config as a JSON value.
    public var json: JSONValue {
        do throws(CanonicalJSONError) {
            return try JSONValue(canonical: canonicalBytes)
        } catch {
            preconditionFailure("what is written canonically can be read: \(error)")
        }
    }

    /// Loads a config, all or nothing.
    ///
    /// Its bytes are canonical and of this very format, every member is known and of its type, every reference has its other
    /// end, and the look-up answers the self-test as the registry does.
    public init(loading bytes: [UInt8]) throws(ConfigRefusal) {
        self = try ConfigNode.load(bytes, Self.format) { record throws(ConfigRefusal) in try Self.read(&record) }
        if let dangling = firstDanglingReference() {
            throw ConfigRefusal(.malformed, dangling)
        }
        if let gap = firstGapInSelfTest() {
            throw ConfigRefusal(.selfTestFailed, gap)
        }
        if let disagreement = firstDisagreement() {
            throw ConfigRefusal(.selfTestFailed, disagreement.description)
        }
        // A value that reads but would be written otherwise, such as an empty list, is not what a generator wrote.
        guard canonicalBytes == bytes else {
            throw ConfigRefusal(.notCanonical, "written again, the config has other bytes")
        }
    }

    private static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> CityConfig {
        let askedFrom = try record.require("asked-from", CivilDate.self)
        let services = try record.require("services", [Service].self)
        return try CityConfig(
            place: record.require("city"),
            askedFrom: askedFrom,
            hotline: record.require("hotline"),
            bureau: record.optional("bureau"),
            receipt: record.require("receipt"),
            services: services,
            terms: record.require("terms"),
            channels: record.list("channels"),
            rollouts: record.list("rollout"),
            fees: FeeTable.read(record.requireNode("fees"), services: services, from: askedFrom),
            calendar: record.require("calendar"),
            freshness: record.require("freshness"),
            sources: record.require("sources", SourceList.self).sources,
            selfTest: record.require("self-test")
        )
    }

    private func write(to writer: inout JSONWriter, with common: CommonText) {
        writer.object {
            $0.add("asked-from", askedFrom)
            $0.add("bureau", optional: bureau)
            common.writeCalendar(of: self, to: &$0)
            $0.add("channels", list: channels)
            $0.add("city", place)
            $0.key("fees")
            fees.write(to: &$0)
            $0.add("format", Self.format)
            common.writeFreshness(of: self, to: &$0)
            common.writeHotline(of: self, to: &$0)
            $0.add("receipt", receipt)
            $0.add("rollout", list: rollouts)
            $0.add("self-test", selfTest)
            common.writeServices(of: self, to: &$0)
            $0.add("sources", SourceList(sources: sources))
            common.writeTerms(of: self, to: &$0)
        }
    }
}

extension ConfigNode {
    /// Reads a generated file: canonical bytes of one format, whose name and version is looked at before all else.
    static func load<Result>(
        _ bytes: [UInt8],
        _ format: String,
        _ read: (inout ConfigRecord) throws(ConfigRefusal) -> Result
    ) throws(ConfigRefusal) -> Result {
        let value: JSONValue
        do throws(CanonicalJSONError) {
            value = try JSONValue(canonical: bytes)
        } catch {
            throw ConfigRefusal(.notCanonical, error.description)
        }
        guard case .object(let object) = value, object["format"] == .string(format) else {
            throw ConfigRefusal(.otherFormat, "this version reads \(format)")
        }
        return try ConfigNode.read(value) { node throws(ConfigRefusal) in
            try node.record { record throws(ConfigRefusal) in
                _ = try record.require("format", String.self)
                return try read(&record)
            }
        }
    }
}

extension Place: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Place {
        try Place(
            slug: record.require("slug"),
            division: record.require("division"),
            name: record.require("name"),
            provinceCode: record.require("province-division"),
            province: record.require("province")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("division", division)
        writer.add("name", name)
        writer.add("province", province)
        writer.add("province-division", provinceCode)
        writer.add("slug", slug)
    }
}

extension Hotline: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Hotline {
        try Hotline(
            number: record.require("number"),
            name: record.require("name"),
            languages: record.require("languages"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("languages", languages)
        writer.add("name", name)
        writer.add("number", number)
        writer.add(provenance)
    }
}

extension Terms: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Terms {
        try Terms(
            channelKinds: record.require("channel-kinds"),
            methods: record.require("methods"),
            applicants: record.require("applicants"),
            onlineUses: record.require("online-uses")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("applicants", applicants)
        writer.add("channel-kinds", channelKinds)
        writer.add("methods", methods)
        writer.add("online-uses", onlineUses)
    }
}

extension Freshness: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Freshness {
        try Freshness(days: record.require("days"), priceNeeds: record.require("price-needs"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("days", days)
        writer.add("price-needs", priceNeeds)
    }
}

extension WorkingDayCalendar: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> WorkingDayCalendar {
        var exceptions: [CivilDate: DayKind] = [:]
        for day in try record.require("days-off", [CivilDate].self) { exceptions[day] = .off }
        for day in try record.require("working-days", [CivilDate].self) { exceptions[day] = .working }
        return try WorkingDayCalendar(
            publishedYears: Set(record.require("years", [Int].self)),
            exceptions: exceptions
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        let days = exceptions.sorted { $0.key < $1.key }
        writer.add("days-off", days.filter { $0.value == .off }.map(\.key))
        writer.add("working-days", days.filter { $0.value == .working }.map(\.key))
        writer.add("years", publishedYears.sorted())
    }
}
