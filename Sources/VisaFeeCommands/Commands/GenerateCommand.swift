import ApplicantAnswers
import ArgumentParser
import ConfigGenerator
import ServiceConfig

/// `visafee generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the service configs of all cities, and pages for applicants.",
        discussion: """
            The same registry gives the same bytes on any machine. A run that fails leaves what was there untouched.

            EXAMPLES
              visafee generate cities --output content
              visafee generate cities --output content --pages
              visafee generate cities --output content --check      exit 2 and name the files that differ
            """
    )

    @Argument(help: "The registry's folder.")
    var registry = "cities"

    @Option(
        name: .shortAndLong,
        help: "The folder to write: a new one, an empty one, or one that was generated before."
    )
    var output: String

    @Flag(help: "Write nothing; say which files differ from what would be written.")
    var check = false

    @Flag(help: "Also write static pages for applicants, in English and Chinese.")
    var pages = false

    @OptionGroup
    var tables: TableOptions

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
    }

    func run() throws {
        try Terminal.run {
            let files = try files()
            if check {
                try compare(files)
            } else {
                let folder = try OutputFolder(output)
                if !pages, folder.holds(FileList.Kind.pages.fileName) {
                    Terminal.say(
                        "the pages in \(output) go, since they were made from other content; --pages writes them anew"
                    )
                }
                try folder.replace(with: files)
                let list = FileList.Kind.content.fileName
                Terminal.say("wrote \(files.count) files to \(output); \(list) is \(sha256(files[list] ?? []))")
            }
        }
    }

    private func files() throws -> [String: [UInt8]] {
        var options = RegistryOptions()
        options.registry = registry
        options.tables = tables
        var files = try RegistryLoading(options).generated().files
        guard pages else { return files }
        let content = try RegistryLoading.load(files, "the configs generated from \(registry)")
        for (path, bytes) in PagesFolder.files(for: content) { files[path] = bytes }
        return files
    }

    private func compare(_ files: [String: [UInt8]]) throws {
        var present = try OutputFolder(output).files() ?? [:]
        if !pages, present[FileList.Kind.pages.fileName] != nil {
            Terminal.say("the pages in \(output) were not compared; --pages compares them too")
            present = present.filter { !PagesFolder.holds($0.key) }
        }
        let stale = Set(files.keys).union(present.keys).filter { files[$0] != present[$0] }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !stale.isEmpty else {
            Terminal.say("\(output) is what \(registry) generates")
            return
        }
        for path in stale {
            let what = files[path] == nil ? "would not be there" : present[path] == nil ? "is missing" : "differs"
            try Terminal.write("\(output)/\(path): \(what)")
        }
        Terminal.say("run: visafee generate \(registry) --output \(output)" + (pages ? " --pages" : ""))
        throw ExitCode.difference
    }
}

/// Where the applicants' pages lie below the output folder, and the list that goes with them.
enum PagesFolder {
    private static let prefix = "pages/"

    /// Whether a path is one of the pages or their list.
    static func holds(_ path: String) -> Bool {
        path.hasPrefix(prefix) || path == FileList.Kind.pages.fileName
    }

    /// The pages made from content, and their list.
    static func files(for content: LoadedContent) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (path, bytes) in Pages(content, nationalityName: NationalityWords.name(of:)).render() {
            files[prefix + path] = bytes
        }
        let list = FileList(.pages, madeFrom: content.list.digest(sha256), files: files, sha256)
        files[FileList.Kind.pages.fileName] = list.canonicalBytes(sha256)
        return files
    }

    /// Takes the pages out of generated files and checks them; what is left is content.
    static func checked(_ files: [String: [UInt8]]) throws(ConfigRefusal) -> [String: [UInt8]] {
        var content = files.filter { !$0.key.hasPrefix(prefix) }
        let pages = files.filter { $0.key.hasPrefix(prefix) }
        guard let bytes = content.removeValue(forKey: FileList.Kind.pages.fileName) else {
            if let page = pages.keys.min() { throw ConfigRefusal(.digestDiffers, "\(page) is there and not listed") }
            return content
        }
        let list = try FileList(.pages, loading: bytes, sha256)
        try list.check(pages, sha256)
        let made = try FileList(.content, loading: content[FileList.Kind.content.fileName] ?? [], sha256)
        guard list.origin == made.digest(sha256) else {
            throw ConfigRefusal(.digestDiffers, "the pages were made from other content")
        }
        return content
    }
}
