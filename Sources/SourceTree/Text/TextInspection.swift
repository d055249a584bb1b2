internal import Diagnostics

/// The close look at a file whose characters call for one: who nobody sees, what looks like something else.
///
/// What is allowed depends on where it stands, so the text is walked along the tree: values, and the gaps between them.
struct TextInspection {
    /// Where a character stands.
    enum Territory {
        /// Between values: indentation, punctuation.
        case structure
        case comment
        case plain
        case quoted
        case block
        /// After the place where reading ended, where nobody knows what is what.
        case unread

        var isValue: Bool { self == .plain || self == .quoted || self == .block }
    }

    private let bytes: [UInt8]
    private(set) var findings: Findings
    private var hasLoneCarriageReturn = false

    init(of bytes: [UInt8], in file: FileID) {
        self.bytes = bytes
        findings = Findings(in: file)
    }

    /// Inspects the whole file and marks the values in which something was found.
    mutating func inspect(_ result: inout TreeBuilder.Result, from origin: Int) {
        if origin > 0 { findings.report(at: 0, origin) { .byteOrderMark(at: $0) } }
        var position = origin
        for index in result.nodes.indices where result.nodes[index].isScalar {
            let node = result.nodes[index]
            let start = max(position, Int(node.start))
            let end = max(start, Int(node.end))
            gap(position..<start, readUpTo: result.readUpTo)
            if value(start..<end, of: node, decoded: result.decoded) { result.nodes[index].flags.insert(.refused) }
            position = end
        }
        gap(position..<bytes.count, readUpTo: result.readUpTo)
    }
}

// MARK: - Between values

extension TextInspection {
    private mutating func gap(_ range: Range<Int>, readUpTo: Int) {
        var isComment = false
        var isIndentation = range.lowerBound == 0 || bytes[range.lowerBound - 1] == UInt8(ascii: "\n")
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") {
                isComment = false
                isIndentation = true
            } else if byte == UInt8(ascii: "#") {
                // In what was read, a hash between values always begins a comment.
                isComment =
                    isComment || position < readUpTo || isIndentation || bytes[position - 1] <= UInt8(ascii: " ")
            } else if byte == UInt8(ascii: "\t"), !isComment, position < readUpTo || isIndentation {
                position = tabs(from: position, in: .structure)
                continue
            }
            if byte > UInt8(ascii: " ") { isIndentation = false }
            let territory: Territory = isComment ? .comment : position < readUpTo ? .structure : .unread
            position += character(at: position, in: territory).length
        }
    }

    /// Reports a run of tabs and tells where it ends.
    private mutating func tabs(from start: Int, in territory: Territory) -> Int {
        let end = bytes[start...].firstIndex { $0 != UInt8(ascii: "\t") } ?? bytes.count
        let line = bytes[..<start].lastIndex { $0 == UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
        let isIndentation = bytes[line..<start].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        findings.report(at: start, end) {
            .tabCharacter(isIndentation: isIndentation, isText: territory.isValue, at: $0)
        }
        return end
    }
}

// MARK: - One character

extension TextInspection {
    /// Reports a character that may not stand where it does; tells how long it is and whether it was reported.
    private mutating func character(at position: Int, in territory: Territory) -> (length: Int, isReported: Bool) {
        let byte = bytes[position]
        if byte >= UInt8(ascii: " "), byte < 0x7F { return (1, false) }
        guard let (scalar, length) = bytes.withUnsafeBufferPointer({ UTF8Text.scalar(at: position, in: $0) }) else {
            return (1, false)
        }
        if scalar == "\r" {
            let isLineEnd = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n")
            guard !isLineEnd, !hasLoneCarriageReturn else { return (1, false) }
            hasLoneCarriageReturn = true
            findings.report(at: position, position + 1) { .loneCarriageReturn(at: $0) }
            return (1, true)
        }
        if scalar.isForbiddenControl {
            findings.report(at: position, position + length) { .controlCharacter(scalar, isEscaped: false, at: $0) }
            return (length, true)
        }
        guard scalar.isInvisible, isRefused(scalar, in: territory) else { return (length, false) }
        findings.report(at: position, position + length) { .invisibleCharacter(scalar, isEscaped: false, at: $0) }
        return (length, true)
    }

    /// What hides or reorders text is refused even in comments; an ideographic space is fine where quotes show its place.
    private func isRefused(_ invisible: Unicode.Scalar, in territory: Territory) -> Bool {
        switch territory {
        case .comment, .unread: invisible.isBidirectionalControl
        case .quoted: invisible != "\u{3000}"
        case .structure, .plain, .block: true
        }
    }
}

// MARK: - Values

extension TextInspection {
    /// Inspects one value; true if anything was found.
    private mutating func value(_ range: Range<Int>, of node: NodeRecord, decoded: [UInt8]) -> Bool {
        let territory: Territory =
            switch node.style {
            case .plain: .plain
            case .block: .block
            default: .quoted
            }
        var isReported = false
        var isBeyondASCII = false
        var position = range.lowerBound
        while position < range.upperBound {
            if bytes[position] == UInt8(ascii: "\t"), territory != .quoted {
                position = tabs(from: position, in: territory)
                isReported = true
                continue
            }
            if bytes[position] >= 0x80 { isBeyondASCII = true }
            let (length, isCharacterReported) = character(at: position, in: territory)
            isReported = isReported || isCharacterReported
            position += length
        }
        if isBeyondASCII, letters(bytes[range], at: .file(range.lowerBound)) { isReported = true }
        if !isReported, node.style == .doubleQuoted, node.flags.contains(.isDecoded),
            bytes[range].contains(UInt8(ascii: "\\"))
        {
            let text = decoded[Int(node.textStart)..<Int(node.textStart) + Int(node.count)]
            isReported = escaped(text, in: range)
        }
        return isReported
    }

    /// Inspects what a value holds that is written with escapes, and points at the value as a whole.
    private mutating func escaped(_ text: ArraySlice<UInt8>, in range: Range<Int>) -> Bool {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isForbiddenControl {
                findings.report(at: range.lowerBound, range.upperBound) {
                    .controlCharacter(scalar, isEscaped: true, at: $0)
                }
                return true
            }
            if scalar.isInvisible, scalar != "\u{3000}" {
                findings.report(at: range.lowerBound, range.upperBound) {
                    .invisibleCharacter(scalar, isEscaped: true, at: $0)
                }
                return true
            }
        }
        return letters(text, at: .whole(range))
    }

    /// Where inspected text stands in the file.
    private enum Place {
        /// The text is the file's own bytes from here on.
        case file(Int)
        /// The text is written with escapes somewhere in this range.
        case whole(Range<Int>)

        func range(_ offsets: Range<Int>) -> Range<Int> {
            switch self {
            case .file(let start): start + offsets.lowerBound..<start + offsets.upperBound
            case .whole(let range): range
            }
        }

        var isFile: Bool {
            if case .file = self { true } else { false }
        }
    }

    /// Inspects the letters and digits of a value.
    private mutating func letters(_ text: ArraySlice<UInt8>, at place: Place) -> Bool {
        let string = String(decoding: text, as: UTF8.self)
        var isReported = false
        for run in FullWidthRun.all(in: string) {
            let range = place.range(run.offsets)
            findings.report(at: range.lowerBound, range.upperBound) { .fullWidth(run, canFix: place.isFile, at: $0) }
            isReported = true
        }
        for word in LookAlikeWord.all(in: string) {
            let range = place.range(word.firstLookAlike)
            let start = place.isFile ? place.range(word.offsets).lowerBound : nil
            findings.report(at: range.lowerBound, range.upperBound) { .lookAlike(word, wordStart: start, at: $0) }
            isReported = true
        }
        if let composition = Composition(of: string) {
            let range = place.range(composition.offsets)
            findings.report(at: range.lowerBound, range.upperBound) {
                .notNFC(composition, canFix: place.isFile, at: $0)
            }
            isReported = true
        }
        return isReported
    }
}
