import Diagnostics
import Foundation
@testable import SourceTree
import Testing
import Vocabulary

struct TextRulesTests {
    private func rules(in bytes: [UInt8]) -> [RuleID] {
        read(bytes).diagnostics.map(\.rule)
    }

    @Test func `text in another encoding is one finding that names the byte`() {
        let gbk: [UInt8] = Array("city: ".utf8) + [0xB9, 0xE3, 0xD6, 0xDD, 0x0A]
        let (tree, findings) = read(gbk)
        #expect(findings.map { $0.message.text(in: .english) } == ["byte 0xB9 at offset 6 is not UTF-8"])
        #expect(
            findings.flatMap(\.notes).map { $0.message.text(in: .english) } == [
                "the text may have been saved as GBK or GB 18030"
            ]
        )
        #expect(tree.root == nil)
        #expect(!tree.isComplete)
    }

    @Test(
        arguments: [
            [0x80], [0xC3], [0xC0, 0x80], [0xE5, 0xB9], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE5, 0x41, 0x41],
        ] as [[UInt8]]
    )
    func `no broken UTF-8 gets through, wherever it stands`(broken: [UInt8]) {
        for length in 0..<20 {
            let bytes = Array(repeating: UInt8(ascii: "a"), count: length) + broken
            #expect(rules(in: bytes) == ["invalid-utf8"])
            #expect(read(bytes).diagnostics.map { Int($0.range.start) } == [length])
        }
    }

    @Test func `every control character is found wherever it stands`() {
        for control in Array(UInt8(1)..<9) + [11, 12] + Array(14..<32) + [127] {
            for length in 1..<12 {
                let bytes = Array("k: ".utf8) + Array(repeating: UInt8(ascii: "a"), count: length) + [control, 0x62]
                let (tree, findings) = read(bytes)
                #expect(findings.map(\.rule) == ["control-character"])
                #expect(findings.map { Int($0.range.start) } == [3 + length])
                #expect(tree.isComplete)
            }
        }
    }

    @Test func `reading goes on after a control character`() {
        #expect(
            SourceTreeTests.rules(in: "a: \u{7}\nb: 0400\nc: \u{85}\n") == [
                "control-character", "leading-zero-number", "control-character",
            ]
        )
    }

    @Test func `every tab of a file that is indented with tabs is reported, and nothing else`() {
        let (tree, findings) = read("receipt:\n\tname: unknown\n\tformat: unknown # a\tb\n\t\tx: y\n")
        #expect(findings.map(\.rule) == ["tab-character", "tab-character", "tab-character"])
        #expect(!tree.isComplete)
    }

    @Test(arguments: [
        "a: |\n\tx\n", "a: x\n\ty\n", "- \tx\n", "a: [x,\n\tz]\n", "a:\tx\n", "a: x\ty\n", "a: x\t\n", "a: |\n  x\ty\n",
    ])
    func `a tab outside of quotes is reported as a tab`(text: String) {
        #expect(SourceTreeTests.rules(in: text).allSatisfy { $0 == "tab-character" })
        #expect(SourceTreeTests.rules(in: text).count == 1)
    }

    @Test(arguments: ["a: \"x\ty\"\n", "a: 'x\ty'\n", "a: \"x\n\ty\"\n", "a: x # \t\n", "# \t\na: \"\\t\"\n"])
    func `a tab in quotes or a comment is fine`(text: String) {
        #expect(SourceTreeTests.rules(in: text) == [])
    }

    @Test func `what nobody sees is refused in a value and, in a comment, only if it reorders text`() {
        for (character, inComment) in [
            ("\u{200B}", false), ("\u{AD}", false), ("\u{FEFF}", false), ("\u{A0}", false), ("\u{2060}", false),
            ("\u{200D}", false), ("\u{FE0F}", false), ("\u{2028}", false), ("\u{E0041}", false), ("\u{3164}", false),
            ("\u{202E}", true), ("\u{2066}", true), ("\u{200F}", true), ("\u{61C}", true),
        ] {
            #expect(SourceTreeTests.rules(in: "a: \"x\(character)y\"\n") == ["invisible-character"])
            #expect(SourceTreeTests.rules(in: "a: x\(character)y\n").contains("invisible-character"))
            #expect(SourceTreeTests.rules(in: "a: x # \(character)\n") == (inComment ? ["invisible-character"] : []))
        }
        #expect(SourceTreeTests.rules(in: "a: 北京\u{3000}市\n") == ["invisible-character"])
        #expect(SourceTreeTests.rules(in: "a: \"北京\u{3000}市\"\n") == [])
    }

    @Test func `an escape does not smuggle anything in`() {
        #expect(SourceTreeTests.rules(in: #"a: "x\u200By""#) == ["invisible-character"])
        #expect(SourceTreeTests.rules(in: #"a: "x\0y""#) == ["control-character"])
        #expect(SourceTreeTests.rules(in: #"a: "\uFF11""#) == ["full-width-digit"])
        #expect(SourceTreeTests.rules(in: #"a: "p\u0430y""#) == ["look-alike-letter"])
        #expect(SourceTreeTests.rules(in: #"a: "e\u0301""#) == ["not-nfc"])
        #expect(SourceTreeTests.rules(in: #"a: "\n\t\r\u5e7f""#) == [])
    }

    @Test func `a fix replaces just what is wrong`() throws {
        let text = "name: \"电话０１２-x\"\ncafe: Cafe\u{301} A\npay: (p\u{430}y)\n"
        let (_, findings) = read(text)
        var bytes = Array(text.utf8)
        for edit in findings.compactMap(\.fix).flatMap(\.edits).sorted(by: { $0.range > $1.range }) {
            bytes.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
        }
        #expect(
            String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(
                "name: \"电话012-x\"\ncafe: Caf\u{E9} A\npay: (pay)\n".utf8
            )
        )
    }

    @Test(arguments: ["广州（市）、“引”——…", "é ü ß", "한국", "10 € ￥ ½ ²", "Москва", "Ελλάδα", "🙂", "ｶﾀｶﾅ かな", "µm"])
    func `ordinary text of any language is fine`(text: String) {
        #expect(SourceTreeTests.rules(in: "a: \"\(text)\"\nb: \(text)\n") == [])
    }

    /// Most text is never given to the real normalization, so the quick answer must never be wrongly "yes".
    @Test func `no character passes as composed that Unicode writes otherwise, alone or after another`() {
        for value in 0x80...0x2FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value), scalar.isAlwaysComposed else { continue }
            for base in ["", "e", "\u{304B}", "\u{1100}", "\u{3C9}"] {
                let text = base + String(scalar)
                let isComposed = text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(
                    text.unicodeScalars
                )
                if !isComposed { Issue.record("\(scalar.codePoint) after '\(base)'") }
            }
        }
    }

    @Test(arguments: [
        "\u{340}", "\u{37E}", "\u{1F71}", "\u{2126}", "\u{212B}", "\u{2329}", "\u{F900}", "\u{FA0C}", "\u{2F800}",
    ])
    func `a character that Unicode replaces by another one is refused`(text: String) {
        #expect(SourceTreeTests.rules(in: "a: \"x \(text)\"\n").contains("not-nfc"))
    }
}
