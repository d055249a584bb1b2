import ArgumentParser
import Diagnostics
import RegistryEditing
import RegistryRules
import ServiceConfig

/// `visafee fmt`.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Bring a registry's files into their usual form, without changing what they say.",
        discussion: """
            Two blanks a level, one after colons and commas, double quotes, no blanks at the ends of lines, never two empty
            lines in a row. Comments stay, and keep their place beside a value. Nothing is written unless every value and
            comment is what it was and, for a valid registry, every generated file too.

            EXAMPLES
              visafee fmt cities
              visafee fmt --check cities                      exit 2 where a file is not in its usual form
              visafee fmt --diff cities                       what it would change
              visafee fmt - < cities/guangzhou.yaml
            """
    )

    @Argument(help: "A registry's folder, or files of one registry; '-' is standard input.")
    var paths: [String] = ["cities"]

    @Flag(help: "Write nothing; name the files that would change, and exit 2 where there are any.")
    var check = false

    @Flag(help: "Write nothing; show what would change, and exit 2 where that is anything.")
    var diff = false

    @OptionGroup
    var tables: TableOptions

    func validate() throws {
        if check, diff { throw ValidationError("--check and --diff both write nothing: name one of them") }
        if paths.contains("-"), paths.count > 1 { throw ValidationError("'-' stands alone") }
    }

    func run() throws {
        try Terminal.run {
            if paths == ["-"] {
                let input = SourceFile(path: "standard input", bytes: try RegistryFolder.standardInput())
                return try show([(before: input, after: try Self.formatted(input))], isText: !check && !diff)
            }
            let catalog = try RegistryFolder.whole(home())
            let wanted = Set(paths)
            let isWhole = paths.count == 1 && !paths[0].hasSuffix(".yaml")
            for path in paths where !isWhole && !catalog.files.contains(where: { $0.path == path }) {
                throw Failure.couldNot("\(path) is not a file of the registry in \(try home())")
            }
            let after = try catalog.files.map { isWhole || wanted.contains($0.path) ? try Self.formatted($0) : $0 }
            let changes = zip(catalog.files, after).filter { $0.bytes != $1.bytes }.map { (before: $0, after: $1) }
            try prove(catalog, SourceCatalog(after))
            if check || diff { return try show(changes, isText: false) }
            try EditedFiles(changes).write()
            let count = changes.count
            Terminal.say(count == 0 ? "nothing to change" : "formatted \(count) file\(count == 1 ? "" : "s")")
        }
    }

    /// The folder whose files these are.
    private func home() throws -> String {
        let homes = Set(paths.map { $0.hasSuffix(".yaml") ? RegistryFolder.folder(of: $0) : $0 })
        guard homes.count == 1, let home = homes.first else {
            throw Failure.couldNot("these files lie in \(homes.count) folders: format one registry at a time")
        }
        return home
    }

    private static func formatted(_ file: SourceFile) throws -> SourceFile {
        do throws(EditRefusal) {
            return try Formatting(file).file
        } catch {
            throw Failure.couldNot("\(error); nothing was written")
        }
    }

    private func show(_ changes: [EditedFiles.Change], isText: Bool) throws {
        if isText { return try Terminal.write(changes.flatMap(\.after.bytes)) }
        let changes = changes.filter { $0.before.bytes != $0.after.bytes }
        for change in changes {
            if diff {
                try Terminal.write(UnifiedDiff(from: change.before, to: change.after).bytes)
            } else {
                try Terminal.write(change.before.path)
            }
        }
        if !changes.isEmpty { throw ExitCode.difference }
    }

    /// Throws where the form would change what is found or generated.
    private func prove(_ before: SourceCatalog, _ after: SourceCatalog) throws {
        let validator = try tables.validator()
        switch (validator.validate(before), validator.validate(after)) {
        case (.valid(let old, _), .valid(let new, _)):
            let was = try PlacedContent(generatedFrom: old, tables).files
            let becomes = try PlacedContent(generatedFrom: new, tables).files
            // The list of files carries a digest of the registry's bytes, which every change of a byte changes.
            let list = FileList.Kind.content.fileName
            guard was?.filter({ $0.key != list }) == becomes?.filter({ $0.key != list }) else { throw Self.fault }
        case (.invalid(let old), .invalid(let new)):
            guard old.count == new.count else { throw Self.fault }
        default: throw Self.fault
        }
    }

    private static let fault = Failure.couldNot(
        "a fault of this program, please report it: the usual form would say something else; nothing was written"
    )
}
