import Foundation
import Glibc

/// Counts allocations with a small C library that is compiled for the occasion and loaded before everything else.
///
/// The count needs a process of its own: the library has to be there before the first allocation, and its counting would
/// slow down what is timed.
enum Allocations {
    /// The argument that tells a process to count instead of timing.
    static let argument = "--count-allocations"

    /// Runs this program once more, counting; what it says on standard output, or nothing without a C compiler.
    static func counted(folder: String) -> String? {
        let library = FileManager.default.temporaryDirectory
            .appendingPathComponent("count_allocations-\(getpid()).so")
        defer { try? FileManager.default.removeItem(at: library) }
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("allocations/count_allocations.c")
        let compiler = ["/usr/bin/env", "cc", "-O2", "-shared", "-fPIC", "-o", library.path, source.path]
        guard run(compiler) != nil else { return nil }
        return run(["/proc/self/exe", argument, folder], preloading: library.path)
    }

    /// How many there have been in this process; nothing where nobody counts.
    static var soFar: (() -> Int)? {
        guard let symbol = dlsym(nil, "allocations_so_far") else { return nil }
        let function = unsafeBitCast(symbol, to: (@convention(c) () -> Int).self)
        return { function() }
    }

    private static func run(_ command: [String], preloading library: String? = nil) -> String? {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: command[0]).resolvingSymlinksInPath()
        process.arguments = Array(command.dropFirst())
        process.standardOutput = pipe
        if let library {
            process.environment = ProcessInfo.processInfo.environment.merging(["LD_PRELOAD": library]) { $1 }
        }
        guard (try? process.run()) != nil else { return nil }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
