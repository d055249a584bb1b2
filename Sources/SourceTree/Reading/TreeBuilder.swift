internal import CLibYAML
internal import Diagnostics

/// Turns libyaml's events into the arena of one tree.
///
/// Not copyable and free of closures that capture it, because this is the loop every byte of the registry goes through.
struct TreeBuilder: ~Copyable {
    /// What the arena and its surroundings came to.
    struct Result {
        var nodes: [NodeRecord]
        let decoded: [UInt8]
        let findings: Findings
        let isComplete: Bool
        /// Up to where the nodes speak for the text.
        let readUpTo: Int
        /// What values hold that are written with escapes, and so cannot be seen in the file's bytes.
        let decodedTraits: TextTraits
    }

    /// A list or group whose end has not come yet, or what surrounds the outermost node.
    private struct Open {
        /// Its index; -1 for what surrounds the outermost node.
        let node: Int
        let isMapping: Bool
        /// Where its keys begin in `keys`.
        let firstKey: Int
        /// Whether the next child is a key.
        var expectsKey: Bool
        var children: UInt32 = 0

        init(node: Int, isMapping: Bool, firstKey: Int) {
            self.node = node
            self.isMapping = isMapping
            self.firstKey = firstKey
            expectsKey = isMapping
        }

        mutating func countChild() {
            children &+= 1
            expectsKey = isMapping && !expectsKey
        }
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let origin: Int
    private var cursor: ByteCursor
    private var nodes: [NodeRecord] = []
    private var decoded: [UInt8] = []
    private var decodedTraits: TextTraits = []
    /// The innermost list or group that is open, and those around it.
    private var innermost = Open(node: -1, isMapping: false, firstKey: 0)
    private var outer: [Open] = []
    private var keys: [DuplicateKeys.Key] = []
    private var findings: Findings
    private var isComplete = true
    private var hasDocument = false
    /// Where the last node ended that has ended.
    private var lastEnd = 0
    private var readUpTo: Int

    /// A builder for valid UTF-8 that outlives it; `origin` is where the YAML begins, after any byte order mark.
    init(over text: UnsafeBufferPointer<UInt8>, from origin: Int, in file: FileID, isASCII: Bool) {
        self.text = text
        self.origin = origin
        cursor = ByteCursor(text, from: origin, isASCII: isASCII)
        findings = Findings(in: file)
        readUpTo = text.count
        nodes.reserveCapacity(text.count / 12)
        keys.reserveCapacity(64)
        outer.reserveCapacity(Limits.depth)
    }

    /// Reads to the end of the text or to the first thing that makes going on useless.
    consuming func build() -> Result {
        let events = EventStream(over: UnsafeBufferPointer(rebasing: text[origin...]))
        while true {
            guard events.advance() else {
                fail(events.failure)
                break
            }
            if events.event.pointee.type == YAML_STREAM_END_EVENT { break }
            guard take(events.event) else { break }
        }
        closeAll()
        reportEmptyFile()
        return Result(
            nodes: nodes,
            decoded: decoded,
            findings: findings,
            isComplete: isComplete,
            readUpTo: readUpTo,
            decodedTraits: decodedTraits
        )
    }

    /// Takes one event; false when reading has to end.
    private mutating func take(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: return takeScalar(event)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.pointee.data.mapping_start
            return begin(.mapping, event, hasAnchor: mapping.anchor != nil, hasTag: mapping.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.pointee.data.sequence_start
            return begin(.sequence, event, hasAnchor: sequence.anchor != nil, hasTag: sequence.tag != nil)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            close(event)
            return true
        case YAML_ALIAS_EVENT: return takeAlias(event)
        case YAML_DOCUMENT_START_EVENT: return beginDocument(event)
        case YAML_DOCUMENT_END_EVENT:
            endDocument(event)
            return true
        default: return true
        }
    }
}

// MARK: - Values

extension TreeBuilder {
    private mutating func takeScalar(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        let scalar = event.pointee.data.scalar
        let startMark = event.pointee.start_mark
        let endMark = event.pointee.end_mark
        let value = UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
        let style = style(of: scalar.style)
        let isBare = style == .plain && startMark.line == endMark.line
        var start = cursor.byte(of: startMark.index)
        var flags: NodeRecord.Flags = []
        if scalar.anchor != nil || scalar.tag != nil {
            start = reportProperties(from: start, hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
            let bound = cursor.byte(of: endMark.index)
            start = isBare ? bound - value.count : min(start, bound)
            if scalar.tag != nil { flags.insert(.refused) }
        }
        let end: Int
        var textStart = start
        if isBare {
            // On one line and without quotes: the text is the file's own bytes.
            end = start + value.count
            cursor.jump(to: endMark.index, at: end)
        } else {
            end = endOfScalar(style, start, cursor.byte(of: endMark.index))
            textStart = place(value, style, start, end, &flags)
        }
        guard hasRoom(at: start, end) else { return false }
        let isKey = innermost.expectsKey
        let form = style == .plain ? judge(value, start, end, isKey: isKey, &flags) : .text
        if isKey { keys.append(DuplicateKeys.Key(hash: DuplicateKeys.hash(of: value), node: nodes.count)) }
        innermost.countChild()
        nodes.append(
            NodeRecord(
                style: style,
                form: form,
                flags: flags,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end),
                textStart: UInt32(truncatingIfNeeded: textStart),
                count: UInt32(truncatingIfNeeded: value.count),
                next: UInt32(truncatingIfNeeded: nodes.count + 1)
            )
        )
        lastEnd = end
        return true
    }

    /// Tells the form of an unquoted value, and reports one that readers take for different things.
    private mutating func judge(
        _ value: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        isKey: Bool,
        _ flags: inout NodeRecord.Flags
    ) -> ScalarForm {
        guard !value.isEmpty else {
            // A document that is nothing but an empty value is an empty file, reported as such.
            guard innermost.node >= 0 else { return .text }
            flags.insert(.refused)
            findings.report(at: start, end) { isKey ? .emptyKey(at: $0) : .emptyValue(at: $0) }
            return .text
        }
        switch PlainScalar.reading(of: value) {
        case .agreed(let form):
            if isKey, value.count == 2, value[0] == UInt8(ascii: "<"), value[1] == UInt8(ascii: "<") {
                flags.insert(.refused)
                findings.report(at: start, end) { .mergeKey(at: $0) }
            }
            return form
        case .refused(let ambiguity):
            // A tag has settled how the value is to be read, and is reported itself.
            if !flags.contains(.refused) {
                flags.insert(.refused)
                findings.report(at: start, end) { .ambiguousScalar(ambiguity, value, at: $0) }
            }
            return .text
        }
    }

    private func style(of style: yaml_scalar_style_t) -> NodeRecord.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    /// libyaml lets a block of text reach to the next line that is not blank; its last visible character is the end.
    private func endOfScalar(_ style: NodeRecord.Style, _ start: Int, _ end: Int) -> Int {
        guard style == .block else { return end }
        var last = end
        while last > start, text[last - 1] <= UInt8(ascii: " ") { last -= 1 }
        return last
    }

    /// Where the text lies: in the file if it stands there as it is, else in the side buffer.
    private mutating func place(
        _ value: UnsafeBufferPointer<UInt8>,
        _ style: NodeRecord.Style,
        _ start: Int,
        _ end: Int,
        _ flags: inout NodeRecord.Flags
    ) -> Int {
        let isQuoted = style == .singleQuoted || style == .doubleQuoted
        if isQuoted, end - start == value.count + 2, text[start + 1..<end - 1].elementsEqual(value) {
            return start + 1
        }
        flags.insert(.isDecoded)
        let textStart = decoded.count
        decoded.append(contentsOf: value)
        if style == .doubleQuoted {
            let scan = TextScan(value)
            decodedTraits.formUnion(scan.traits)
            if scan.firstNUL != nil { decodedTraits.insert(.control) }
        }
        return textStart
    }

    /// An alias stands for something elsewhere and is never followed; in the arena it is an empty, refused value.
    private mutating func takeAlias(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        let start = cursor.byte(of: event.pointee.start_mark.index)
        let end = cursor.byte(of: event.pointee.end_mark.index)
        guard hasRoom(at: start, end) else { return false }
        let name = text[start..<end].dropFirst()
        findings.report(at: start, end) { .alias(String(decoding: name, as: UTF8.self), at: $0) }
        addRefused(.alias, start, end)
        return true
    }

    private mutating func addRefused(_ style: NodeRecord.Style, _ start: Int, _ end: Int) {
        innermost.countChild()
        nodes.append(
            NodeRecord(
                style: style,
                flags: .refused,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end),
                textStart: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1)
            )
        )
        lastEnd = end
    }
}

// MARK: - Lists and groups

extension TreeBuilder {
    private mutating func begin(
        _ style: NodeRecord.Style,
        _ event: UnsafeMutablePointer<yaml_event_t>,
        hasAnchor: Bool,
        hasTag: Bool
    ) -> Bool {
        var start = cursor.byte(of: event.pointee.start_mark.index)
        let isKey = innermost.expectsKey
        var flags: NodeRecord.Flags = []
        if hasAnchor || hasTag {
            start = reportProperties(from: start, hasAnchor: hasAnchor, hasTag: hasTag)
            if hasTag { flags.insert(.refused) }
        }
        guard hasRoom(at: start, start + 1) else { return false }
        if outer.count == Limits.depth {
            findings.report(at: start, start + 1) { .tooDeep(at: $0) }
            stop(at: start)
            return false
        }
        if isKey {
            flags.insert(.refused)
            findings.report(at: start, start + 1) { .complexKey(at: $0) }
        }
        let place = UInt32(truncatingIfNeeded: start)
        innermost.countChild()
        outer.append(innermost)
        innermost = Open(node: nodes.count, isMapping: style == .mapping, firstKey: keys.count)
        nodes.append(NodeRecord(style: style, flags: flags, start: place, end: place, next: 0))
        lastEnd = start
        return true
    }

    private mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
        let endMark = event.pointee.end_mark
        // Only a closing bracket takes up room; anything else ends with its last child.
        guard endMark.index > event.pointee.start_mark.index else { return closeInnermost(at: lastEnd) }
        let end = cursor.byte(of: endMark.index)
        let hasBracket = text[end - 1] == UInt8(ascii: "]") || text[end - 1] == UInt8(ascii: "}")
        closeInnermost(at: hasBracket ? end : lastEnd)
    }

    private mutating func closeInnermost(at end: Int) {
        guard let surrounding = outer.popLast() else { return }
        let closing = innermost
        innermost = surrounding
        if closing.isMapping {
            reportDuplicates(from: closing.firstKey)
            keys.removeLast(keys.count - closing.firstKey)
        }
        nodes[closing.node].end = UInt32(truncatingIfNeeded: end)
        nodes[closing.node].count = closing.isMapping ? closing.children / 2 : closing.children
        nodes[closing.node].next = UInt32(truncatingIfNeeded: nodes.count)
        lastEnd = end
    }

    /// Ends everything that is open where the reading ended; a key without a value gets a refused one.
    private mutating func closeAll() {
        while !outer.isEmpty {
            if innermost.isMapping, !innermost.expectsKey { addRefused(.plain, lastEnd, lastEnd) }
            closeInnermost(at: lastEnd)
        }
    }

    private mutating func reportDuplicates(from firstKey: Int) {
        guard DuplicateKeys.areLikely(among: keys, from: firstKey) else { return }
        let pairs = decoded.withUnsafeBufferPointer { [text, nodes, keys] decoded in
            DuplicateKeys(nodes: nodes, text: text, decoded: decoded).pairs(among: keys[firstKey...])
        }
        for (first, second) in pairs {
            nodes[second].flags.insert(.refused)
            let record = nodes[second]
            let original = findings.range(Int(nodes[first].start), Int(nodes[first].end))
            let name = string(of: record)
            findings.report(at: Int(record.start), Int(record.end)) { .duplicateKey(name, at: $0, first: original) }
        }
    }

    private func string(of record: NodeRecord) -> String {
        let range = Int(record.textStart)..<Int(record.textStart) + Int(record.count)
        return record.flags.contains(.isDecoded)
            ? String(decoding: decoded[range], as: UTF8.self) : String(decoding: text[range], as: UTF8.self)
    }

    private mutating func hasRoom(at start: Int, _ end: Int) -> Bool {
        guard nodes.count == Limits.nodes else { return true }
        findings.report(at: start, end) { .tooManyNodes(at: $0) }
        stop(at: start)
        return false
    }
}

// MARK: - Documents and properties

extension TreeBuilder {
    private mutating func beginDocument(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        let start = cursor.byte(of: event.pointee.start_mark.index)
        let document = event.pointee.data.document_start
        if hasDocument {
            findings.report(at: start, cursor.byte(of: event.pointee.end_mark.index)) { .secondDocument(at: $0) }
            stop(at: start)
            return false
        }
        hasDocument = true
        if document.version_directive != nil || document.tag_directives.start != document.tag_directives.end {
            findings.report(at: start, endOfLine(from: start)) { .directive(at: $0) }
        }
        return true
    }

    private mutating func endDocument(_ event: UnsafeMutablePointer<yaml_event_t>) {
        guard event.pointee.data.document_end.implicit == 0 else { return }
        let start = cursor.byte(of: event.pointee.start_mark.index)
        findings.report(at: start, cursor.byte(of: event.pointee.end_mark.index)) { .documentEnd(at: $0) }
    }

    /// Reports the anchor and the tag before a value, and tells where the value itself begins.
    private mutating func reportProperties(from start: Int, hasAnchor: Bool, hasTag: Bool) -> Int {
        var remaining = (hasAnchor ? 1 : 0) + (hasTag ? 1 : 0)
        var position = start
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "&") where remaining > 0, UInt8(ascii: "!") where remaining > 0:
                let end = endOfProperty(from: position)
                let name = String(decoding: text[position..<end], as: UTF8.self)
                let isAnchor = text[position] == UInt8(ascii: "&")
                findings.report(at: position, end) { isAnchor ? .anchor(name, at: $0) : .tag(name, at: $0) }
                remaining -= 1
                position = end
            case UInt8(ascii: "#"):
                position = endOfLine(from: position)
            case 0...UInt8(ascii: " "):
                position += 1
            default:
                return position
            }
        }
        return position
    }

    private func endOfProperty(from start: Int) -> Int {
        let isVerbatim = text[start...].starts(with: "!<".utf8)
        return text[start...].firstIndex { byte in
            byte <= UInt8(ascii: " ") || !isVerbatim && ",]}[{".utf8.contains(byte)
        } ?? text.count
    }

    private func endOfLine(from start: Int) -> Int {
        text[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.count
    }

    private mutating func reportEmptyFile() {
        let isNothing = nodes.isEmpty || nodes[0].style == .plain && nodes[0].count == 0 && nodes[0].flags.isEmpty
        guard isComplete, isNothing else { return }
        nodes.removeAll()
        findings.report(at: 0, 0) { .emptyFile(at: $0) }
    }

    private mutating func stop(at position: Int) {
        isComplete = false
        readUpTo = position
    }

    private mutating func fail(_ failure: SyntaxFailure) {
        let problem = cursor.byte(of: failure.problemMark)
        let context = failure.contextMark.map { cursor.byte(of: $0) }
        // A value that looks empty only because the rest of it cannot be read is not a second mistake.
        if let last = nodes.last, last.style == .plain, last.count == 0,
            Int(last.start) >= min(problem, context ?? problem)
        {
            findings.withdraw(.emptyValue, at: Int(last.start))
        }
        if problem < text.count, text[problem] == UInt8(ascii: "\t") {
            // The tab is the mistake, and the inspection of the text reports it along with its like.
            stop(at: text[problem...].firstIndex { $0 != UInt8(ascii: "\t") } ?? text.count)
            return
        }
        let error = SyntaxError(failure, problem: problem, context: context)
        let end = error.place < text.count ? endOfCharacter(at: error.place) : error.place
        let isDirective = error.place < text.count && text[error.place] == UInt8(ascii: "%") && error.isAboutDirective
        findings.report(at: error.place, end) { isDirective ? .directive(at: $0) : error.diagnostic(at: $0) }
        // A scalar that could not be finished has begun before the place where that showed.
        stop(at: failure.context.hasPrefix("while scanning") ? min(problem, context ?? problem) : problem)
    }

    private func endOfCharacter(at start: Int) -> Int {
        start + (UTF8Text.scalar(at: start, in: text)?.1 ?? 1)
    }
}
