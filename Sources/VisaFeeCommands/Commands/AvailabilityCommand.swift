import ApplicantAnswers
import ArgumentParser
import CanonicalJSON
import ConfigGenerator
import Divisions
import PaymentEngine
import ServiceConfig

/// `visafee availability`.
struct AvailabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "availability",
        abstract: "Say what is known of paying in a city: whether, for whom, how, and whom to call.",
        discussion: """
            The city may be written in English, Chinese or pinyin, or by an old name; typing errors get suggestions.

            EXAMPLES
              visafee availability Guangzhou
              visafee availability 广州 --lang zh
              visafee availability Canton --format json
              visafee availability "Suzhou, Jiangsu"
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
            let engine = Engine(content)
            let found = AvailabilityAnswer(
                config: try engine.city(division.slug),
                place: Place(division),
                hotline: content.index().hotline,
                hotlineSources: content.index().sources,
                payability: try engine.payability(in: division.slug, on: day),
                day: day,
                language: answer.language
            )
            switch answer.format {
            case .human: try Terminal.write(found.text)
            case .json: try Terminal.write(found.json.pretty)
            }
        }
    }
}
