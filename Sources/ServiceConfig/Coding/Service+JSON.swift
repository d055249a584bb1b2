import CanonicalJSON
import Vocabulary

extension Service: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Service {
        try Service(id: record.require("id"), name: record.require("name"), questions: record.list("questions"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("id", id)
        writer.add("name", name)
        writer.add("questions", list: questions)
    }
}

extension Question: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Question {
        try Question(id: record.require("id"), conditions: record.list("only"), answers: record.list("answers"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("answers", list: answers)
        writer.add("id", id)
        writer.add("only", list: conditions)
    }
}

extension Question.Condition: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Question.Condition {
        try Question.Condition(question: record.require("question"), answers: record.list("answers"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("answers", list: answers)
        writer.add("question", question)
    }
}

extension Question.Answer: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Question.Answer {
        try Question.Answer(id: record.require("id"), name: record.require("name"), months: record.optional("months"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("id", id)
        writer.add("months", optional: months)
        writer.add("name", name)
    }
}

extension MonthRange: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> MonthRange {
        let (from, above) = try (record.optional("from", Int.self), record.optional("above", Int.self))
        let (to, below) = try (record.optional("to", Int.self), record.optional("below", Int.self))
        guard let lower = from ?? above, let upper = to ?? below, from == nil || above == nil,
            to == nil || below == nil,
            let range = MonthRange(lower: lower, includesLower: from != nil, upper: upper, includesUpper: to != nil)
        else { throw record.node.refuse("a range of months") }
        return range
    }

    func writeMembers(to writer: inout JSONWriter) {
        // Ascending, whichever two of the four there are: above, below, from, to.
        let lowerEdge = (key: includesLower ? "from" : "above", months: lower)
        let upperEdge = (key: includesUpper ? "to" : "below", months: upper)
        for edge in [lowerEdge, upperEdge].sorted(by: { $0.key < $1.key }) { writer.add(edge.key, edge.months) }
    }
}
