public import ArgumentParser
import CityRegistry
import CivilTime
import RegistryEditing
import RegistryRules
public import Vocabulary

/// Where a fact that is written comes from.
struct ProvenanceOptions: ParsableArguments {
    @Option(help: "The source, by its word in the city's file.")
    var source: String

    @Option(help: "How sure it is: high, medium or low.")
    var confidence: Confidence

    /// As a record says it.
    func provenance() throws -> EditedProvenance {
        try EditWords.check(source, "--source")
        return EditedProvenance(source: source, confidence: confidence)
    }
}

extension Confidence: ExpressibleByArgument {}

/// What may be written into a file without quotes.
enum EditWords {
    /// Throws where a text is no word of small letters, digits and hyphens.
    static func check(_ text: String, _ what: String) throws {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39) ~= $0 || (0x61...0x7A) ~= $0 }) else {
            throw ValidationError("\(what) is a word of small letters, digits and hyphens, not '\(Echo.safe(text))'")
        }
    }
}

/// `visafee fee set`.
struct FeeSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Write what a city charges from a day on, where that differs from its schedule.",
        discussion: """
            Where the city has a rate for just these answers, the fee is added to its timeline; otherwise a rate is added.

            EXAMPLES
              visafee fee set --city guangzhou --service visa --when action=extend \\
                --fee 170 --from 2027-03-01 --source gz-notice --confidence high
            """
    )

    @Option(help: "The city.", completion: .cities)
    var city: String

    @Option(help: "The service.", completion: .services)
    var service: String

    @Option(help: "An answer, or several parted by commas: question=answer.")
    var when: [String] = []

    @Option(help: "Yuan, such as 168 or 168.50; or unknown, not-offered or set-by-bill.")
    var fee: String

    @Option(name: .customLong("from"), help: "The first day, YYYY-MM-DD.")
    var day: CivilDate

    @OptionGroup
    var provenance: ProvenanceOptions

    @OptionGroup
    var editing: EditOptions

    func run() throws {
        try EditWords.check(service, "--service")
        guard !fee.isEmpty,
            fee.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || (0x30...0x39) ~= $0 || (0x61...0x7A) ~= $0 })
        else { throw ValidationError("--fee is yuan or a word, not '\(Echo.safe(fee))'") }
        let answers = try Self.answers(when)
        let written = try provenance.provenance()
        let registry = editing.registry.registry
        try editing.change(city, next: { _ in "visafee plan \(registry)" }, check: { try check(answers, $0) }) {
            source,
            _,
            today throws(EditRefusal) in
            try FeeEdit(service, answers, costs: fee, from: day, written).applied(to: source, today: today)
        }
    }

    private typealias Answers = (question: String, answers: [String])

    /// What `--when` says: `question=answer`, several parted by commas, and several answers to one question as well.
    private static func answers(_ texts: [String]) throws -> [Answers] {
        var answers: [Answers] = []
        for text in texts {
            for (number, piece) in text.split(separator: ",").enumerated() {
                let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                for word in parts { try EditWords.check(word.lowercased(), "--when") }
                if parts.count == 2 {
                    answers.append((question: parts[0], answers: [parts[1]]))
                } else if number > 0 {
                    answers[answers.count - 1].answers.append(parts[0])
                } else {
                    throw ValidationError("write --when question=answer, not '\(Echo.safe(text))'")
                }
            }
        }
        return answers
    }

    /// Throws where the registry has no such service, or the service no such question.
    private func check(_ answers: [Answers], _ registry: ValidatedRegistry) throws {
        guard let record = registry.settings.services.first(where: { $0.id.value == service })?.service else {
            let known = registry.settings.services.map(\.id.value).joined(separator: ", ")
            throw Failure.usage("the registry has no service '\(Echo.safe(service))': its services are \(known)")
        }
        let questions = record.questions.map(\.id) + ["nationality"]
        for (question, _) in answers where !questions.contains(question) {
            throw Failure.usage(
                "'\(service)' asks no question '\(Echo.safe(question))': it asks \(questions.joined(separator: ", "))"
            )
        }
    }
}
