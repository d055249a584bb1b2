/// Breaks text into lines of a width: between words, and between Chinese characters where their punctuation allows.
enum LineBreaking {
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(of: text) {
            let own = ColumnWidth.of(piece.text)
            let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
            if !line.isEmpty, used + gap + own > width {
                lines.append(line)
                line = piece.text
                used = own
            } else {
                line += (gap == 1 ? " " : "") + piece.text
                used += gap + own
            }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }

    /// What a line is never broken within.
    private struct Piece {
        var text: String
        var followsSpace: Bool
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var followsSpace = false
        var last: Character?
        for character in text {
            if character == " " || character == "\n" {
                followsSpace = true
                last = nil
                continue
            }
            if let last, !followsSpace, !pieces.isEmpty, !canBreak(between: last, character) {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Piece(text: String(character), followsSpace: followsSpace))
            }
            followsSpace = false
            last = character
        }
        return pieces
    }

    private static func canBreak(between left: Character, _ right: Character) -> Bool {
        guard isWide(left) || isWide(right) else { return false }
        return !"，。、；：？！）》”’".contains(right) && !"（《“‘".contains(left)
    }

    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.first.map(ColumnWidth.isWide) ?? false
    }
}
