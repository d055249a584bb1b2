import ApplicantAnswers
import ArgumentParser
import CanonicalJSON
import Divisions
import PaymentEngine
import ServiceConfig
import Vocabulary

/// `visafee fee`.
struct FeeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fee",
        abstract: "Answer questions about fees, and set a city's own.",
        subcommands: [FeeQuoteCommand.self, FeeSetCommand.self]
    )
}

/// `visafee fee quote`.
struct FeeQuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Say what something is likely to cost; the bureau's bill decides.",
        discussion: """
            The flags are the registry's own questions. Whatever is left out is answered with what is still possible.

            EXAMPLES
              visafee fee quote --city guangzhou --service residence-permit \\
                --action issue --validity 12 --nationality DEU
              visafee fee quote --city guangzhou --service visa \\
                --nationality "United States"
              visafee fee quote --city 北京 --service permanent-residence --lang zh
            """
    )

    @Option(help: "The city, as people write it.", completion: .cities)
    var city: String

    @Option(help: "The service, such as residence-permit, visa or stay-permit.", completion: .services)
    var service: String

    @Option(help: "What is wanted, such as issue, extend or change.")
    var action: String?

    @Option(help: "How many entries: zero, single, double or multiple.")
    var entries: String?

    @Option(help: "One person, or a member of a group visa: individual or group.")
    var party: String?

    // Its value may be a number below zero, which is no flag.
    @Option(parsing: .unconditional, help: "How long: a number of months, or a class such as 1-to-3-years.")
    var validity: String?

    @Option(name: .customLong("answer"), help: "An answer to any other question of the registry: question=answer.")
    var others: [String] = []

    @Option(help: "The nationality: a three-letter code, or its name.")
    var nationality: String?

    @OptionGroup
    var answer: AnswerOptions

    @OptionGroup
    var registry: RegistryOptions

    func run() throws {
        try answer.run {
            let division = try CityFinder(registry.tables.finder()).division(city)
            let person = try nationality.map { try NationalityWords.nationality($0) }
            let content = try RegistryLoading(registry).loaded()
            let day = try answer.day(in: content.index())
            // A city without a file has the schedule's fees as much as any other, but nobody has said so: unknown.
            guard let config = content.config(of: division.slug) else {
                let unknown = UnknownCity(division, on: day, content.index().hotline)
                switch answer.format {
                case .human: try Terminal.write(unknown.feeText(in: answer.language))
                case .json: try Terminal.write(unknown.feeJSON(service: service, nationality: person?.code).pretty)
                }
                return
            }
            let questions = try FeeQuestions(config, service: service)
            let (choices, months) = try questions.choices(given())
            let quote = try Engine(content).quote(
                FeeQuestion(
                    city: division.slug,
                    service: service,
                    choices: choices,
                    nationality: person?.code,
                    day: day
                )
            )
            guard let quote, !quote.lines.isEmpty else {
                throw questions.noPath(choices, nationality: person?.code)
            }
            let sheet = FeeQuoteAnswer(
                quote: quote,
                config: config,
                months: months,
                nationalityName: person?.text,
                day: day,
                language: answer.language,
                nameOf: NationalityWords.name(of:)
            )
            switch answer.format {
            case .human: try Terminal.write(sheet.text)
            case .json: try Terminal.write(sheet.json.pretty)
            }
        }
    }

    /// The answers given, by question, in the order of the flags.
    private func given() throws -> [(question: String, answer: String)] {
        let flags = [("action", action), ("entries", entries), ("party", party), ("validity", validity)]
        let named = flags.compactMap { question, answer in answer.map { (question: question, answer: $0) } }
        return try named
            + others.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else {
                    throw ValidationError("write --answer question=answer, not '\(Echo.safe(text))'")
                }
                return (parts[0], parts[1])
            }
    }
}
