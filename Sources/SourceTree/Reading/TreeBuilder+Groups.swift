internal import CLibYAML
internal import Diagnostics

/// Lists and groups: where they begin, where they end, and which keys they hold twice.
extension TreeBuilder {
    mutating func begin(
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
        outer.push(innermost)
        innermost = Open(node: nodes.count, isMapping: style == .mapping, firstKey: keys.count)
        nodes.append(NodeRecord(style: style, flags: flags, start: place, end: place, next: 0))
        lastEnd = start
        return true
    }

    mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
        let endMark = event.pointee.end_mark
        // Only a closing bracket takes up room; anything else ends with its last child.
        guard endMark.index > event.pointee.start_mark.index else { return closeInnermost(at: lastEnd) }
        let end = cursor.byte(of: endMark.index)
        let hasBracket = text[end - 1] == UInt8(ascii: "]") || text[end - 1] == UInt8(ascii: "}")
        closeInnermost(at: hasBracket ? end : lastEnd)
    }

    private mutating func closeInnermost(at end: Int) {
        guard let surrounding = outer.pop() else { return }
        let closing = innermost
        innermost = surrounding
        if closing.isMapping {
            reportDuplicates(from: closing.firstKey)
            keys.shrink(to: closing.firstKey)
        }
        nodes[closing.node].end = UInt32(truncatingIfNeeded: end)
        nodes[closing.node].count = closing.isMapping ? closing.children / 2 : closing.children
        nodes[closing.node].next = UInt32(truncatingIfNeeded: nodes.count)
        lastEnd = end
    }

    /// Ends everything that is open where the reading ended; a key without a value gets a refused one.
    mutating func closeAll() {
        while outer.count > 0 {
            if innermost.isMapping, !innermost.expectsKey { addRefused(.plain, lastEnd, lastEnd) }
            closeInnermost(at: lastEnd)
        }
    }

    private mutating func reportDuplicates(from firstKey: Int) {
        guard DuplicateKeys.areLikely(among: keys.elements(from: firstKey)) else { return }
        let candidates = keys.elements(from: firstKey)
        let pairs = decoded.withUnsafeBufferPointer { [text, nodes] decoded in
            DuplicateKeys(nodes: nodes, text: text, decoded: decoded).pairs(among: candidates)
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

    mutating func hasRoom(at start: Int, _ end: Int) -> Bool {
        guard nodes.count >= Limits.nodes else { return true }
        findings.report(at: start, end) { .tooManyNodes(at: $0) }
        stop(at: start)
        return false
    }
}
