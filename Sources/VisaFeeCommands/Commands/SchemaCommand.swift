import Agenda
import ArgumentParser
import CanonicalJSON
import CityRegistry
import Diagnostics

/// `visafee schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of registry file, or of what a command writes as JSON.",
        discussion: """
            A schema knows shapes and not meaning: only 'visafee validate' says whether a registry is valid.

            EXAMPLES
              visafee schema city > city.schema.json           for editors
              visafee schema findings > findings.schema.json   what 'visafee validate --format json' writes
              visafee schema agenda > agenda.schema.json       what 'visafee agenda --format json' writes
            """
    )

    /// What there is a schema of.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case registry, city, fees, calendar, findings, agenda

        /// The schema.
        var text: String {
            switch self {
            case .registry: RegistrySchema.registry.json.pretty
            case .city: RegistrySchema.city.json.pretty
            case .fees: RegistrySchema.fees.json.pretty
            case .calendar: RegistrySchema.calendar.json.pretty
            case .findings: JSONRenderer.schema
            case .agenda: AgendaReport.schema
            }
        }
    }

    @Argument(help: "The kind of file: registry, city, fees or calendar; or findings, or agenda.")
    var kind: Kind

    func run() throws {
        try Terminal.run { try Terminal.write(kind.text) }
    }
}
