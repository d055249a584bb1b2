import ArgumentParser
import Divisions

/// `visafee city new`.
struct CityNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a city's file: everything in it is unknown, and nobody can pay.",
        discussion: """
            The file is valid at once, and its first line lets an editor check it against 'visafee schema city'.

            EXAMPLES
              visafee city new qingdao
            """
    )

    @Argument(help: "The city.", completion: .cities)
    var city: String

    @OptionGroup
    var editing: EditOptions

    func run() throws {
        try editing.add(city) { division in
            "visafee source add \(division.slug) SOURCE --kind government --address ADDRESS"
        }
    }
}
