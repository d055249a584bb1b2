/// One thing an exit-entry bureau charges for, and the questions that decide its fee.
public struct Service: Hashable, Sendable {
    /// Its word, as commands and configs write it: `residence-permit`.
    public let id: String
    /// Its name.
    public let name: LocalizedText
    /// The questions in the order they are asked.
    public let questions: [Question]

    /// A service and its questions.
    public init(id: String, name: LocalizedText, questions: [Question]) {
        self.id = id
        self.name = name
        self.questions = questions
    }

    /// The question with this id.
    public func question(_ id: String) -> Question? {
        questions.first { $0.id == id }
    }
}

/// One question about what an applicant wants.
public struct Question: Hashable, Sendable {
    /// Its word: `validity`.
    public let id: String
    /// When it is asked: after every one of these.
    ///
    /// Always asked where empty.
    public let conditions: [Condition]
    /// The answers it takes.
    public let answers: [Answer]

    /// A question asked under `conditions`.
    public init(id: String, conditions: [Condition], answers: [Answer]) {
        self.id = id
        self.conditions = conditions
        self.answers = answers
    }

    /// An earlier question, and the answers to it that matter.
    public struct Condition: Hashable, Sendable {
        /// The earlier question's word.
        public let question: String
        /// The answers after which the condition holds.
        public let answers: [String]

        /// Holds when `question` was answered with one of `answers`.
        public init(question: String, answers: [String]) {
            self.question = question
            self.answers = answers
        }
    }

    /// One answer.
    public struct Answer: Hashable, Sendable {
        /// Its word: `1-to-3-years`.
        public let id: String
        /// Its name.
        public let name: LocalizedText
        /// The months it stands for, where the question is about a length of time.
        public let months: MonthRange?

        /// An answer.
        public init(id: String, name: LocalizedText, months: MonthRange? = nil) {
            self.id = id
            self.name = name
            self.months = months
        }
    }

    /// Whether the question is asked after these answers.
    public func isAsked(after choices: [Choice]) -> Bool {
        conditions.allSatisfy { condition in
            choices.contains { $0.question == condition.question && condition.answers.contains($0.answer) }
        }
    }

    /// The answer with this id.
    public func answer(_ id: String) -> Answer? {
        answers.first { $0.id == id }
    }

    /// The answer that stands for a validity of exactly `months`.
    public func answer(months: Int) -> Answer? {
        answers.first { $0.months?.contains(months) == true }
    }
}

/// One answer given to one question.
public struct Choice: Hashable, Sendable {
    /// The question's word.
    public let question: String
    /// The answer's word.
    public let answer: String

    /// An answer given.
    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}
