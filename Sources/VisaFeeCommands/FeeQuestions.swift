import ArgumentParser
import Divisions
import ServiceConfig
import Vocabulary

/// Reads the answers a person gives to the registry's questions.
struct FeeQuestions {
    private let config: CityConfig
    private let service: Service

    init(_ config: CityConfig, service id: String) throws(Failure) {
        guard let service = config.service(id) else {
            let words = config.services.map(\.id)
            let near = Spelling.nearest(to: id, among: words).first.map { "; did you mean \($0)?" } ?? ""
            throw .noAnswer("there is no service '\(id)'\(near)\nThe services are: " + words.joined(separator: ", "))
        }
        self.config = config
        self.service = service
    }

    /// The choices these answers stand for, and the months where the validity was given in months.
    func choices(_ given: [(question: String, answer: String)]) throws(Failure) -> ([Choice], months: Int?) {
        var choices: [Choice] = []
        var months: Int?
        for (name, text) in given {
            guard let question = service.question(name) else {
                let asked = service.questions.map(\.id)
                throw .noAnswer(
                    "'\(service.id)' does not ask for '\(name)'; it asks "
                        + (asked.isEmpty ? "nothing" : asked.joined(separator: ", "))
                )
            }
            if let number = Int(text), question.answers.contains(where: { $0.months != nil }) {
                guard let answer = question.answer(months: number) else {
                    throw .noAnswer("no class of '\(name)' holds \(number) months: " + list(question))
                }
                months = number
                choices.append(Choice(question: name, answer: answer.id))
            } else if question.answer(text) != nil {
                choices.append(Choice(question: name, answer: text))
            } else {
                let near = Spelling.nearest(to: text, among: question.answers.map(\.id)).first
                throw .noAnswer(
                    "'\(text)' is no answer to '\(name)'" + (near.map { "; did you mean \($0)?" } ?? "") + "\n"
                        + list(question)
                )
            }
        }
        return (choices, months)
    }

    /// Why no path agrees with the answers.
    func noPath(_ choices: [Choice], nationality: NationalityCode?) -> String {
        if service.leaves(given: choices).isEmpty {
            let words = choices.map { "\($0.question) \($0.answer)" }.joined(separator: ", ")
            return "'\(service.id)' has no fee for \(words) together: one of these answers rules another out"
        }
        return
            "these fees are for foreign nationals, and are not asked for \(nationality?.description ?? "this nationality")"
    }

    private func list(_ question: Question) -> String {
        "its answers are: " + question.answers.map(\.id).joined(separator: ", ")
            + (question.answers.contains { $0.months != nil } ? ", or a number of months" : "")
    }
}
