import CityRegistry
import Diagnostics
import Testing
import Vocabulary

/// What people are told when a file cannot be read as they meant it.
struct MessageTests {
    private func only(_ yaml: String, in file: RuleExample.File = .city) throws -> (ExampleFile, Diagnostic) {
        let file = try ExampleFile(RuleExample(in: file, yaml))
        #expect(file.reading.diagnostics.count == 1)
        return (file, try #require(file.reading.diagnostics.first))
    }

    @Test func `a misspelt key is answered with the key that was meant`() throws {
        let (file, found) = try only("receipt: {name: unknown, format: unknown, confidense: high}")
        #expect(
            found.message.text(in: .english)
                == "'confidense' is not a key of a receipt; did you mean 'confidence'?"
        )
        #expect(found.fix?.edits.map(\.replacement) == ["confidence"])
        #expect(found.fix?.edits.map { file.text(at: $0.range) } == ["confidense"])
    }

    @Test func `a key that is nowhere near any other is answered with all there are`() throws {
        let (_, found) = try only("receipt: {name: unknown, format: unknown, colour: red}")
        #expect(found.message.text(in: .english) == "'colour' is not a key of a receipt")
        #expect(found.help?.text(in: .english) == "its keys are against, confidence, format, name, source")
        #expect(found.fix == nil)
    }

    @Test func `a misspelt word of a closed list is answered with the word that was meant`() throws {
        let (_, found) = try only("rollout: {official-account: {stage: shaddow}}")
        #expect(
            found.message.text(in: .english)
                == "'shaddow' is not one of none, planned, shadow, live, paused, retired, {pilot: N%}; "
                + "did you mean 'shadow'?"
        )
    }

    @Test func `what a message quotes is short, and has nothing in it that a terminal would obey`() throws {
        let long = String(repeating: "x", count: 1_000)
        for yaml in [
            "receipt: {name: unknown, format: unknown, \(long): red}", "fees: {schedule: \"\(long) \"}",
            "rollout: {official-account: {stage: \(long)}}", "receipt: {name: unknown, format: \(long)}",
        ] {
            let (_, found) = try only(yaml)
            let message = found.message.text(in: .english)
            #expect(message.count < 250 && message.contains("xxx..."), "\(message)")
        }
        let (_, found) = try only(#"receipt: {name: unknown, format: "a\nb\tc"}"#)
        #expect(found.message.text(in: .english).contains("'a<U+000A>b<U+0009>c'"), "\(found.message)")
    }

    @Test func `a missing key says what to add`() throws {
        let (_, found) = try only("receipt: {name: unknown}")
        #expect(found.message.text(in: .english) == "a receipt needs 'format'")
        #expect(found.help?.text(in: .english) == "add 'format:'; write 'unknown' only where nobody knows")
    }

    @Test func `a place after Chinese text is counted in characters, as an editor shows it`() throws {
        let file = try ExampleFile(
            RuleExample("receipt: {name: {zh: 广州回执}, format: {length: 广, alphabet: digits}, source: notice}")
        )
        let source = SourceFile(path: file.path, bytes: Array(file.text.utf8))
        let found = try #require(file.reading.diagnostics.first)
        let catalog = SourceCatalog([source])
        #expect(catalog.text(of: found.range) == "广")
        #expect(catalog.position(of: found.range).column == 46)
        #expect(catalog.endPosition(of: found.range).column == 47)
    }

    @Test(
        arguments: [
            ("0400", "leading-zero-number"), ("4_00", "underscore-in-number"), ("400.5", "malformed-amount"),
            ("1e3", "exponent-number"), ("-1", "malformed-amount"), ("100000.01", "malformed-amount"),
            ("four hundred", "not-one-of"), ("[400]", "wrong-kind"), ("\"400\"", "malformed-amount"),
        ]
    )
    func `a fee is plain yuan or a word, and is refused in every other spelling`(fee: String, rule: String) throws {
        let (_, found) = try only(
            """
            fees:
              schedule: national
              seen-here:
                - {service: stay-permit, fee: \(fee), source: notice, confidence: high}
            """
        )
        #expect(found.rule.rawValue == rule)
    }

    @Test func `an empty record of channels or rollouts is no mistake, and an empty list is one`() throws {
        #expect(try ExampleFile(RuleExample("rollout: {}")).reading.diagnostics == [])
        let (_, found) = try only("bureau: {phones: []}")
        #expect(found.rule == "empty-list")
    }

    @Test func `a file that ends in a syntax error is not told what it lacks`() throws {
        let reading = FileReading(
            SourceFile(path: "exampleton.yaml", bytes: Array("city: exampleton\nreceipt: {name: ".utf8)),
            as: FileID(index: 0)
        )
        #expect(reading.content == nil)
        #expect(reading.diagnostics.map(\.rule).contains("yaml-syntax"))
        #expect(!reading.diagnostics.map(\.rule).contains("missing-key"))
    }

    @Test func `a share without its sign and a whole share are refused`() throws {
        for share in ["5", "100%", "0%", "05%", "5.5%", "-5%"] {
            let file = try ExampleFile(RuleExample("rollout: {official-account: {stage: {pilot: \(share)}}}"))
            #expect(!file.reading.diagnostics.isEmpty, "\(share)")
        }
    }
}
