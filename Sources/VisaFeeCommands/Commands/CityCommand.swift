import ArgumentParser
import CanonicalJSON
import Divisions
import ServiceConfig

/// `visafee city`.
struct CityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "city",
        abstract: "Look at what the registry holds about a city, and change it.",
        subcommands: [
            CityShowCommand.self, CityNewCommand.self, CityEnableCommand.self, CityPilotCommand.self,
            CityPauseCommand.self, CityResumeCommand.self, CityRetireCommand.self,
        ]
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

    @Argument(help: "The city.", completion: .cities)
    var city: [String]

    @OptionGroup
    var answer: AnswerOptions

    @OptionGroup
    var registry: RegistryOptions

    func run() throws {
        try answer.run {
            let division = try CityFinder(registry.tables.finder()).division(city.joined(separator: " "))
            let content = try RegistryLoading(registry).loaded()
            let day = try answer.day(in: content.index())
            guard let config = content.config(of: division.slug) else {
                let unknown = UnknownCity(division, on: day, content.index().hotline)
                switch answer.format {
                case .human: try Terminal.write(unknown.text(in: answer.language))
                case .json: try Terminal.write(unknown.json.pretty)
                }
                return
            }
            switch answer.format {
            case .human: try Terminal.write(CitySheet(config, on: day, answer.language).text)
            // Byte for byte what is generated: its hash is the one that the file list names.
            case .json: try Terminal.write(config.json.canonicalBytes)
            }
        }
    }
}
