import CanonicalJSON
import CivilTime
import Vocabulary

/// A value that has a form in generated files: what is written is what is read, and nothing else is.
protocol ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Self
    func write(to writer: inout JSONWriter)
}

/// A value that is written as an object.
///
/// Members are written in ascending order of their keys, and those that are not there are left out.
protocol ConfigRecordValue: ConfigValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Self
    func writeMembers(to writer: inout JSONWriter)
}

extension ConfigRecordValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Self {
        try node.record { record throws(ConfigRefusal) in try read(&record) }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writeMembers(to: &$0) }
    }
}

extension JSONWriter {
    /// A member.
    mutating func add(_ key: String, _ value: some ConfigValue) {
        self.key(key)
        value.write(to: &self)
    }

    /// A member, left out where it is not there.
    mutating func add(_ key: String, optional value: (some ConfigValue)?) {
        if let value { add(key, value) }
    }

    /// A list, left out where it is empty.
    mutating func add(_ key: String, list: [some ConfigValue]) {
        if !list.isEmpty { add(key, list) }
    }

    /// A flag, left out where it is false.
    mutating func add(_ key: String, flag: Bool) {
        if flag { add(key, true) }
    }
}

// MARK: - Plain values

extension String: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> String { try node.string() }

    func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Int { try node.integer() }

    func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Bool: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Bool {
        guard case .bool(let bool) = node.value else { throw node.refuse("true or false") }
        return bool
    }

    func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension CivilDate: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> CivilDate {
        guard let date = try CivilDate(node.string()) else { throw node.refuse("a date") }
        return date
    }

    func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension NationalityCode: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> NationalityCode {
        guard let code = try NationalityCode(node.string()) else { throw node.refuse("a nationality's three letters") }
        return code
    }

    func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension LocalizedText: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> LocalizedText {
        guard let text = try LocalizedText(english: record.optional("en"), chinese: record.optional("zh")) else {
            throw record.node.refuse("a text in English, in Chinese or in both")
        }
        return text
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("en", optional: english)
        writer.add("zh", optional: chinese)
    }
}

// MARK: - Words

extension ConfigValue where Self: RawRepresentable<String> {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Self {
        let text = try node.string()
        guard let word = Self(rawValue: text) else { throw node.refuse("a word this version knows, not '\(text)'") }
        return word
    }

    func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}

extension ChannelReach: ConfigValue {}
extension ChannelStatus: ConfigValue {}
extension Confidence: ConfigValue {}
extension FeeUnit: ConfigValue {}
extension Language: ConfigValue {}
extension RailKind: ConfigValue {}
extension RailMode: ConfigValue {}
extension ReceiptFormat.Alphabet: ConfigValue {}
extension RefundRule: ConfigValue {}
extension RolloutStage.Kind: ConfigValue {}
extension ScreenElement: ConfigValue {}
extension WindowClosing: ConfigValue {}
extension WindowFallback: ConfigValue {}
extension WindowOpening: ConfigValue {}

// MARK: - Several values

extension Array: ConfigValue where Element: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> [Element] {
        try node.list { node throws(ConfigRefusal) in try Element.read(node) }
    }

    func write(to writer: inout JSONWriter) {
        writer.array { writer in
            for element in self { element.write(to: &writer) }
        }
    }
}

extension Dictionary: ConfigValue where Key == String, Value: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> [String: Value] {
        let members = try node.members { key, node throws(ConfigRefusal) in (key, try Value.read(node)) }
        // A canonical object has no key twice.
        return Dictionary(members) { first, _ in first }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (key, value) in self.sorted(by: { $0.key < $1.key }) { writer.add(key, value) }
        }
    }
}

extension Timeline: ConfigValue where Value: ConfigValue {
    /// One interval; the first of a timeline has no day where its value held already at `asked-from`.
    private struct Interval: ConfigRecordValue {
        var from: CivilDate?
        var value: Value

        static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Interval {
            try Interval(from: record.optional("from"), value: record.require("value"))
        }

        func writeMembers(to writer: inout JSONWriter) {
            writer.add("from", optional: from)
            writer.add("value", value)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Timeline {
        var intervals = try [Interval].read(node)[...]
        let undated = intervals.first?.from == nil ? intervals.popFirst()?.value : nil
        var changes: [Change] = []
        for interval in intervals {
            guard let from = interval.from else { throw node.refuse("a date for every interval but the first") }
            changes.append(Change(date: from, value: interval.value))
        }
        guard let timeline = try? Timeline(undated: undated, changes: changes) else {
            throw node.refuse("intervals in order of their dates")
        }
        return timeline
    }

    func write(to writer: inout JSONWriter) {
        let first = undated.map { [Interval(from: nil, value: $0)] } ?? []
        (first + changes.map { Interval(from: $0.date, value: $0.value) }).write(to: &writer)
    }
}
