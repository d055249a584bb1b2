public import ArgumentParser
public import CivilTime
import Glibc
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

    /// The day to answer for.
    ///
    /// The one place where a command looks at the clock.
    func day() throws -> CivilDate {
        if let asOf { return asOf }
        let seconds: Int64
        if let epoch = Terminal.environment("SOURCE_DATE_EPOCH") {
            guard let number = Int64(epoch) else {
                throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds: '\(epoch)'")
            }
            seconds = number
        } else {
            seconds = Int64(time(nil))
        }
        guard let day = CivilDate.inShanghai(unixSeconds: seconds) else {
            throw ValidationError("the clock shows a day outside of \(CivilDate.years); use --as-of")
        }
        return day
    }
}

extension CivilDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) {
        self.init(argument)
    }
}
