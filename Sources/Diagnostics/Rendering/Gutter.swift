/// The margin of an excerpt: line numbers, and the bar everything hangs on.
struct Gutter {
    /// Columns of the longest line number.
    let width: Int
    /// How the margin is dressed.
    let style: Style

    /// A row with a line's number and its text, or without a number.
    func row(_ text: String = "", line: Int? = nil) -> String {
        let number = line.map(String.init) ?? ""
        let margin = style.paint(padding(besides: number) + number + " |", .gutter)
        return text.isEmpty ? margin : margin + " " + text
    }

    /// Stands for lines left out.
    var gap: String { style.paint("...", .gutter) }

    /// The arrow before a place's name.
    func arrow(_ arrow: String) -> String {
        padding(besides: "") + style.paint(arrow, .gutter)
    }

    /// A remark below the excerpts; its further lines stand under its first.
    func remark(_ kind: String, _ colon: String, _ lines: [String]) -> [String] {
        let head = padding(besides: "") + " " + style.paint("=", .gutter) + " " + style.paint(kind, .help) + colon
        let indent = String(repeating: " ", count: width + 3 + DisplayWidth.columns(of: kind + colon))
        return lines.enumerated().map { number, line in (number == 0 ? head : indent) + line }
    }

    private func padding(besides text: String) -> String {
        String(repeating: " ", count: width - text.count)
    }
}
