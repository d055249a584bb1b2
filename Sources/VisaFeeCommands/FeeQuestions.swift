import ArgumentParser
import Divisions
import ServiceConfig
import Vocabulary

/// Reads the answers a person gives to the registry's questions.
///
/// A word that no question knows is wrong usage, as an unknown flag is.
struct FeeQuestions {
    private let config: CityConfig
    private let service: Service

    init(_ config: CityConfig, service id: String) throws(Refusal) {
        guard let service = config.service(id) else {
            let words = config.services.map(\.id)
            let near = Spelling.nearest(to: id, among: words).first
            throw Refusal("unknown-service", Sentences.noService(Echo.safe(id), near: near, words), code: .usage)
        }
        self.config = config
        self.service = service
    }

    /// The choices these answers stand for, and the months where the validity was given in months.
    func choices(_ given: [(question: String, answer: String)]) throws(Refusal) -> ([Choice], months: Int?) {
        var choices: [Choice] = []
        var months: Int?
        for (name, text) in given {
            guard let question = service.question(name) else {
                let asked = service.questions.map(\.id)
                throw Refusal(
                    "unknown-question",
                    Sentences.noQuestion(Echo.safe(name), service: service.id, asked),
                    code: .usage
                )
            }
            if let number = Int(text), let range = question.monthsCovered {
                guard let answer = question.answer(months: number) else {
                    throw Refusal(
                        "unknown-answer",
                        Sentences.monthsOutside(number, range, of: question),
                        code: .usage
                    )
                }
                months = number
                choices.append(Choice(question: name, answer: answer.id))
            } else if question.answer(text) != nil {
                choices.append(Choice(question: name, answer: text))
            } else {
                let near = Spelling.nearest(to: text, among: question.answers.map(\.id)).first
                throw Refusal(
                    "unknown-answer",
                    Sentences.noAnswer(Echo.safe(text), to: question, near: near),
                    code: .usage
                )
            }
        }
        return (choices, months)
    }

    /// Why no path agrees with the answers.
    func noPath(_ choices: [Choice], nationality: NationalityCode?) -> Refusal {
        guard service.leaves(given: choices).isEmpty else {
            return Refusal("not-asked", Sentences.notAsked(nationality?.description ?? "?"))
        }
        let sentences = [Sentences.disagree(choices)] + reasons(choices)
        let text = LocalizedText(
            sentences.map { $0.text(in: .english) }.joined(separator: "\n"),
            sentences.map { $0.text(in: .chinese) }.joined(separator: "\n")
        )
        return Refusal("answers-disagree", text, code: .usage)
    }

    /// For each question that is not asked after the other answers, when it is asked.
    private func reasons(_ choices: [Choice]) -> [LocalizedText] {
        let answered = Dictionary(grouping: choices, by: \.question)
        let twice = answered.filter { Set($0.value.map(\.answer)).count > 1 }.keys.sorted()
        if !twice.isEmpty { return twice.map(Sentences.answeredTwice) }
        let conditional = service.questions.filter { answered[$0.id] != nil && !$0.conditions.isEmpty }
        let barred = conditional.filter { question in
            question.conditions.contains { condition in
                answered[condition.question]?.contains { !condition.answers.contains($0.answer) } == true
            }
        }
        return (barred.isEmpty ? conditional : barred).map(Sentences.asked)
    }
}
