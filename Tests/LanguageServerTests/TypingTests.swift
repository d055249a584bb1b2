import CanonicalJSON
import LanguageServer
import SeededRandomness
import Testing

/// Changes of parts of a text, counted in units of UTF-16, held to a text that is changed the plain way.
struct TypingTests {
    /// A text as an editor has it: units of UTF-16, and lines that end in one of three ways.
    private struct Model {
        var units: [UInt16]

        var text: String { String(decoding: units, as: UTF16.self) }

        /// Where each line begins.
        private var lineStarts: [Int] {
            let (feed, carriage) = (UInt16(10), UInt16(13))
            return [0]
                + units.indices.filter { index in
                    units[index] == feed
                        || units[index] == carriage && (index + 1 == units.count || units[index + 1] != feed)
                }.map { $0 + 1 }
        }

        /// A place of the protocol, for a unit that is not within a character or between the two of a line's end.
        func place(_ unit: Int) -> JSONValue {
            let starts = lineStarts
            let line = (starts.lastIndex { $0 <= unit }) ?? 0
            return ["character": .integer(Int64(unit - starts[line])), "line": .integer(Int64(line))]
        }

        /// Whether an editor's cursor can stand before a unit.
        func isBoundary(_ unit: Int) -> Bool {
            guard unit > 0, unit < units.count else { return true }
            let isWithinPair = UTF16.isTrailSurrogate(units[unit]) && UTF16.isLeadSurrogate(units[unit - 1])
            return !isWithinPair && !(units[unit] == 10 && units[unit - 1] == 13)
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `after any changes the text is the one the editor has`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var client = try Client.introduced()
        let original = client.disk.text(Client.city)
        client.open(Client.city)
        var model = Model(units: Array(original.utf16))
        let pieces = ["", "x", "广州", "😀", "\n", "\r\n", "\r", "  - {", "}: ", "# é\n", "unknown", "\n\n"]
        for version in 2..<60 {
            var changes: [JSONValue] = []
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let cursors = (0...model.units.count).filter(model.isBoundary)
                let start = cursors[Int.random(in: 0..<cursors.count, using: &generator)]
                let end = cursors.filter { $0 >= start && $0 < start + 12 }.randomElement(using: &generator) ?? start
                let text = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                changes.append([
                    "range": ["end": model.place(end), "start": model.place(start)], "text": .string(text),
                ])
                model.units.replaceSubrange(start..<end, with: text.utf16)
            }
            client.notify(
                "textDocument/didChange",
                [
                    "contentChanges": .array(changes),
                    "textDocument": ["uri": Client.uri(Client.city), "version": .integer(Int64(version))],
                ]
            )
            if version.isMultiple(of: 10) { client.settle() }
        }
        client.settle()
        var other = try Client.introduced()
        other.open(Client.city, model.text)
        other.settle()
        #expect(client.findings(of: Client.city) == other.findings(of: Client.city))
        let symbols = client.ask("documentSymbol", Client.city, at: .null)
        #expect(symbols == other.ask("documentSymbol", Client.city, at: .null))
        #expect(client.log == [])
    }
}
