public import Diagnostics

/// The file of a city about which nothing is known yet: valid, and no answer in it says more than `unknown`.
public struct CityScaffold: Sendable {
    /// The file.
    public let file: SourceFile

    /// The schema that the file's first line names, in the registry's folder.
    public static let schemaName = "city.schema.json"

    /// A city's first file, in the folder of a registry that has this kind of channel and this schedule.
    public init(slug: String, division: String, names: String, channelKind: String, schedule: String, in folder: String)
    {
        let text = """
            # yaml-language-server: $schema=\(Self.schemaName)
            # \(names). Write what a source says, with its source and confidence; leave `unknown` wherever none does.
            city: \(slug)
            division: "\(division)"

            bureau: unknown

            receipt:
              name: unknown
              format: unknown

            channels:
              \(channelKind): {kind: \(channelKind), status: unknown}

            fees:
              schedule: \(schedule)

            rollout: {}

            """
        file = SourceFile(path: "\(folder)/\(slug).yaml", bytes: Array(text.utf8))
    }
}
