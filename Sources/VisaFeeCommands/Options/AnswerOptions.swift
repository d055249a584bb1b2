public import ArgumentParser
import CanonicalJSON
public import CivilTime
import ServiceConfig
public import Vocabulary

extension Language: ExpressibleByArgument {}

/// The form of an answer.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case human
    /// For programs: one document, with `formatVersion`.
    case json
}

/// How an applicant's question is answered.
struct AnswerOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "The language of the answer: en or zh.")
    var language: Language = .english

    @Option(help: "The form of the answer: human or json.")
    var format: AnswerFormat = .human

    @Option(help: "The day to answer for, YYYY-MM-DD. (default: today in Shanghai, or SOURCE_DATE_EPOCH)")
    var asOf: CivilDate?

    /// Runs a command's work; a refusal is said in the language of the answer, and in its form.
    func run(_ work: () throws -> Void) throws {
        try Terminal.run {
            do {
                try work()
            } catch let refusal as Refusal {
                if format == .json { try Terminal.write(refusal.json.pretty) }
                throw Failure(description: refusal.text(in: language), code: refusal.code)
            }
        }
    }

    /// The day to answer for, from these configs.
    ///
    /// Before `asked-from` nothing is promised, and "no fee" or "not offered" would be a guess.
    func day(in index: DivisionIndex) throws -> CivilDate {
        let day = try day()
        guard day >= index.askedFrom else {
            throw Refusal("too-early", Sentences.tooEarly(from: index.askedFrom))
        }
        return day
    }

    /// The day to answer for.
    private func day() throws -> CivilDate {
        try asOf ?? ProgramClock.now().date
    }
}

extension CivilDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) {
        self.init(argument)
    }
}
