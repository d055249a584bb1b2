import ArgumentParser
import Divisions
import RegistryEditing

/// `visafee contact`.
struct ContactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact",
        abstract: "Change how a city's bureau is reached.",
        subcommands: [ContactSetCommand.self]
    )
}

/// `visafee contact set`.
struct ContactSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Write a telephone number of a city's bureau, with its source.",
        discussion: """
            EXAMPLES
              visafee contact set guangzhou --phone 020-96110 \\
                --instead-of 96897 --source gz-notice --confidence high
            """
    )

    @Argument(help: "The city.", completion: .cities)
    var city: String

    @Option(help: "The number, as one dials it.")
    var phone: String

    @Option(help: "The number in whose place it comes.")
    var insteadOf: String?

    @OptionGroup
    var provenance: ProvenanceOptions

    @OptionGroup
    var editing: EditOptions

    func run() throws {
        guard phone.utf8.allSatisfy({ (0x20...0x7E) ~= $0 }), !phone.isEmpty else {
            throw ValidationError("--phone is a number as one dials it, not '\(Echo.safe(phone))'")
        }
        let written = try provenance.provenance()
        try editing.change(city, next: { "visafee city show \($0.slug)" }) { source, _, _ throws(EditRefusal) in
            try PhoneEdit(phone, insteadOf: insteadOf, written).applied(to: source)
        }
    }
}
