import Diagnostics
import SourceTree
import Testing
import Vocabulary

struct PlainValueTests {
    @Test func `a decimal comma within brackets is called one`() throws {
        for (text, advice) in [
            ("{fee: 168,00}", "write 168.00: decimals stand after a point"),
            ("[168,05]", "write 168.05: decimals stand after a point"),
        ] {
            let found = try #require(read(text).diagnostics.first { $0.rule == "leading-zero-number" })
            #expect(found.help?.text(in: .english) == advice)
            #expect(found.fix == nil)
        }
        let half = try #require(read("{fee: 168,50}").diagnostics.first)
        #expect(half.help?.text(in: .english) == "write 168.50 if a number is meant: decimals stand after a point")
        let apart = try #require(read("[168, 05]").diagnostics.first)
        #expect(
            apart.help?.text(in: .english) == "write 5 for a number, or \"05\" in quotes for digits that are a name"
        )
    }

    @Test func `a word for no is answered with a word that the registry has, before any quotes`() throws {
        let found = try #require(read("status: no\n").diagnostics.first)
        #expect(
            found.help?.text(in: .english)
                == "write one of the words this place takes, such as not-offered; or \"no\" in quotes for a text or a code"
        )
    }

    private func form(of value: String) -> ScalarForm? {
        let (tree, findings) = read("key: [\(value)]\n")
        guard findings.isEmpty, let list = tree.value(of: "key"), tree.count(of: list) == 1 else { return nil }
        return tree.items(of: list).first { _ in true }.map(tree.form)
    }

    @Test(arguments: [
        "text", "5%", "2018-02-15..2018-02-21", "1-to-3-years", "2004-08", "10100.com/article/142452079", "1.2.3", "-",
        "--", "-x", "+", "+x", "...x", ".", ".x", "08:30-12:00", "9:75", "0x", "0xyz", "0b2", "0o8", "1e", "e3",
        "1-2", "2026-1-5", "20260-01-05", "010-84015292", "+86 20 8755", "96897号", "nope", "yEs", "nULL", "yy", "oN",
        "1_a", "_1", "none", "unknown", "12-31", "2026-01-05x", "tru", "1 2", "N/A", "Null-Island", "=",
    ])
    func `what everybody reads as text is text`(value: String) {
        #expect(form(of: value) == .text)
    }

    @Test(arguments: ["0", "5", "-5", "-0", "168", "1095", "99999999999999999999999999"])
    func `digits are an integer`(value: String) {
        #expect(form(of: value) == .integer)
    }

    @Test(arguments: ["0.5", "168.50", "-0.50", "0.0", "10.0"])
    func `digits around a point are a decimal`(value: String) {
        #expect(form(of: value) == .decimal)
    }

    @Test(arguments: ["2026-01-05", "2026-13-45", "0000-00-00"])
    func `what is written like a date is a date, be there such a day or not`(value: String) {
        #expect(form(of: value) == .date)
    }

    @Test(arguments: ["168", "2026-01-05", "0400", "no", "9:30", "null", "1e3"])
    func `in quotes everything is text`(value: String) {
        #expect(form(of: "\"\(value)\"") == .text)
        #expect(form(of: "'\(value)'") == .text)
    }

    static let refused: [(rule: RuleID, values: [String])] = [
        ("leading-zero-number", ["00", "0400", "-01", "+01", "0990100", "075500000001", "01.5", "00.0"]),
        ("underscore-in-number", ["4_00", "1_000.5", "5_", "0_1"]),
        ("sexagesimal-number", ["9:30", "09:00", "1:2:3", "12:30:45", "190:20:30.15", "-9:30"]),
        ("number-base", ["0o17", "0x1F", "0xff", "0b1", "0B1_0", "-0x1f", "+0o7"]),
        ("exponent-number", ["1e3", "1E3", "1.5e+3", "1.e3", ".5e-1", "-1e3", "0e0"]),
        ("signed-number", ["+5", "+5.0", "+8610840152920", "+0"]),
        ("incomplete-decimal", [".5", "5.", "-.5", "+5."]),
        ("not-a-finite-number", [".inf", "-.inf", "+.Inf", ".INF", ".nan", ".NaN"]),
        (
            "date-time",
            [
                "2026-01-05T09:30:00Z", "2026-01-05 09:30", "2026-1-5t9:30:00.5", "2026-01-05  09:30:00 +08:00",
                "2026-01-05T09:30",
            ]
        ),
        ("empty-value", ["~", "null", "Null", "NULL"]),
        (
            "boolean-word",
            [
                "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True", "TRUE", "false", "False",
                "FALSE", "on", "On", "ON", "off", "Off", "OFF",
            ]
        ),
    ]

    @Test(arguments: refused.map(\.rule))
    func `what readers take for different things is refused, as a value and as a key`(rule: RuleID) throws {
        for value in try #require(Self.refused.first { $0.rule == rule }?.values) {
            #expect(rules(in: "key: \(value)\n") == [rule], "\(value)")
            #expect(rules(in: "\(value): text\n") == [rule], "\(value)")
            #expect(rules(in: "key: [\(value)]  # \(value)\n") == [rule], "\(value)")
        }
    }

    @Test func `a refused value is marked, so that nobody else complains about it`() {
        let (tree, _) = read("a: 0400\nb: *c\nd:\ne: !!str x\nf: 400\ng: \u{200B}x\n")
        let refused = ["a", "b", "d", "e", "f", "g"].map { key in
            tree.root.flatMap { root in tree.entries(of: root).first { tree.text(of: $0.key) == key } }
                .map { tree.isRefused($0.value) }
        }
        #expect(refused == [true, true, true, true, false, true])
    }

    @Test func `a message shows the readings that compete`() {
        func message(_ value: String) -> String? {
            read("key: \(value)\n").diagnostics.first?.message.text(in: .english)
        }
        #expect(message("0400") == "'0400' is 400 in YAML 1.2 and 256 in YAML 1.1")
        #expect(message("0990100") == "'0990100' is 990100 in YAML 1.2 and may be a text in YAML 1.1")
        #expect(message("075500000001") == "'075500000001' is 75500000001 in YAML 1.2 and 8271167489 in YAML 1.1")
        #expect(message("9:30") == "'9:30' is 570 in YAML 1.1 and a text in YAML 1.2")
        #expect(message("4_00") == "'4_00' is 400 in YAML 1.1 and a text in YAML 1.2")
        #expect(message("0o17") == "'0o17' is 15 in YAML 1.2, and a text in YAML 1.1")
        #expect(message("NO") == "'NO' is 'false' in YAML 1.1 and a text in YAML 1.2")
    }
}
