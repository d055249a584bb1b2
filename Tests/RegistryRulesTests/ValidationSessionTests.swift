import Diagnostics
import RegistryExamples
import RegistryRules
import SeededRandomness
import Testing

struct ValidationSessionTests {
    /// Somebody who edits a registry's files at random, mostly one line of a city.
    private struct Editor {
        let originals: [SourceFile]
        var generator: SeededGenerator

        mutating func number(_ range: Range<Int>) -> Int {
            Int.random(in: range, using: &generator)
        }

        /// A file with a change to it, or as it was at first.
        mutating func edited(_ catalog: SourceCatalog) -> SourceFile {
            let cities = originals.filter { $0.path != "registry.yaml" && !$0.path.contains("/") }
            let from = number(0..<10) > 0 ? cities : originals
            let original = from[number(0..<from.count)]
            let present = catalog.files.first { $0.path == original.path } ?? original
            guard number(0..<4) > 0 else { return original }
            var lines = String(decoding: present.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let place = number(0..<lines.count)
            switch number(0..<6) {
            case 0: lines.remove(at: place)
            case 1: lines.insert(lines[place], at: place)
            case 2: lines[place] = String(lines[place].reversed())
            case 3: lines[place] = lines[place].replacing("high", with: "low").replacing("0", with: "1")
            case 4: lines[place] = String(lines[place].dropLast(number(0..<4)))
            default:
                // The city of another file.
                let other = cities[number(0..<cities.count)]
                lines = String(decoding: other.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            }
            return SourceFile(path: original.path, bytes: Array(lines.joined(separator: "\n").utf8))
        }
    }

    /// What the session says is what a validator says that sees the files for the first time.
    private func expectSame(_ session: ValidationSession, _ sourceLocation: SourceLocation = #_sourceLocation) {
        let whole = Validator().validate(session.catalog)
        #expect(session.verdict.findings == whole.findings, sourceLocation: sourceLocation)
        #expect(session.verdict.isValid == whole.isValid, sourceLocation: sourceLocation)
        // Nor does it matter that cities are let go of when nobody asks for more than findings.
        #expect(Validator().findings(in: session.catalog) == whole.findings, sourceLocation: sourceLocation)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `after any edit the verdict is that of a first look at all files`(seed: UInt64) throws {
        let files = try RepositoryFiles.registry("cities").files
        var session = ValidationSession(SourceCatalog(files))
        var editor = Editor(originals: files, generator: SeededGenerator(seed: seed))
        var rules: Set<RuleID> = []
        for _ in 0..<40 {
            session.update(editor.edited(session.catalog))
            expectSame(session)
            rules.formUnion(session.verdict.findings.map(\.rule))
            if editor.number(0..<8) == 0 {
                // Back to where one slip decides, and not the many before it.
                for file in files { session.update(file) }
                #expect(session.verdict.isValid)
            }
        }
        #expect(rules.count > 5)
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `several files put in place at once come to what one after another does`(seed: UInt64) throws {
        let files = try RepositoryFiles.registry("cities").files
        var session = ValidationSession(SourceCatalog(files))
        var editor = Editor(originals: files, generator: SeededGenerator(seed: seed + 100))
        for _ in 0..<12 {
            var changed: [String: SourceFile] = [:]
            for _ in 0..<editor.number(0..<6) {
                let file = editor.edited(session.catalog)
                changed[file.path] = file
            }
            session.update(changed.values.sorted { $0.path < $1.path })
            expectSame(session)
        }
        session.update(files)
        #expect(session.verdict.isValid)
    }

    @Test func `a second city of the same name is found when it is written, and gone when it is put right`() throws {
        let files = try RepositoryFiles.registry("cities").files
        var session = ValidationSession(SourceCatalog(files))
        let (first, second) = try (
            #require(files.first { $0.path == "xiamen.yaml" }), #require(files.first { $0.path == "zhuhai.yaml" })
        )
        session.update(SourceFile(path: second.path, bytes: first.bytes))
        #expect(session.verdict.findings.contains { $0.rule == CityIsUnique.rule.id })
        expectSame(session)
        session.update(second)
        #expect(session.verdict.isValid)
    }

    @Test func `files that come and go are judged with all others`() throws {
        let files = try RepositoryFiles.registry("cities").files
        var session = ValidationSession(SourceCatalog(files))
        for path in ["beijing.yaml", "calendar.yaml", "fees/national.yaml", "registry.yaml"] {
            session.remove(path)
            #expect(session.catalog.files.count == files.count - 1)
            expectSame(session)
            session.update(try #require(files.first { $0.path == path }))
            #expect(session.verdict.isValid)
        }
        session.remove("nowhere.yaml")
        #expect(session.catalog.files.count == files.count)
    }

    @Test func `a change to the settings or a schedule is held against every city`() throws {
        let files = try RepositoryFiles.registry("cities").files
        var session = ValidationSession(SourceCatalog(files))
        for (path, word, other) in [
            ("registry.yaml", "residence-permit:", "residence-permits:"),
            ("fees/national.yaml", "schedule: national", "schedule: nationals"),
        ] {
            let file = try #require(files.first { $0.path == path })
            let text = String(decoding: file.bytes, as: UTF8.self)
            try #require(text.contains(word))
            session.update(SourceFile(path: path, bytes: Array(text.replacing(word, with: other).utf8)))
            expectSame(session)
            #expect(!session.verdict.findings.allSatisfy { session.catalog[$0.range.file].path == path })
            session.update(file)
            #expect(session.verdict.isValid)
        }
    }
}

extension Verdict {
    fileprivate var isValid: Bool {
        if case .valid = self { true } else { false }
    }
}
