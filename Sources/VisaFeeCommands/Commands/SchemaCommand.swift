public import ArgumentParser
import CanonicalJSON
public import CityRegistry

extension RegistrySchema: ExpressibleByArgument {}

/// `visafee schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of registry file, for editors.",
        discussion: """
            A schema knows shapes and not meaning: only 'visafee validate' says whether a registry is valid.

            EXAMPLE
              visafee schema city > city.schema.json
            """
    )

    @Argument(help: "The kind of file: registry, city, fees or calendar.")
    var kind: RegistrySchema

    func run() throws {
        try Terminal.run { try Terminal.write(kind.json.pretty) }
    }
}
