import SeededRandomness
import CanonicalJSON
import Testing

struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(reservingCapacity: 64)
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `members and elements are separated by commas, and nothing else is added`() {
        let text = written { writer in
            writer.object { writer in
                writer.key("channels")
                writer.array { writer in
                    writer.string("wechat")
                    writer.object { _ in }
                    writer.array { _ in }
                    writer.array { writer in writer.null() }
                }
                writer.key("city")
                writer.object { writer in
                    writer.key("a")
                    writer.bool(true)
                    writer.key("b")
                    writer.bool(false)
                }
                writer.key("fen")
                writer.integer(16_000)
            }
        }
        #expect(text == #"{"channels":["wechat",{},[],[null]],"city":{"a":true,"b":false},"fen":16000}"#)
    }

    @Test(
        arguments: [
            (0, "0"), (7, "7"), (-1, "-1"), (10, "10"), (-120, "-120"),
            (9_007_199_254_740_991, "9007199254740991"), (-9_007_199_254_740_991, "-9007199254740991"),
        ]
    )
    func `an integer is written in as few digits as it has`(integer: Int64, text: String) {
        #expect(written { writer in writer.integer(integer) } == text)
    }

    @Test func `every ASCII character is escaped as RFC 8785 says, wherever it stands in a string`() {
        let short = [0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\"]
        for code in 0..<0x80 {
            let character = String(decoding: [UInt8(code)], as: UTF8.self)
            let digits = String(code, radix: 16)
            let numeric = code < 0x10 ? "\\u000" + digits : "\\u00" + digits
            let expected = short[code] ?? (code < 0x20 ? numeric : character)
            // The fast path looks at eight bytes at once, so every offset within and around eight matters.
            for offset in 0..<18 {
                let before = String(repeating: "a", count: offset)
                for after in ["", "b", "bcdefghijklmnop"] {
                    let text = written { writer in writer.string(before + character + after) }
                    #expect(text == "\"" + before + expected + after + "\"")
                }
            }
        }
    }

    @Test func `characters beyond ASCII are written as they are`() {
        let text = "广州市出入境 \u{7F}\u{80}\u{2028}é e\u{301} \u{1F600}\u{10FFFF}"
        #expect(written { writer in writer.string(text) }.utf8.elementsEqual("\"\(text)\"".utf8))
    }

    @Test func `a value written into a document has the bytes it has alone`() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let value = JSONValue.random(depth: 4, using: &generator)
            let array = written { writer in
                writer.array { writer in
                    writer.value(value)
                    writer.value(value)
                }
            }
            #expect(array.utf8.elementsEqual(JSONValue.array([value, value]).canonicalBytes))
        }
    }

    @Test func `an error in a body reaches the caller`() {
        struct Stop: Error, Equatable {}
        var writer = JSONWriter()
        #expect(throws: Stop()) {
            try writer.object { _ throws(Stop) in throw Stop() }
        }
    }

    #if DEBUG
    @Test func `keys out of order are a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.object { writer in
                writer.key("b")
                writer.null()
                writer.key("a")
                writer.null()
            }
        }
    }

    @Test func `a key that needs an escape is a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.object { writer in writer.key("广州") }
        }
    }
    #endif

    @Test func `an integer of more than 53 bits is a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.integer(9_007_199_254_740_992 as Int64)
        }
    }

    @Test func `nesting deeper than the limit is a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = (0...JSONWriter.depthLimit).reduce(JSONValue.null) { value, _ in .array([value]) }.canonicalBytes
        }
    }
}
