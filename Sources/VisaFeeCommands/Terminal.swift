import ArgumentParser
import Diagnostics
import Glibc

/// The two streams of a command: standard output is data, standard error is talk.
enum Terminal {
    /// Writes data, exactly.
    static func write(_ bytes: [UInt8]) throws(Failure) {
        try write(bytes, to: STDOUT_FILENO)
    }

    /// Writes data and ends the line.
    static func write(_ text: String) throws(Failure) {
        try write(Array((text.hasSuffix("\n") || text.isEmpty ? text : text + "\n").utf8), to: STDOUT_FILENO)
    }

    /// Says something that is not data.
    static func say(_ text: String) {
        // Nobody listening is no reason to fail.
        try? write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to stream: Int32) throws(Failure) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(stream, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw .couldNot("cannot write: \(String(cString: strerror(errno)))")
            }
            start += written
        }
    }

    /// Whether standard output is a terminal.
    static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The value of an environment variable.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Runs a command's work; a ``Failure`` is said, and becomes the exit code.
    static func run(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let failure as Failure {
            say("visafee: \(failure)")
            throw failure.code
        }
    }
}
