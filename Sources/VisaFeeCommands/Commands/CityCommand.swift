import ArgumentParser
import CanonicalJSON
import Divisions
import ServiceConfig

/// `visafee city`.
struct CityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "city",
        abstract: "Look at what the registry holds about a city.",
        subcommands: [CityShowCommand.self]
    )
}

/// `visafee city show`.
struct CityShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a city as the engine sees it: facts with their sources, decisions, fees.",
        discussion: """
            EXAMPLES
              visafee city show guangzhou
              visafee city show guangzhou --format json       the service config itself
            """
    )

    @Argument(help: "The city.")
    var city: [String]

    @OptionGroup
    var answer: AnswerOptions

    @OptionGroup
    var registry: RegistryOptions

    func run() throws {
        try Terminal.run {
            let day = try answer.day()
            let division = try CityFinder(registry.tables.finder(), answer.language).division(
                city.joined(separator: " ")
            )
            guard let config = try RegistryLoading(registry).loaded().config(of: division.slug) else {
                throw Failure.noAnswer(
                    "the registry has no file for \(division.englishName): everything about it is unknown"
                )
            }
            switch answer.format {
            case .human: try Terminal.write(CitySheet(config, on: day, answer.language).text)
            case .json: try Terminal.write(config.json.pretty)
            }
        }
    }
}
