import ArgumentParser
import Divisions

/// `visafee help`: the parser's own answers a command that does not exist as if nothing were wrong.
struct HelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "Show the help of a command.",
        shouldDisplay: false
    )

    @Argument(help: "The command, and its subcommand.")
    var command: [String] = []

    func run() throws {
        var found: any ParsableCommand.Type = VisaFee.self
        for word in command {
            let subcommands = found.configuration.subcommands
            guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
                let words = subcommands.compactMap { $0.configuration.commandName }
                let near = Spelling.nearest(to: word, among: words).first.map { "; did you mean \($0)?" } ?? ""
                throw ValidationError("there is no command '\(Echo.safe(word))'\(near)")
            }
            found = next
        }
        let help = VisaFee.helpMessage(for: found)
        try Terminal.run { try Terminal.write(HelpText.wrapped(help)) }
    }
}
