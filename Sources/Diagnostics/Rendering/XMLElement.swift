/// An element of XML 1.0 with its attributes, and elements or text in it.
struct XMLElement {
    private let name: String
    private let attributes: [(String, String)]
    private let children: [XMLElement]
    private let content: String

    /// An element that holds other elements, or nothing.
    init(_ name: String, _ attributes: [(String, String)] = [], _ children: [XMLElement] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.content = ""
    }

    /// An element that holds text.
    init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        self.name = name
        self.attributes = attributes
        self.children = []
        self.content = text
    }

    /// The element with a line for each element in it.
    var text: String { lines(indent: "").map { $0 + "\n" }.joined() }

    private func lines(indent: String) -> [String] {
        let head = indent + "<" + name + attributes.map { " \($0)=\"\(Self.attribute($1))\"" }.joined()
        if !content.isEmpty { return [head + ">" + Self.escaped(content) + "</\(name)>"] }
        guard !children.isEmpty else { return [head + "/>"] }
        return [head + ">"] + children.flatMap { $0.lines(indent: indent + "  ") } + [indent + "</\(name)>"]
    }

    /// A value on one line.
    private static func attribute(_ text: String) -> String {
        escaped(Printable.line(text), isQuoted: true)
    }

    /// Text in which nothing is markup and every character is one that XML may hold.
    ///
    /// Scalar by scalar: a quotation mark before a combining accent is one character to Swift, and a quotation mark to XML.
    private static func escaped(_ text: String, isQuoted: Bool = false) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"" where isQuoted: "&quot;"
            case "\n": "\n"
            case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default:
                Printable.escape(scalar).map { $0.replacing("<", with: "&lt;").replacing(">", with: "&gt;") }
                    ?? String(scalar)
            }
        }.joined()
    }
}
