import CityRegistry
import Diagnostics
import RegistryExamples
import RegistryRules
import SeededRandomness
import Testing
import Vocabulary

/// Every rule and every finding speaks Chinese to those who ask for it, and says what it says in English.
struct ChineseTextTests {
    private static let ids = RuleCatalog.all.map(\.id.rawValue)

    private func rule(_ id: String) throws -> Rule {
        try #require(RuleCatalog.rule(RuleID(id)))
    }

    private func expectChinese(in findings: [Diagnostic], of example: String) {
        for finding in findings {
            for text in finding.texts {
                let faults = ChineseText(text, as: .phrase).faults
                #expect(faults.isEmpty, "\(finding.rule): \(faults)\n\(text)\n\(example)")
            }
        }
    }

    @Test(arguments: ids)
    func `a rule explains itself in whole Chinese sentences`(id: String) throws {
        let rule = try rule(id)
        for text in [rule.summary, rule.why, rule.remedy] {
            let faults = ChineseText(text, as: .sentences).faults
            #expect(faults.isEmpty, "\(faults)\n\(text)")
        }
    }

    @Test(arguments: ids)
    func `a finding says in Chinese what it says in English, about the same values`(id: String) throws {
        for example in try rule(id).rejected {
            var registry = try ExampleRegistry()
            registry.lay(example)
            expectChinese(in: try registry.findings(), of: example.yaml)
        }
    }

    /// What rules show by no example: each a place of its own in the code.
    private static let slips: [RuleExample] =
        [
            "bureau: {hours: {days: mon, open: [\"9-17\"], closed: never, source: notice, confidence: high}}",
            "bureau: {online: {for: booking, steps: [{press: 预约, follow: account}, {follow: me}, {press: 1}]}}",
            "bureau: {phones: [{number: \"1\", name: text}], offices: [{id: A b, address: {fr: x}}]}",
            "channels: {a: {kind: kiosk, status: offered, sites: 0, asks-for: [x], shows: [y], window: {opens: z}}}",
            "channels: {a: {kind: kiosk, status: {2026-1-1: offered}, languages: [fr], refund: [counter, {}]}}",
            "receipt: {name: unknown, format: {length: 9, at-most: 3, alphabet: digits}}",
            "fees: {schedule: national, seen-here: {service: stay-permit, fee: 1.5}}",
            "fees: {schedule: national, seen-here: [{service: stay-permit, fee: [1]}, {service: stay-permit, fee: fre}]}",
            "fees: {schedule: national, seen-here: {service: stay-permit, fee: 1,680}}",
            "rollout: {official-account: {stage: {pilot: 5}, rail: {kind: none, credential: 1}}}",
            "rollout: {official-account: {stage: {2026-13-01: planned}}}",
            "rollout: {official-account: {stage: {1899-01-01: planned}}}",
            "rollout: {official-account: {stage: [live]}}",
            "city: 广州", "city: []", "bureau: 1", "channels: {A: {}}", "division: \"9901９9\"", "rollout: 5_0",
        ].map { RuleExample($0) }
        + [
            RuleExample(in: .registry, "nationalities: {alias: [D], not-foreign: CHINA}"),
            RuleExample(in: .registry, "zone: Europe/Berlin\ncurrency: EUR\nhotline: none\nasked-from: today"),
            RuleExample(in: .registry, "fresh-for: {fee: 0, weather: 5}\nmethods: [cash]"),
            RuleExample(in: .registry, "services: {visa: {name: {en: Visa}, questions: some}}"),
            RuleExample(
                in: .calendar,
                "years: {2026: soon, \"26\": not-published, \"2027\": {days: [{days-off: x..y}]}}"
            ),
            RuleExample(
                in: .calendar,
                "years: {\"2026\": {days: [{name: new-year, days-off: 2026-01-03..2026-01-01}]}}"
            ),
            RuleExample(
                in: .calendar,
                "sources: {a: {kind: b, copy: c, address: d, published: e, retrieved: 2026-02-30}}"
            ),
            RuleExample(in: .schedule, "nationality-groups: {a: {name: {en: a, zh: a}, members: {codes: [usa]}}}"),
            RuleExample(in: .schedule, "items: {a: {name: {en: a, zh: 甲}, basis: [1]}}\nrates: {visa: {item: b}}"),
        ]

    /// Everything that can be wrong with the form of YAML, and what stands in the texts about it.
    private static let brokenFiles: [String] = [
        "a: @x", "a: b: c", "a\nb: c", "a:\n  - b\n c", "a: - b", "a: 'b'c", "a: [b", "a: {b", "a: {b: c", "a: \"b",
        "a: 'b\n---\n", "a: \"\\q\"", "a: ]", "a: b\n- c", "a: *", "a: &", "a: | b", "a: !b!c d", "a: \"x\" y",
        "[a, b]: c",
        "? [a]\n: b", "a:\tb", "\ta: b", "a: b\rc: d", "a: \u{7}", "a: \"\\u0007\"", "a: \"\\u200B\"", "a: b\u{A0}c",
        "a: b\u{3000}c", "a: b\u{2009}c", "a: b\u{AD}c", "a: b\u{200C}c", "a: b\u{2028}c", "a: b\u{FE0F}c",
        "a: b\u{202E}c",
        "a: b\u{2060}c", "a: \u{FEFF}b", "a: Ｖisa", "a: \"\\uFF11\"", "a: Cafe\u{301}", "a: ex\u{430}mple", "a: УСА",
        "a: ο", "a: \"\\u0430b\"", "a: 1:30", "a: 01:30", "a: 9999999999999:59:59", "a: 0o17", "a: 0x", "a: -0x1F",
        "a: 0b1_0",
        "a: 0xFFFFFFFFFFFFFFFFFF", "a: 010.5", "a: 08", "a: 1,050", "{a: 1,050}", "{a: 1,5}", "{a: 1, }", "a: +1",
        "a: .5", "a: -5.",
        "a: .nan", "a: -.inf", "a: 2026-01-01 10:00", "a: ~", "a: Null", ": a", "a:", "- ", "a: &x 1\nb: *x",
        "<<: {a: b}",
        "a: !!str b", "%YAML 1.1\n---\na: b", "a: b\n---\nc: d", "a: b\n...\n", "", "a: \u{0}", "a: 1\na: 2", "a: yes",
        String(repeating: "[", count: 70), "a: " + String(repeating: "x", count: 100) + "\na: [",
    ]

    @Test(arguments: slips)
    func `whatever else is found in a record is said in Chinese too`(slip: RuleExample) throws {
        var registry = try ExampleRegistry()
        registry.lay(slip)
        let findings = try registry.findings()
        #expect(findings.contains { $0.rule != "unused-source" }, "\(slip.yaml)")
        expectChinese(in: findings, of: slip.yaml)
    }

    @Test(arguments: brokenFiles)
    func `whatever is wrong with the form of a file is said in Chinese too`(text: String) {
        let reading = FileReading(SourceFile(path: "exampleton.yaml", bytes: Array(text.utf8)), as: FileID(index: 0))
        #expect(!reading.diagnostics.isEmpty)
        expectChinese(in: reading.diagnostics, of: text)
    }

    @Test func `bytes that are no text are reported in Chinese too`() {
        for bytes: [UInt8] in [[0xFF, 0xFE, 0x61, 0x00], [0x61, 0x3A, 0x20, 0xB9, 0xE3], [0x61, 0x80]] {
            let reading = FileReading(SourceFile(path: "exampleton.yaml", bytes: bytes), as: FileID(index: 0))
            #expect(!reading.diagnostics.isEmpty)
            expectChinese(in: reading.diagnostics, of: "\(bytes)")
        }
    }

    @Test func `a registry that lacks a file, or has one twice, is told so in Chinese too`() throws {
        let whole = try ExampleRegistry()
        for path in whole.texts.keys {
            var registry = whole
            registry.write(path, nil)
            expectChinese(in: try registry.findings(), of: "without \(path)")
            registry = whole
            registry.write("more/" + path, whole.texts[path])
            expectChinese(in: try registry.findings(), of: "\(path) twice")
        }
    }

    /// Lines that are lost, doubled, moved or cut lead to many findings at once, some of which no example shows.
    @Test(arguments: 0..<60)
    func `whatever is found in a damaged registry is said in Chinese too`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var registry = try ExampleRegistry()
        for path in registry.texts.keys.sorted() {
            var lines = (registry.texts[path] ?? "").split(separator: "\n").map(String.init)
            for _ in 0..<2 {
                let line = Int.random(in: lines.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: lines.remove(at: line)
                case 1: lines.insert(lines[Int.random(in: lines.indices, using: &generator)], at: line)
                case 2: lines.swapAt(line, Int.random(in: lines.indices, using: &generator))
                default: lines[line].removeLast(Int.random(in: 0...min(3, lines[line].count), using: &generator))
                }
            }
            registry.write(path, lines.joined(separator: "\n") + "\n")
        }
        expectChinese(in: try registry.findings(), of: registry.texts.values.joined(separator: "\n"))
    }
}

/// The check itself tells good Chinese from what is none.
struct ChineseTextCheckTests {
    private static let english = "'fromat' is not a key of a receipt; write \"format\""

    @Test func `a text that says the same in both languages passes`() {
        let text = LocalizedText(Self.english, "“fromat”不是回执的键；请写成 \"format\"")
        #expect(ChineseText(text, as: .phrase).faults == [])
        let rule = LocalizedText("A key is one that YAML has.", "键必须是 YAML 规定的键。")
        #expect(ChineseText(rule, as: .sentences).faults == [])
    }

    @Test(arguments: [
        english, "", "“fromat”不是回执的键。", "“fromat”不是receipt的键", "不是回执的键", "“fromat”“colour”不是回执的键", "“fromat不是回执的键",
        "“fromat”不是回执的键, 请改正", "“fromat” 不是回执的键  ", "'fromat'不是“fromat”回执的键", "“fromat”不是回执的键\"name\"",
    ])
    func `a text with a fault does not`(chinese: String) {
        #expect(ChineseText(LocalizedText(Self.english, chinese), as: .phrase).faults != [], "\(chinese)")
    }

    @Test func `a sentence that does not end is a fault`() {
        #expect(ChineseText(LocalizedText("A key is known.", "键必须已知"), as: .sentences).faults != [])
    }
}
