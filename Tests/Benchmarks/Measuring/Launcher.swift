import Foundation

/// Runs commands and measures them, with the small C programs beside this target compiled for the occasion.
struct Launcher {
    /// The compiled floor.
    let floor: URL

    private let launcher: URL
    private let talk: URL
    private let nothing = URL(fileURLWithPath: "/dev/null")

    /// Compiles the launcher and the floor into the work folder.
    init(work: URL) throws {
        let tools = work.appendingPathComponent("tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        floor = tools.appendingPathComponent("parse_events")
        launcher = tools.appendingPathComponent("timed_run")
        talk = tools.appendingPathComponent("talk.txt")
        try Self.compile(PackageFolders.launcher, to: launcher, libraries: "")
        let yaml = "$(pkg-config --cflags --libs yaml-0.1 2>/dev/null || echo -lyaml)"
        try Self.compile(PackageFolders.floor, to: floor, libraries: yaml)
    }

    private static func compile(_ source: URL, to program: URL, libraries: String) throws {
        let script = "exec cc -O2 -o \"$1\" \"$2\" \(libraries)"
        let result = try capture(["/bin/sh", "-c", script, "sh", program.path, source.path], withErrors: true)
        guard result.exitCode == 0 else {
            throw BenchmarkError(
                "cannot compile \(source.path); a C compiler and libyaml's header are needed\n\(result.text)"
            )
        }
    }

    /// Runs a command once.
    func measure(_ contestant: Contestant) throws -> Measurement {
        if let output = contestant.output, FileManager.default.fileExists(atPath: output.path) {
            try FileManager.default.removeItem(at: output)
        }
        let input = contestant.input ?? nothing
        let command = [launcher.path, input.path, talk.path] + contestant.command
        let result = try Self.capture(command, in: contestant.folder)
        guard result.exitCode == 0, let run = Measurement(line: result.text) else {
            throw BenchmarkError("cannot run \(contestant.command.joined(separator: " "))")
        }
        return run
    }

    /// The first line of what the last command said.
    var lastTalk: String {
        let text = (try? String(contentsOf: talk, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").first.map(String.init) ?? ""
    }

    /// Runs a command that is not measured, and returns what it wrote.
    static func capture(
        _ command: [String],
        in folder: URL? = nil,
        withErrors: Bool = false
    ) throws -> (exitCode: Int32, text: String, bytes: Data) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        if withErrors { process.standardError = pipe }
        do {
            try process.run()
        } catch {
            throw BenchmarkError("cannot run \(command[0]): \(error.localizedDescription)")
        }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self), bytes)
    }
}
