import Foundation
import TestSupport
import Testing

/// Each bad input gives a clear finding at the right place and exit 1, or exit 3 where no registry could be read: never a
/// crash, a hang, or half an answer.
struct BadInputTests {
    /// A way to spoil one file of the fictional registry, and the finding it must give.
    struct Spoiled: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let rule: String
        let place: String?
        let spoil: @Sendable ([UInt8]) -> [UInt8]

        init(
            _ what: String,
            _ file: String = "dalian.yaml",
            gives rule: String,
            at place: String? = nil,
            _ spoil: @escaping @Sendable ([UInt8]) -> [UInt8]
        ) {
            self.testDescription = what
            self.file = file
            self.rule = rule
            self.place = place
            self.spoil = spoil
        }

        /// Replaces a text that stands in the file once or more, where it stands first.
        static func replacing(_ old: String, _ new: String) -> @Sendable ([UInt8]) -> [UInt8] {
            { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                guard let range = text.range(of: old) else { return [] }
                return Array(text.replacingCharacters(in: range, with: new).utf8)
            }
        }

        /// Puts a text before the file's own.
        static func prefixed(_ prefix: String) -> @Sendable ([UInt8]) -> [UInt8] {
            { Array(prefix.utf8) + $0 }
        }
    }

    static let spoiled: [Spoiled] = [
        Spoiled("an empty file", gives: "empty-file", at: "1:1") { _ in [] },
        Spoiled("a binary file", gives: "binary-file") { _ in [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0] },
        Spoiled("a file that is not UTF-8", gives: "invalid-utf8") { $0 + [0xC3, 0x28] },
        Spoiled("brackets twenty thousand deep", gives: "too-deep") { _ in
            [UInt8](repeating: UInt8(ascii: "["), count: 20_000)
        },
        Spoiled("an alias bomb", gives: "alias") { _ in
            var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
            for (previous, next) in zip("abcdefgh", "bcdefghi") {
                text +=
                    "\(next): &\(next) [" + [String](repeating: "*\(previous)", count: 9).joined(separator: ", ")
                    + "]\n"
            }
            return Array(text.utf8)
        },
        Spoiled("a byte order mark", gives: "byte-order-mark", at: "1:1", Spoiled.prefixed("\u{FEFF}")),
        Spoiled("a second document", gives: "several-documents") { $0 + Array("---\nmore: 1\n".utf8) },
        Spoiled("a directive", gives: "directive", Spoiled.prefixed("%YAML 1.1\n---\n")),
        Spoiled("a key twice", gives: "duplicate-key") { $0 + Array("city: dalian\n".utf8) },
        Spoiled("a merge key", gives: "merge-key") { $0 + Array("<<: {a: b}\n".utf8) },
        Spoiled("an anchor", gives: "anchor", Spoiled.replacing("city: dalian", "city: &name dalian")),
        Spoiled("a tag", gives: "tag", Spoiled.replacing("city: dalian", "city: !!str dalian")),
        Spoiled("a tab", gives: "tab-character", Spoiled.replacing("city: dalian", "city:\tdalian")),
        Spoiled("an unclosed bracket", gives: "yaml-syntax") { $0 + Array("more: [1, 2\n".utf8) },
        Spoiled("a bare yes", gives: "boolean-word", Spoiled.replacing("city: dalian", "city: yes")),
        Spoiled("an empty value", gives: "empty-value", Spoiled.replacing("city: dalian", "city:")),
        Spoiled("a key nobody knows", gives: "unknown-key") { $0 + Array("receit: unknown\n".utf8) },
        Spoiled("a division that is not one", gives: "unknown-division", Spoiled.replacing("210200", "219900")),
        Spoiled(
            "two cities with one code",
            "ningbo.yaml",
            gives: "duplicate-city",
            Spoiled.replacing("330200", "210200")
        ),
        Spoiled(
            "a schedule that does not exist",
            gives: "unknown-reference",
            Spoiled.replacing("schedule: national", "schedule: nationl")
        ),
    ]

    static let amounts: [(amount: String, rule: String)] = [
        ("168.505", "malformed-amount"), ("168.5", "malformed-amount"), ("-168", "malformed-amount"),
        ("1e3", "exponent-number"), ("0168", "leading-zero-number"), ("1_680", "underscore-in-number"),
        ("9999999", "malformed-amount"), (".inf", "not-a-finite-number"), ("0x1F", "number-base"),
        ("2:48", "sexagesimal-number"), ("\"168\"", "malformed-amount"), ("cheap", "not-one-of"),
        ("{2027-02-30: 168}", "impossible-date"),
    ]

    @Test(arguments: spoiled)
    func `a spoiled file is a finding at its place, and exit 1`(spoiled: Spoiled) throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let path = "\(registry)/\(spoiled.file)"
        let bytes = spoiled.spoil(try TestFiles.bytes(path))
        try Data(bytes).write(to: URL(filePath: path))

        let run = try Program.run("validate", registry, "--format", "compact")
        #expect(run.code == 1, "\(run.talk)")
        let lines = run.text.split(separator: "\n").filter { $0.contains("[\(spoiled.rule)]") }
        #expect(!lines.isEmpty, "expected \(spoiled.rule) in:\n\(run.text)")
        let place = "\(path):" + (spoiled.place.map { "\($0):" } ?? "")
        #expect(lines.contains { $0.hasPrefix(place) }, "expected \(place) in:\n\(run.text)")

        let generate = try Program.run("generate", registry, "--output", scratch.path + "/content")
        #expect(generate.code == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/content"), "nothing is written")
    }

    @Test(arguments: amounts)
    func `an amount that is none is a finding, and exit 1`(amount: String, rule: String) throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let path = "\(registry)/fees/national.yaml"
        let text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
        let range = try #require(text.firstRange(of: /fee: [0-9]+\}/))
        try text.replacingCharacters(in: range, with: "fee: \(amount)}").write(
            toFile: path,
            atomically: true,
            encoding: .utf8
        )
        let run = try Program.run("validate", registry, "--format", "compact")
        #expect(run.code == 1)
        #expect(run.text.contains("[\(rule)]"), "expected \(rule) in:\n\(run.text)")
    }

    @Test func `a file of 200 MB is refused without being read`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let file = try FileHandle(forWritingTo: URL(filePath: registry + "/dalian.yaml"))
        try file.truncate(atOffset: 200 << 20)
        let run = try Program.run("validate", registry, "--format", "compact")
        #expect(run.code == 1)
        #expect(run.text.contains("dalian.yaml:1:1: error[file-too-large]"))
    }

    @Test func `a folder that is missing, is a file or holds no registry is exit 3`() throws {
        let scratch = try ScratchFolder()
        try scratch.file("file")
        try FileManager.default.createDirectory(atPath: scratch.path + "/empty", withIntermediateDirectories: true)
        for (folder, words) in [("missing", "No such file"), ("file", "not a folder"), ("empty", "holds no registry")] {
            let run = try Program.run("validate", "\(scratch.path)/\(folder)")
            #expect(run.code == 3)
            #expect(run.output.isEmpty)
            #expect(run.talk.contains(words), "\(run.talk)")
        }
    }

    @Test func `a file with the other ending is not passed over in silence`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        try FileManager.default.moveItem(atPath: registry + "/dalian.yaml", toPath: registry + "/dalian.yml")
        let run = try Program.run("validate", registry)
        #expect(run.code == 3)
        #expect(run.talk.contains("dalian.yml would be passed over"))
    }

    @Test func `one broken file hides nothing of the others, and findings are sorted`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        for (file, text) in [("wuxi.yaml", "city: [\n"), ("ningbo.yaml", "city: ningbo\ndivision: 330200\n")] {
            try text.write(toFile: "\(registry)/\(file)", atomically: true, encoding: .utf8)
        }
        let run = try Program.run("validate", registry, "--format", "compact")
        #expect(run.code == 1)
        let files = run.text.split(separator: "\n").compactMap { line in
            ["ningbo.yaml", "wuxi.yaml"].first { line.contains("/\($0):") }
        }
        #expect(Set(files) == ["ningbo.yaml", "wuxi.yaml"])
        #expect(files == files.sorted())
        #expect(run.text.contains("[unquoted-number]"))
        #expect(run.text.contains("[yaml-syntax]"))
    }

    @Test(arguments: [
        ["validate", "--format", "pdf"], ["validate", "-"], ["fee", "quote"], ["generate"], ["nonsense"],
        ["availability", "Guangzhou", "--as-of", "2026-02-30"],
    ])
    func `wrong usage is exit 64`(arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(!run.talk.isEmpty)
    }
}
