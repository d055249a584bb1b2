import Diagnostics
import SourceTree
import Vocabulary

/// The keys of a service.
enum ServiceKey: String, RecordKey {
    case name, questions

    static let record = LocalizedText("a service", "业务")
    static let required: [ServiceKey] = [.name, .questions]
    var form: Form {
        switch self {
        case .name: .localized
        case .questions: .either([.choice(["none"]), .map(.question)])
        }
    }
}

/// The keys of an answer.
enum AnswerKey: String, RecordKey {
    case en, zh, months

    static let record = LocalizedText("an answer", "选项")
    static let required: [AnswerKey] = []
    static let atLeastOne: [AnswerKey] = [.en, .zh]
    var form: Form {
        switch self {
        case .en, .zh: .text
        case .months: .record(MonthsKey.self)
        }
    }
}

/// The keys of a range of months: one lower edge and one upper.
enum MonthsKey: String, RecordKey {
    case above, from, below, to

    static let record = LocalizedText("a range of months", "月数范围")
    static let required: [MonthsKey] = []
    static let exactlyOne: [[MonthsKey]] = [[.above, .from], [.below, .to]]
    var form: Form { .integer(MonthsKey.months) }

    /// The months a validity may have: up to a hundred years.
    static let months = 0...1200
}

extension Reader {
    /// All services, in order.
    mutating func services(_ node: NodeID) -> [ServiceRecord] {
        words(node, LocalizedText("services by word", "以标识为键的业务")).compactMap { id, value -> ServiceRecord? in
            guard let fields = fields(value, ServiceKey.self) else { return nil }
            let name = fields[.name].flatMap { localized($0) }
            let questions = fields[.questions].map { self.questions($0) } ?? []
            return name.map { ServiceRecord(id: id, name: $0, questions: questions) }
        }
    }

    private mutating func questions(_ node: NodeID) -> [QuestionRecord] {
        // `questions: none` says that nothing needs to be asked; leaving it empty would not say so.
        if tree.kind(of: node) == .scalar, tree.equals(node, "none") { return [] }
        return words(node, LocalizedText("questions by word, or none", "以标识为键的询问项，或者“none”")).map { id, value in
            var conditions: [ConditionRecord] = []
            var answers: [AnswerRecord] = []
            for (key, entry) in words(value, LocalizedText("answers by word", "以标识为键的选项")) {
                if key.value == "only" {
                    conditions = self.conditions(entry)
                } else if let answer = answer(id: key, entry) {
                    answers.append(answer)
                }
            }
            return QuestionRecord(id: id, conditions: conditions, answers: answers)
        }
    }

    private mutating func answer(id: Located<String>, _ node: NodeID) -> AnswerRecord? {
        guard let fields = fields(node, AnswerKey.self) else { return nil }
        let name = localized(english: fields[.en], chinese: fields[.zh], range: fields.range)
        let months = fields[.months].flatMap { monthRange($0) }
        return name.map { AnswerRecord(id: id, name: $0, months: months) }
    }

    private mutating func monthRange(_ node: NodeID) -> Located<MonthRange>? {
        guard let fields = fields(node, MonthsKey.self) else { return nil }
        func edge(_ key: MonthsKey) -> Int? {
            fields[key].flatMap { integer($0, in: MonthsKey.months)?.value }
        }
        let (above, from, below, to) = (edge(.above), edge(.from), edge(.below), edge(.to))
        if (above == nil) != (from == nil), (below == nil) != (to == nil), let lower = above ?? from,
            let upper = below ?? to,
            let range = MonthRange(lower: lower, includesLower: from != nil, upper: upper, includesUpper: to != nil)
        {
            return Located(range, at: fields.range)
        }
        report(
            .malformedMonths,
            LocalizedText(
                "a range of months needs one lower edge and one upper edge above it",
                "月数范围需要一个下限和一个大于它的上限"
            ),
            at: fields.range,
            help: LocalizedText(
                "'above' or 'from' for the lower edge, 'below' or 'to' for the upper: {from: 12, below: 36}",
                "下限写“above”或“from”，上限写“below”或“to”：“{from: 12, below: 36}”"
            )
        )
        return nil
    }
}
