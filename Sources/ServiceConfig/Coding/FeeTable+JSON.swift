import CanonicalJSON
import CivilTime
import Money
import Vocabulary

extension Fee {
    var json: JSONValue {
        amount.map { .integer($0.fen) } ?? .string(word ?? "unknown")
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Fee {
        switch node.value {
        case .integer(let fen):
            guard let amount = Amount(fen: fen) else { throw node.refuse("an amount in fen") }
            return .amount(amount)
        case .string(let text):
            guard let fee = words.first(where: { $0.word == text })?.fee else { throw node.refuse("a fee") }
            return fee
        default:
            throw node.refuse("a fee: fen, or a word")
        }
    }
}

extension FeeAnswer {
    var json: JSONValue {
        .build {
            $0.add("fee", fee.json)
            $0.add("item", item.map(JSONValue.string))
            $0.add("local", flag: isLocal)
            $0.add("note", note?.json)
            $0.add(provenance)
            $0.add("rests-on-membership", flag: restsOnMembership)
            $0.add("unit", .word(unit))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> FeeAnswer {
        try node.record { record throws(ConfigRefusal) in
            try FeeAnswer(
                fee: Fee.read(record.require("fee")), unit: record.require("unit").choice(),
                item: record.optionalString("item"), restsOnMembership: record.flag("rests-on-membership"),
                isLocal: record.flag("local"), note: record.optionalText("note"), provenance: record.provenance()
            )
        }
    }
}

extension ConfigRecord {
    /// A flag that is left out where it is false.
    mutating func flag(_ key: String) throws(ConfigRefusal) -> Bool {
        try optional(key).read { node throws(ConfigRefusal) in try node.bool() } ?? false
    }
}

extension FeeItem {
    var json: JSONValue {
        .build {
            $0.add("basis", basis.map { .array($0.map(JSONValue.string)) })
            $0.add("name", name.json)
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> FeeItem {
        try node.record { record throws(ConfigRefusal) in
            try FeeItem(
                name: record.text("name"),
                basis: record.optional("basis").read { node throws(ConfigRefusal) in
                    try node.list { node throws(ConfigRefusal) in try node.string() }
                },
                provenance: record.provenance()
            )
        }
    }
}

extension NationalityClass {
    var json: JSONValue {
        .build {
            $0.add("group", group.map(JSONValue.string))
            $0.add("name", name?.json)
            $0.add("nationalities", .array(nationalities.map { .string($0.description) }))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> NationalityClass {
        try node.record { record throws(ConfigRefusal) in
            try NationalityClass(
                group: record.optionalString("group"), name: record.optionalText("name"),
                nationalities: record.require("nationalities")
                    .list { node throws(ConfigRefusal) in try node.nationality() }
            )
        }
    }
}

extension FeeTable {
    /// Each row is a leaf: its path, and for each class its intervals as pairs of day and answer.
    var json: JSONValue {
        .build {
            $0.add("answers", .array(answers.map(\.json)))
            $0.add("classes", .array(classes.map(\.json)))
            $0.add("items", .map(items, \.json))
            $0.add(
                "table",
                .array(
                    zip(leaves, cells).map { leaf, row in
                        .build {
                            $0.add("fees", .array(row.map { .array($0.map(\.json)) }))
                            $0.add("path", .string(leaf.path))
                        }
                    }
                )
            )
        }
    }

    static func read(_ node: ConfigNode, services: [Service]) throws(ConfigRefusal) -> FeeTable {
        let leaves = services.flatMap(\.leaves)
        return try node.record { record throws(ConfigRefusal) in
            let items = try record.require("items").map { node throws(ConfigRefusal) in try FeeItem.read(node) }
            let classes = try record.require("classes")
                .list { node throws(ConfigRefusal) in try NationalityClass.read(node) }
            let answers = try record.require("answers").list { node throws(ConfigRefusal) in try FeeAnswer.read(node) }
            let table = try record.require("table")
            let rows = try table.list { node throws(ConfigRefusal) in
                try node.record { record throws(ConfigRefusal) in
                    try (
                        path: record.string("path"),
                        fees: record.require("fees").list { node throws(ConfigRefusal) in
                            try node.list { node throws(ConfigRefusal) in
                                try Interval.read(node, answers: answers.count)
                            }
                        }
                    )
                }
            }
            guard rows.map(\.path) == leaves.map(\.path) else {
                throw table.refuse("one row for each path through the questions, in their order")
            }
            for row in rows where row.fees.count != classes.count || !row.fees.allSatisfy(Self.ascend) {
                throw table.refuse("in '\(row.path)', intervals in order of their days for each class")
            }
            return FeeTable(items: items, leaves: leaves, classes: classes, answers: answers, cells: rows.map(\.fees))
        }
    }

    private static func ascend(_ intervals: [Interval]) -> Bool {
        !intervals.isEmpty && zip(intervals, intervals.dropFirst()).allSatisfy { $0.from < $1.from }
    }
}

extension FeeTable.Interval {
    var json: JSONValue {
        .array([.date(from), .integer(Int64(answer))])
    }

    static func read(_ node: ConfigNode, answers: Int) throws(ConfigRefusal) -> FeeTable.Interval {
        let parts = try node.list { node throws(ConfigRefusal) in node }
        guard parts.count == 2 else { throw node.refuse("a day and an answer") }
        let answer = try parts[1].integer()
        guard (0..<answers).contains(answer) else { throw parts[1].refuse("the number of an answer") }
        return try FeeTable.Interval(from: parts[0].date(), answer: answer)
    }
}

extension SelfTest {
    var json: JSONValue {
        .build {
            $0.add("day", .date(day))
            $0.add("fees", .array(fees.map(\.json)))
            $0.add("nationality", .string(nationality.description))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> SelfTest {
        try node.record { record throws(ConfigRefusal) in
            try SelfTest(
                day: record.require("day").date(), nationality: record.require("nationality").nationality(),
                fees: record.require("fees").list { node throws(ConfigRefusal) in try Fee.read(node) }
            )
        }
    }
}
