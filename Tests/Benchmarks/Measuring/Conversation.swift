import Foundation

/// A program that is spoken to over its standard streams.
final class Conversation {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer: [UInt8] = []

    /// Starts a program.
    init(_ command: [String]) throws {
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw BenchmarkError("cannot run \(command[0]): \(error.localizedDescription)")
        }
    }

    /// Sends bytes.
    func send(_ bytes: [UInt8]) {
        input.fileHandleForWriting.write(Data(bytes))
    }

    /// Waits for this many bytes.
    func receive(_ count: Int) throws -> [UInt8] {
        while buffer.count < count { try fill() }
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    /// Waits for the next message with a `Content-Length`, and gives what it holds.
    func message() throws -> String {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let headers = buffer.firstRange(of: end) {
                let text = String(decoding: buffer[..<headers.lowerBound], as: UTF8.self)
                guard let length = text.split(separator: " ").last.flatMap({ Int($0) }) else {
                    throw BenchmarkError("a message without a length: \(text)")
                }
                buffer.removeFirst(headers.upperBound)
                return String(decoding: try receive(length), as: UTF8.self)
            }
            try fill()
        }
    }

    /// Ends the program, and waits until it is gone.
    func end() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func fill() throws {
        let bytes = output.fileHandleForReading.availableData
        guard !bytes.isEmpty else { throw BenchmarkError("the program ended in the middle of a conversation") }
        buffer += bytes
    }
}
