/// One complete path through a service's questions: what a fee is asked for.
public struct Leaf: Hashable, Sendable {
    /// The service's word.
    public let service: String
    /// The answers given, in the order of the questions that were asked.
    public let choices: [Choice]

    /// A path through `service`.
    public init(service: String, choices: [Choice]) {
        self.service = service
        self.choices = choices
    }

    /// The path as one word: `visa/issue/single/individual`.
    public var path: String {
        ([service] + choices.map(\.answer)).joined(separator: "/")
    }

    /// The answer given to a question; nothing where it was not asked.
    public func answer(to question: String) -> String? {
        choices.first { $0.question == question }?.answer
    }
}

extension Service {
    /// Every complete path through the questions, in the order of the questions and their answers.
    public var leaves: [Leaf] {
        questions.reduce([[]]) { paths, question in
            paths.flatMap { path -> [[Choice]] in
                guard question.isAsked(after: path) else { return [path] }
                return question.answers.map { path + [Choice(question: question.id, answer: $0.id)] }
            }
        }
        .map { Leaf(service: id, choices: $0) }
    }

    /// The paths that agree with what has been answered so far.
    public func leaves(given choices: [Choice]) -> [Leaf] {
        leaves.filter { leaf in choices.allSatisfy { leaf.answer(to: $0.question) == $0.answer } }
    }
}
