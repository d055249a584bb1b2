/// One line of a file as it is printed, which still knows which bytes each piece came from.
struct ExcerptLine {
    /// A scalar of the file, or what is printed instead of it.
    private struct Cell {
        let bytes: Range<Int>
        let text: String
        let columns: Int
    }

    /// Where a stretch of bytes is seen in the printed text.
    struct Place: Equatable {
        /// Columns before it.
        let offset: Int
        /// Columns it takes; a place between two characters takes one, for the caret.
        let width: Int
        /// Whether it goes on where the line is cut.
        let isCut: Bool
    }

    private let cells: [Cell]
    private let cutBefore: Bool
    private let cutAfter: Bool

    /// A tab is shown as so many blanks wherever it stands: its stops would move with the cut.
    private static let tabWidth = 4
    private static let ellipsis = "…"
    /// A line longer than this is decoded only near the span: cells of a megabyte nobody will see cost time.
    private static let decodedBytes = 2048

    /// The line `content` of a file's bytes, in at most `columns` columns, cut so that the start of `span` is seen.
    init(_ content: Range<Int>, of bytes: [UInt8], hiding hidden: [Range<Int>], around span: Range<Int>, columns: Int) {
        let piece = Self.piece(of: content, in: bytes, around: span)
        let all = Self.cells(of: piece, in: bytes, hiding: hidden)
        let total = all.reduce(0) { $0 + $1.columns }
        let isPiece = piece != content
        guard isPiece || total > columns else {
            cells = all
            cutBefore = false
            cutAfter = false
            return
        }

        let start = all.prefix { $0.bytes.upperBound <= span.lowerBound }.reduce(0) { $0 + $1.columns }
        let width = all.filter { $0.bytes.overlaps(span) }.reduce(0) { $0 + $1.columns }
        let context = max(columns / 8, (columns - width) / 2)
        let left = max(0, min(start - context, total - columns))
        let right = min(total, left + columns)
        let cutBefore = left > 0 || piece.lowerBound > content.lowerBound
        let cutAfter = right < total || piece.upperBound < content.upperBound
        let first = left + (cutBefore ? 1 : 0)
        let visible = first...max(first, right - (cutAfter ? 1 : 0))
        var column = 0
        self.cells = all.filter { cell in
            defer { column += cell.columns }
            return visible.contains(column) && visible.contains(column + cell.columns)
        }
        self.cutBefore = cutBefore
        self.cutAfter = cutAfter
    }

    /// Whether something of the line is left out.
    var isCut: Bool { cutBefore || cutAfter }

    /// What is printed.
    var text: String {
        let middle = cells.map(\.text).joined()
        return (cutBefore ? Self.ellipsis : "") + middle + (cutAfter ? Self.ellipsis : "")
    }

    /// Where some bytes of the line are seen.
    func place(of span: Range<Int>) -> Place {
        let before = cells.prefix { $0.bytes.upperBound <= span.lowerBound }
        let inside = cells.dropFirst(before.count).prefix { $0.bytes.lowerBound < span.upperBound }
        let offset = before.reduce(cutBefore ? 1 : 0) { $0 + $1.columns }
        let width = inside.reduce(0) { $0 + $1.columns }
        let end = cells.last?.bytes.upperBound ?? span.upperBound
        return Place(offset: offset, width: max(1, width), isCut: cutAfter && span.upperBound > end)
    }

    /// The part of a line to decode, from the beginning of a scalar to the end of one.
    private static func piece(of content: Range<Int>, in bytes: [UInt8], around span: Range<Int>) -> Range<Int> {
        guard content.count > decodedBytes else { return content }
        var start = max(content.lowerBound, min(span.lowerBound, content.upperBound) - decodedBytes / 2)
        var end = min(content.upperBound, start + decodedBytes)
        while start > content.lowerBound, !bytes[start].beginsScalar { start -= 1 }
        while end < content.upperBound, !bytes[end].beginsScalar { end += 1 }
        return start..<end
    }

    private static func cells(of piece: Range<Int>, in bytes: [UInt8], hiding hidden: [Range<Int>]) -> [Cell] {
        var cells: [Cell] = []
        var parser = Unicode.UTF8.ForwardParser()
        var remaining = bytes[piece].makeIterator()
        var offset = piece.lowerBound
        while true {
            let length: Int
            let shown: String
            switch parser.parseScalar(from: &remaining) {
            case .valid(let encoded):
                length = encoded.count
                shown = printed(Unicode.UTF8.decode(encoded))
            case .error(let brokenBytes):
                length = brokenBytes
                shown = "\u{FFFD}"
            case .emptyInput:
                return cells
            }
            let range = offset..<(offset + length)
            let columns = DisplayWidth.columns(of: shown)
            let isHidden = hidden.contains { $0.overlaps(range) }
            let text = isHidden ? Redactions.dots(columns: columns) : shown
            cells.append(Cell(bytes: range, text: text, columns: columns))
            offset += length
        }
    }

    private static func printed(_ scalar: Unicode.Scalar) -> String {
        scalar == "\t" ? String(repeating: " ", count: tabWidth) : Printable.escape(scalar) ?? String(scalar)
    }
}
