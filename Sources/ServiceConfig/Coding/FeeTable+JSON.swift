import CanonicalJSON
import CivilTime
import Money
import Vocabulary

extension Fee: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Fee {
        switch node.value {
        case .integer(let fen):
            guard let amount = Amount(fen: fen) else { throw node.refuse("an amount in fen") }
            return .amount(amount)
        case .string(let text):
            guard let fee = words.first(where: { $0.word == text })?.fee else {
                throw node.refuse("an amount in fen or a word for a fee, not '\(text)'")
            }
            return fee
        default:
            throw node.refuse("a fee: fen, or a word")
        }
    }

    func write(to writer: inout JSONWriter) {
        if let amount { writer.integer(amount.fen) } else { writer.string(word ?? "unknown") }
    }
}

extension FeeAnswer: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> FeeAnswer {
        try FeeAnswer(
            fee: record.require("fee"),
            unit: record.require("unit"),
            item: record.optional("item"),
            membership: record.optional("membership"),
            isLocal: record.flag("local"),
            note: record.optional("note"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("fee", fee)
        writer.add("item", optional: item)
        writer.add("local", flag: isLocal)
        writer.add("membership", optional: membership)
        writer.add("note", optional: note)
        writer.add(provenance)
        writer.add("unit", unit)
    }
}

extension GroupMembership: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> GroupMembership {
        try GroupMembership(
            group: record.require("group"),
            name: record.require("name"),
            isEveryoneElse: record.flag("everyone-else")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("everyone-else", flag: isEveryoneElse)
        writer.add("group", group)
        writer.add("name", name)
    }
}

extension FeeItem: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> FeeItem {
        try FeeItem(name: record.require("name"), basis: record.optional("basis"), provenance: record.provenance())
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("basis", optional: basis)
        writer.add("name", name)
        writer.add(provenance)
    }
}

extension NationalityClass: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> NationalityClass {
        try NationalityClass(
            group: record.optional("group"),
            name: record.optional("name"),
            nationalities: record.require("nationalities")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("group", optional: group)
        writer.add("name", optional: name)
        writer.add("nationalities", nationalities)
    }
}

extension FeeTable.Interval: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> FeeTable.Interval {
        let parts = try node.list { node throws(ConfigRefusal) in node }
        guard parts.count == 2 else { throw node.refuse("a day and the number of an answer") }
        return try FeeTable.Interval(from: CivilDate.read(parts[0]), answer: parts[1].integer())
    }

    func write(to writer: inout JSONWriter) {
        writer.array {
            from.write(to: &$0)
            $0.integer(answer)
        }
    }
}

/// One path of a table, and for each class its intervals.
private struct FeeRow: ConfigRecordValue {
    let path: String
    let fees: [[FeeTable.Interval]]

    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> FeeRow {
        try FeeRow(path: record.require("path"), fees: record.require("fees"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("fees", fees)
        writer.add("path", path)
    }
}

extension FeeTable {
    /// Reads a table for these services that answers every question from a day on: nothing missing, nothing twice.
    static func read(_ node: ConfigNode, services: [Service], from day: CivilDate) throws(ConfigRefusal) -> FeeTable {
        let leaves = services.flatMap(\.leaves)
        return try node.record { record throws(ConfigRefusal) in
            let items = try record.require("items", [String: FeeItem].self)
            let answers = try record.require("answers", [FeeAnswer].self)
            for item in answers.lazy.compactMap(\.item) where items[item] == nil {
                throw node.refuse(because: "the item '\(item)' is not described")
            }
            let classes = try readClasses(record.requireNode("classes"))
            let table = try record.requireNode("table")
            let rows = try [FeeRow].read(table)
            guard rows.map(\.path) == leaves.map(\.path) else {
                throw table.refuse("one row for each path through the questions, in their order")
            }
            for row in rows {
                guard row.fees.count == classes.count, row.fees.allSatisfy({ covers($0, from: day, answers.count) })
                else {
                    throw table.refuse(
                        "in '\(row.path)', for each class intervals from \(day) on, in order of their days"
                    )
                }
            }
            return FeeTable(items: items, leaves: leaves, classes: classes, answers: answers, cells: rows.map(\.fees))
        }
    }

    /// Classes that part the nationalities: each is in one, and none is empty.
    private static func readClasses(_ node: ConfigNode) throws(ConfigRefusal) -> [NationalityClass] {
        let classes = try [NationalityClass].read(node)
        var known: Set<NationalityCode> = []
        for members in classes {
            let codes = members.nationalities
            guard !codes.isEmpty, zip(codes, codes.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw node.refuse("classes of at least one nationality, in alphabetical order")
            }
            for code in codes where !known.insert(code).inserted {
                throw node.refuse(because: "\(code) is in two classes")
            }
        }
        return classes
    }

    /// Whether intervals answer every day from the first one on.
    private static func covers(_ intervals: [Interval], from day: CivilDate, _ answerCount: Int) -> Bool {
        intervals.first?.from == day && zip(intervals, intervals.dropFirst()).allSatisfy { $0.from < $1.from }
            && intervals.allSatisfy { (0..<answerCount).contains($0.answer) }
    }

    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.add("answers", answers)
            $0.add("classes", classes)
            $0.add("items", items)
            $0.add("table", zip(leaves, cells).map { FeeRow(path: $0.path, fees: $1) })
        }
    }
}

extension SelfTest: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> SelfTest {
        try SelfTest(
            day: record.require("day"),
            nationality: record.require("nationality"),
            fees: record.require("fees")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("day", day)
        writer.add("fees", fees)
        writer.add("nationality", nationality)
    }
}
