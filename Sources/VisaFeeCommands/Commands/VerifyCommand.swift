import ArgumentParser
import ServiceConfig

/// `visafee verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that generated files are whole, and that each config answers as its registry did.",
        discussion: "EXAMPLE\n  visafee verify content"
    )

    @Argument(help: "The folder of generated files.")
    var folder: String

    func run() throws {
        try Terminal.run {
            guard let files = try OutputFolder(folder).files() else {
                throw Failure.couldNot("there is no folder \(folder)")
            }
            let content: LoadedContent
            do {
                content = try LoadedContent(files: PagesFolder.checked(files), sha256)
            } catch let refusal as ConfigRefusal {
                throw Failure.couldNot("\(folder) is not what was generated: \(refusal)")
            }
            let cities = content.index().entries.compactMap { content.config(of: $0.place.slug) }
            let questions = cities.reduce(0) { $0 + $1.selfTest.count * $1.fees.leaves.count }
            try Terminal.write(
                "\(folder): \(files.count) files, \(cities.count) cities, \(questions) self-test questions: all as generated"
            )
        }
    }
}
