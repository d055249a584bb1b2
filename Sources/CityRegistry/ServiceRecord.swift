import Diagnostics
public import Vocabulary

/// A service as `registry.yaml` writes it.
public struct ServiceRecord: Sendable {
    /// The word.
    public let id: Located<String>
    /// The name.
    public let name: LocatedText
    /// The questions, in order.
    public let questions: [QuestionRecord]
}

/// A question as `registry.yaml` writes it.
public struct QuestionRecord: Sendable {
    /// The word.
    public let id: Located<String>
    /// The earlier answers after which it is asked.
    public let conditions: [ConditionRecord]
    /// The answers.
    public let answers: [AnswerRecord]
}

/// A question and some of its answers, as `only` and `when` name them.
public struct ConditionRecord: Sendable {
    /// The question.
    public let question: Located<String>
    /// The answers.
    public let answers: [Located<String>]
}

/// An answer as `registry.yaml` writes it.
public struct AnswerRecord: Sendable {
    /// The word.
    public let id: Located<String>
    /// The name.
    public let name: LocatedText
    /// The months it stands for.
    public let months: Located<MonthRange>?
}

extension ServiceRecord {
    /// The service without its places.
    public var service: Service {
        Service(id: id.value, name: name.value, questions: questions.map(\.question))
    }
}

extension QuestionRecord {
    /// The question without its places.
    public var question: Question {
        Question(
            id: id.value,
            conditions: conditions.map {
                Question.Condition(question: $0.question.value, answers: $0.answers.map(\.value))
            },
            answers: answers.map {
                Question.Answer(id: $0.id.value, name: $0.name.value, months: $0.months?.value)
            }
        )
    }
}
