import Foundation

/// Other programs that read the same city files and know nothing of what they mean.
struct Rivals {
    /// The one to beat.
    static let fastest = "sourcemeta validate --fast"

    private let folder: URL

    /// The rivals that `rivals/setup.sh` has installed in this folder.
    init(installedIn folder: URL) {
        self.folder = folder
    }

    /// Their names and versions; nothing where they are not installed.
    func versions() throws -> [String]? {
        let python = program("python")
        guard isThere(python) else { return nil }
        let list = [python.path, "-m", "pip", "list", "--disable-pip-version-check", "--format=freeze"]
        let measured = [
            "sourcemeta", "ryl", "jsonschema_rs", "jsonschema-rs", "pyyaml", "check-jsonschema", "yamllint",
        ]
        return try Launcher.capture(list).text.split(separator: "\n").map(String.init).filter { line in
            measured.contains { line.lowercased().hasPrefix($0) }
        }
    }

    /// Those that are installed, set to check all city files against a schema or against a style.
    func contestants(for registry: TestRegistry, schema: URL) -> [Contestant] {
        // sourcemeta holds all files of a folder in memory at once; named one by one they cost it a fraction.
        let validate = sourcemeta.map { [$0.path, "validate"] }
        let files = [schema.path] + registry.cityNames
        let all = [
            validate.map { validate in
                Contestant(
                    name: Self.fastest,
                    command: validate + ["--fast"] + files,
                    budget: .validateFaster(times: 2)
                )
            },
            validate.map { Contestant(name: "sourcemeta validate, exhaustive", command: $0 + files) },
            contestant("ryl, style only", "ryl", ["check", "--no-cache", "--config-file", file("ryl.toml"), "."]),
            contestant(
                "jsonschema-rs over PyYAML",
                "python",
                [file("validate_with_jsonschema_rs.py"), schema.path, "."]
            ),
        ]
        return all.compactMap { $0 }.map { $0.running(in: registry.cities) }
    }

    /// Those that take seconds.
    func slowContestants(for registry: TestRegistry, schema: URL) -> [Contestant] {
        let all = [
            contestant("check-jsonschema", "check-jsonschema", ["--schemafile", schema.path] + registry.cityNames),
            contestant("yamllint, style only", "yamllint", ["--config-file", file("yamllint.yaml"), "."]),
        ]
        return all.compactMap { $0 }.map { contestant in
            var slow = contestant.running(in: registry.cities)
            slow.isSlow = true
            return slow
        }
    }

    private func contestant(_ name: String, _ tool: String, _ arguments: [String]) -> Contestant? {
        isThere(program(tool)) ? Contestant(name: name, command: [program(tool).path] + arguments) : nil
    }

    private func file(_ name: String) -> String {
        PackageFolders.rivals.appendingPathComponent(name).path
    }

    private func program(_ name: String) -> URL {
        folder.appendingPathComponent("bin").appendingPathComponent(name)
    }

    /// The native program inside the package; the command in `bin` starts Python first.
    private var sourcemeta: URL? {
        #if os(macOS)
        let system = "darwin"
        #else
        let system = "linux"
        #endif
        #if arch(x86_64)
        let name = "jsonschema-\(system)-x86_64"
        #else
        let name = "jsonschema-\(system)-arm64"
        #endif
        let library = folder.appendingPathComponent("lib")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: library.path)) ?? []
        return versions.sorted()
            .map { library.appendingPathComponent("\($0)/site-packages/sourcemeta_jsonschema/\(name)") }
            .first(where: isThere)
    }

    private func isThere(_ program: URL) -> Bool {
        FileManager.default.isExecutableFile(atPath: program.path)
    }
}
