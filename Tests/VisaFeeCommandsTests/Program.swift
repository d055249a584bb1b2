import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
struct Program {
    /// What a run gave.
    struct Run {
        let output: [UInt8]
        let talk: String
        let code: Int32

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs `visafee` in a folder, the package's own unless said otherwise, with nothing on standard input but `input`.
    static func run(
        _ arguments: String...,
        in folder: String = TestFiles.package,
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws -> Run {
        try run(arguments, in: folder, environment: environment, input: input)
    }

    /// Runs a line of a shell, in which `visafee` is the built program.
    static func shell(_ line: String, in folder: String) throws -> Run {
        let path = executable.deletingLastPathComponent().path() + ":/usr/bin:/bin"
        return try run(["-c", line], in: folder, environment: ["PATH": path], program: URL(filePath: "/bin/sh"))
    }

    static func run(
        _ arguments: [String],
        in folder: String = TestFiles.package,
        environment: [String: String] = [:],
        input: [UInt8] = [],
        program: URL = executable
    ) throws -> Run {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795392000"].merging(environment) { $1 }
        // Files and not pipes: no run can wait for a reader.
        let scratch = try ScratchFolder()
        let output = try scratch.file("stdout")
        let talk = try scratch.file("stderr")
        let typed = try scratch.file("stdin", input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: talk)
        process.standardInput = try FileHandle(forReadingFrom: typed)
        try process.run()
        process.waitUntilExit()
        return Run(
            output: [UInt8](try Data(contentsOf: output)),
            talk: String(decoding: try Data(contentsOf: talk), as: UTF8.self),
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        )
    }

    /// It lies beside the tests' own executable.
    private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "visafee")
}

/// A folder that is gone after the test.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "visafee-test-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file.
    @discardableResult
    func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url
    }

    /// Puts a copy of the fictional registry here, and answers where.
    @discardableResult
    func registry() throws -> String {
        let copy = path + "/registry"
        try FileManager.default.copyItem(atPath: TestRegistry.fictional.folder, toPath: copy)
        return copy
    }

    /// Every file below a folder of this one, by path.
    func files(below folder: String) throws -> [String: [UInt8]] {
        let root = "\(path)/\(folder)"
        return try Dictionary(
            uniqueKeysWithValues: TestFiles.paths(below: root).map { ($0, try TestFiles.bytes("\(root)/\($0)")) }
        )
    }
}
