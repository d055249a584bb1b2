/// Breaks text into lines for a terminal: at blanks, and between Chinese characters where their punctuation allows.
enum LineBreaking {
    /// The lines, each of so many columns at most unless it is a single word.
    static func lines(of text: some StringProtocol, columns: Int) -> [String] {
        pieces(of: text).reduce(into: []) { lines, piece in
            let text = (piece.followsBlank ? " " : "") + piece.text
            if let last = lines.last, DisplayWidth.columns(of: last) + DisplayWidth.columns(of: text) <= columns {
                lines[lines.count - 1] += text
            } else {
                lines.append(piece.text)
            }
        }
    }

    /// What stays together on a line.
    private struct Piece {
        var text: String
        let followsBlank: Bool
    }

    private static func pieces(of text: some StringProtocol) -> [Piece] {
        text.split(separator: " ").flatMap { word in
            var pieces: [Piece] = []
            var previous: Character?
            for character in word {
                if let previous, !pieces.isEmpty, !canBreak(between: previous, character) {
                    pieces[pieces.count - 1].text.append(character)
                } else {
                    pieces.append(Piece(text: String(character), followsBlank: previous == nil))
                }
                previous = character
            }
            return pieces
        }
    }

    /// No line begins with what closes and none ends with what opens.
    private static func canBreak(between left: Character, _ right: Character) -> Bool {
        guard isWide(left) || isWide(right) else { return false }
        return !"，。、；：？！）》”’".contains(right) && !"（《“‘".contains(left)
    }

    private static func isWide(_ character: Character) -> Bool {
        DisplayWidth.columns(of: String(character)) > 1
    }
}
