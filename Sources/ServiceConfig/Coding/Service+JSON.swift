import CanonicalJSON
import Vocabulary

extension Service {
    var json: JSONValue {
        .build {
            $0.add("id", .string(id))
            $0.add("name", name.json)
            $0.add("questions", list: questions, \.json)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Service {
        try node.record { record throws(ConfigRefusal) in
            try Service(
                id: record.string("id"), name: record.text("name"),
                questions: record.optional("questions").list { node throws(ConfigRefusal) in try Question.read(node) }
            )
        }
    }
}

extension Question {
    var json: JSONValue {
        .build {
            $0.add("answers", list: answers, \.json)
            $0.add("id", .string(id))
            $0.add("only", list: conditions, \.json)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Question {
        try node.record { record throws(ConfigRefusal) in
            try Question(
                id: record.string("id"),
                conditions: record.optional("only").list { node throws(ConfigRefusal) in try Condition.read(node) },
                answers: record.optional("answers").list { node throws(ConfigRefusal) in try Answer.read(node) }
            )
        }
    }
}

extension Question.Condition {
    var json: JSONValue {
        .build {
            $0.add("answers", list: answers, JSONValue.string)
            $0.add("question", .string(question))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Question.Condition {
        try node.record { record throws(ConfigRefusal) in
            try Question.Condition(question: record.string("question"), answers: record.strings("answers"))
        }
    }
}

extension Question.Answer {
    var json: JSONValue {
        .build {
            $0.add("id", .string(id))
            $0.add("months", months?.json)
            $0.add("name", name.json)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Question.Answer {
        try node.record { record throws(ConfigRefusal) in
            try Question.Answer(
                id: record.string("id"), name: record.text("name"),
                months: record.optional("months").read { node throws(ConfigRefusal) in try MonthRange.read(node) }
            )
        }
    }
}

extension MonthRange {
    var json: JSONValue {
        .build {
            $0.add(includesLower ? "from" : "above", .integer(Int64(lower)))
            $0.add(includesUpper ? "to" : "below", .integer(Int64(upper)))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> MonthRange {
        try node.record { record throws(ConfigRefusal) in
            let from = try record.optional("from").read { node throws(ConfigRefusal) in try node.integer() }
            let above = try record.optional("above").read { node throws(ConfigRefusal) in try node.integer() }
            let to = try record.optional("to").read { node throws(ConfigRefusal) in try node.integer() }
            let below = try record.optional("below").read { node throws(ConfigRefusal) in try node.integer() }
            guard let lower = from ?? above, let upper = to ?? below, from == nil || above == nil,
                to == nil || below == nil,
                let range = MonthRange(
                    lower: lower, includesLower: from != nil, upper: upper, includesUpper: to != nil
                )
            else { throw node.refuse("a range of months") }
            return range
        }
    }
}
