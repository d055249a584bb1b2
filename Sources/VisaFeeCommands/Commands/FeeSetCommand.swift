public import ArgumentParser
import CivilTime
import RegistryEditing
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
        let answers = try when.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("write --when question=answer, not '\(Echo.safe(text))'")
            }
            let answers = parts[1].split(separator: ",").map(String.init)
            for word in [parts[0]] + answers { try EditWords.check(word.lowercased(), "--when") }
            return (question: parts[0], answers: answers)
        }
        let written = try provenance.provenance()
        let registry = editing.registry.registry
        try editing.change(city, next: { _ in "visafee plan \(registry)" }) { source, _, _ throws(EditRefusal) in
            try FeeEdit(service, answers, costs: fee, from: day, written).applied(to: source)
        }
    }
}
