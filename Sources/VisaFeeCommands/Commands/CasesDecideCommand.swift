public import ArgumentParser
import CanonicalJSON
public import Money
import OperatorDesk
import Vocabulary

/// `visafee cases decide`.
struct CasesDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Have a running service carry out what persons have decided about a case.",
        discussion: """
            A decision is a legal move or it is refused. It is written into the log with who decided it and on what evidence: \
            give a reference into the bureau's or the bank's papers, and nothing about a person.

            When the answer is lost, give the same --key again: then it is decided once.

            EXAMPLES
              visafee cases decide --socket /run/visafee/desk.sock 4b6f0c1d2e3f4a5b6c7d8e9f-1/unattributed resolve-sync \
            --person li.na --evidence 'bureau file 2027-118'
            """
    )

    @Argument(help: "The case, as 'visafee cases list' names it.")
    var name: CaseName

    @Argument(help: "What is decided, by the word that 'visafee cases show' gives.")
    var action: String

    @Option(name: .customLong("person"), help: "Who decides. Give it twice where two persons have to.")
    var persons: [String]

    @Option(help: "Where the evidence is, without personal data.")
    var evidence: String

    @Option(help: "With 'refund': how much goes back, in yuan; all that is left where it is not given.")
    var amount: Amount?

    @Option(help: "The same for every try of one decision; one is made where none is given.")
    var key: String?

    @OptionGroup
    var desk: DeskOptions

    func run() async throws {
        try await desk.run {
            let key = key ?? Self.newKey()
            let decision = DeskDecision(
                name,
                action: action,
                amount: amount,
                persons: persons,
                evidence: evidence,
                key: key
            )
            do {
                _ = try await desk.ask(.decide(decision))
            } catch let failure as Failure {
                Terminal.say("visafee: whether it was decided is not known; give it again with --key \(key)")
                throw failure
            }
            switch desk.format {
            case .human:
                let done = LocalizedText("decided: \(action) for \(name)", "已决定：\(name)，\(action)")
                try Terminal.write(done.text(in: desk.speech.language))
            case .json:
                let document: JSONValue = [
                    "action": .string(action), "case": .string(name.description), "decided": true, "formatVersion": 1,
                    "key": .string(key),
                ]
                try Terminal.write(document.pretty)
            }
        }
    }

    private static func newKey() -> String {
        var random = SystemRandomNumberGenerator()
        return "\(String(random.next(), radix: 16))\(String(random.next(), radix: 16))"
    }
}

extension Amount: ExpressibleByArgument {
    /// Reads yuan, with or without two decimals.
    public init?(argument: String) {
        guard case .success(let amount) = Amount.parse(yuan: argument), amount > .zero else { return nil }
        self = amount
    }
}
