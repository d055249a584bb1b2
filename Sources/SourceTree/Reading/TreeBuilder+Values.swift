internal import CLibYAML
internal import Diagnostics

/// Single values, and aliases in the place of values.
extension TreeBuilder {
    mutating func takeScalar(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
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
        if isKey { keys.push(DuplicateKeys.Key(hash: DuplicateKeys.hash(of: value), node: nodes.count)) }
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
            let decimal = isKey ? nil : decimalComma()
            findings.report(at: start, end) { isKey ? .emptyKey(at: $0) : .emptyValue(at: $0, after: decimal) }
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
                let number = numberBeforeComma(start)
                findings.report(at: start, end) { .ambiguousScalar(ambiguity, value, at: $0, after: number) }
            }
            return .text
        }
    }

    /// The number that was meant where a key without a value is the second half of one: `168.50` in `{fee: 168,50}`.
    private func decimalComma() -> String? {
        guard innermost.isMapping, let key = nodes.last, key.form == .integer,
            let number = numberBeforeComma(Int(key.start))
        else { return nil }
        return number + "." + String(decoding: text[Int(key.start)..<Int(key.end)], as: UTF8.self)
    }

    /// The whole number that stands right before a comma right before a place: `168` in `168,00`.
    private func numberBeforeComma(_ position: Int) -> String? {
        guard position > 1, text[position - 1] == UInt8(ascii: ",") else { return nil }
        var start = position - 1
        while start > 0, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[start - 1]) { start -= 1 }
        guard start < position - 1, position - start < 12 else { return nil }
        return String(decoding: text[start..<position - 1], as: UTF8.self)
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
    mutating func takeAlias(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        let start = cursor.byte(of: event.pointee.start_mark.index)
        let end = cursor.byte(of: event.pointee.end_mark.index)
        guard hasRoom(at: start, end) else { return false }
        let name = text[start..<end].dropFirst()
        findings.report(at: start, end) { .alias(String(decoding: name, as: UTF8.self), at: $0) }
        addRefused(.alias, start, end)
        return true
    }

    mutating func addRefused(_ style: NodeRecord.Style, _ start: Int, _ end: Int) {
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
