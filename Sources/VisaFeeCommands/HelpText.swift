/// What the parser says, for a terminal of usual width.
///
/// The parser breaks its pages, but leaves the usage on one line however many options a command has, and the help of the
/// one argument that is missing.
enum HelpText {
    private static let width = 80
    private static let heads = ["usage: ", "help: "]

    /// The text with its usage broken between options.
    static func wrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(wrappedLine).joined(separator: "\n")
    }

    private static func wrappedLine(_ line: Substring) -> String {
        guard line.count > width, let head = heads.first(where: line.lowercased().hasPrefix) else {
            return String(line)
        }
        let words = words(of: line)
        // Later lines stand below the first word after the head.
        let indent = String(repeating: " ", count: head.count)
        var lines: [String] = []
        var current = ""
        for word in words {
            if current.isEmpty {
                current = word
            } else if current.count + 1 + word.count <= width {
                current += " " + word
            } else {
                lines.append(current)
                current = indent + word
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// The words of a usage: what stands in brackets is one, and so is an option with its value.
    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        var depth = 0
        for word in line.split(separator: " ") {
            let isValue = word.hasPrefix("<") && words.last?.hasPrefix("--") == true
            let continues = depth > 0 || isValue || word == "..."
            if continues, let last = words.popLast() {
                words.append(last + " " + word)
            } else {
                words.append(String(word))
            }
            depth += word.count { $0 == "[" } - word.count { $0 == "]" }
        }
        return words
    }
}
