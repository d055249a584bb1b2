internal import CLibYAML
internal import Diagnostics

/// The document as a whole, what stands before a value, and how a reading ends.
extension TreeBuilder {
    mutating func beginDocument(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
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

    mutating func endDocument(_ event: UnsafeMutablePointer<yaml_event_t>) {
        guard event.pointee.data.document_end.implicit == 0 else { return }
        let start = cursor.byte(of: event.pointee.start_mark.index)
        findings.report(at: start, cursor.byte(of: event.pointee.end_mark.index)) { .documentEnd(at: $0) }
    }

    /// Reports the anchor and the tag before a value, and tells where the value itself begins.
    mutating func reportProperties(from start: Int, hasAnchor: Bool, hasTag: Bool) -> Int {
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

    mutating func reportEmptyFile() {
        let isNothing = nodes.isEmpty || nodes[0].style == .plain && nodes[0].count == 0 && nodes[0].flags.isEmpty
        guard isComplete, isNothing else { return }
        nodes.removeAll()
        findings.report(at: 0, 0) { .emptyFile(at: $0) }
    }

    mutating func stop(at position: Int) {
        isComplete = false
        readUpTo = position
    }

    mutating func fail(_ failure: SyntaxFailure) {
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
        let isAfterQuote =
            problem > 0 && (text[problem - 1] == UInt8(ascii: "'") || text[problem - 1] == UInt8(ascii: "\""))
        let error = SyntaxError(failure, problem: problem, context: context, isAfterQuote: isAfterQuote)
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
