import ArgumentParser
import Testing
import VisaFeeCommands

struct HelpTests {
    /// Every command, as the words that name it.
    private static let commands = names(below: VisaFee.self, [])

    private static func names(below command: any ParsableCommand.Type, _ words: [String]) -> [[String]] {
        [words]
            + command.configuration.subcommands.flatMap { subcommand in
                names(below: subcommand, words + [subcommand.configuration.commandName ?? ""])
            }
    }

    @Test func `there are commands below commands`() {
        #expect(Self.commands.count > 20)
        #expect(Self.commands.contains(["release", "key", "new"]))
    }

    @Test(arguments: commands)
    func `the help of every command fits into eighty columns, also when it is asked for wrongly`(
        of command: [String]
    ) throws {
        for arguments in [command + ["--help"], ["help"] + command] {
            let help = try Program.run(arguments)
            #expect(help.code == 0)
            #expect(help.talk == "")
            #expect(help.text.contains("USAGE: visafee"))
            let long = help.text.split(separator: "\n").filter { $0.count > 80 }
            #expect(long == [], "\(arguments)")
        }
        let wrong = try Program.run(command + ["--no-such-flag"])
        #expect(wrong.code == 64)
        #expect(wrong.output == [])
        #expect(wrong.talk.contains("Usage: visafee"))
        #expect(wrong.talk.split(separator: "\n").filter { $0.count > 80 } == [])
    }

    @Test func `a usage is broken between options, never inside one`() throws {
        let help = try Program.run("fee", "quote", "--help").text
        let usage = help.drop { $0 != "U" }.prefix { $0 != "O" }.split(separator: "\n")
        #expect(usage.count > 2)
        for line in usage {
            #expect(line.count { $0 == "[" } == line.count { $0 == "]" })
            #expect(line.count { $0 == "<" } == line.count { $0 == ">" })
        }
    }
}
