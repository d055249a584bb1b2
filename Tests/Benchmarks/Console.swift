import Foundation

/// Results go to standard output; talk goes to standard error.
enum Console {
    /// Writes a result.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Tells the person at the terminal something.
    static func tell(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
