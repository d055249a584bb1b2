/// What a page consists of, read strictly: every tag that opens is closed, in order, and nothing is left over.
struct HTMLOutline {
    struct Element {
        var name: String
        var attributes: [String: String]
    }

    enum Fault: Error, CustomStringConvertible {
        case unclosed(String)
        case unexpectedEnd(of: String, inside: String?)
        case malformed(String)

        var description: String {
            switch self {
            case .unclosed(let name): "<\(name)> is never closed"
            case .unexpectedEnd(let name, let inside): "</\(name)> closes <\(inside ?? "nothing")>"
            case .malformed(let text): "no tag: <\(text)>"
            }
        }
    }

    private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input"]

    private(set) var elements: [Element] = []
    /// All text outside tags, as written.
    private(set) var text = ""

    init(_ html: String) throws {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            text += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ">") else { throw Fault.malformed(String(rest[start...])) }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                guard open.last == name else { throw Fault.unexpectedEnd(of: name, inside: open.last) }
                open.removeLast()
            } else {
                let element = try Self.element(tag)
                elements.append(element)
                if !Self.void.contains(element.name) { open.append(element.name) }
            }
        }
        text += rest
        if let name = open.last { throw Fault.unclosed(name) }
    }

    private static func element(_ tag: Substring) throws -> Element {
        let name = tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard !name.isEmpty else { throw Fault.malformed(String(tag)) }
        var attributes: [String: String] = [:]
        var rest = tag[name.endIndex...]
        while let start = rest.firstIndex(where: { $0 != " " }) {
            let key = rest[start...].prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
            let after = rest[key.endIndex...]
            guard !key.isEmpty, after.hasPrefix("=\""), let end = after.dropFirst(2).firstIndex(of: "\"") else {
                throw Fault.malformed(String(tag))
            }
            attributes[String(key)] = String(after.dropFirst(2)[..<end])
            rest = after[after.index(after: end)...]
        }
        return Element(name: String(name), attributes: attributes)
    }

    func elements(_ name: String) -> [Element] {
        elements.filter { $0.name == name }
    }
}
