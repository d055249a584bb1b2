import Foundation
import TestSupport
import Testing

/// Habits of the code that a compiler does not know.
///
/// Each says why it is one.
struct TidyTests {
    /// A source file: its path below `Sources`, and its lines without comments.
    private struct File {
        let path: String
        let lines: [(number: Int, code: String)]

        var target: String { String(path.prefix { $0 != "/" }) }
    }

    private static let files: [File] = TestFiles.paths(below: TestFiles.package + "/Sources")
        .filter { $0.hasSuffix(".swift") }
        .compactMap { path in
            guard let text = try? String(contentsOfFile: TestFiles.package + "/Sources/" + path, encoding: .utf8) else {
                return nil
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .map { (number: $0 + 1, code: code(of: $1)) }
            return File(path: path, lines: lines)
        }

    /// A line without its comment.
    ///
    /// Strings are left alone: a `//` in one is rare, and then too much is looked at, not too little.
    private static func code(of line: Substring) -> String {
        line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }

    /// The places where a pattern stands in the code of some files.
    private static func places(of pattern: some RegexComponent, where isWanted: (File) -> Bool) -> [String] {
        files.filter(isWanted).flatMap { file in
            file.lines.filter { $0.code.contains(pattern) }.map { "\(file.path):\($0.number): \($0.code)" }
        }
    }

    @Test func `the sources were found`() {
        #expect(Self.files.count > 100)
    }

    @Test func `no floating point comes near money`() {
        let targets = ["Money", "Vocabulary", "ServiceConfig", "PaymentEngine", "CityRegistry", "ConfigGenerator"]
        #expect(Self.places(of: /\b(Double|Float|CGFloat|Decimal)\b/) { targets.contains($0.target) } == [])
    }

    @Test func `the engine and what it stands on start without Foundation`() {
        let targets = [
            "CanonicalJSON", "CivilTime", "Money", "Vocabulary", "Divisions", "Diagnostics", "SourceTree",
            "CityRegistry", "RegistryRules", "ServiceConfig", "ConfigGenerator", "PaymentEngine",
        ]
        #expect(Self.places(of: /import Foundation/) { targets.contains($0.target) } == [])
    }

    @Test func `only the terminal writes to the streams`() {
        let printing = Self.places(of: /\b(print|debugPrint|dump|fputs|puts)\(/) { _ in true }
        #expect(printing == [])
    }

    @Test func `only one place looks at the clock`() {
        let clocks = Self.places(of: /\b(time\(nil\)|Date\(\)|clock_gettime|ContinuousClock|SystemClock|gettimeofday)/)
        {
            !$0.path.hasSuffix("ProgramClock.swift")
        }
        #expect(clocks == [])
    }

    @Test func `nothing is left for later`() {
        let paths = TestFiles.paths(below: TestFiles.package + "/Sources").filter { !$0.hasSuffix(".csv") }
        let marks = paths.filter { path in
            let text = (try? String(contentsOfFile: TestFiles.package + "/Sources/" + path, encoding: .utf8)) ?? ""
            return text.contains(/\b(TODO|FIXME|XXX|HACK)\b/)
        }
        #expect(marks == [])
    }

    @Test func `nothing is forced, and nothing traps without saying why`() {
        let forced = Self.places(of: /\btry!|\bas!|fatalError\(\)|\bunsafeBitCast\b/) { _ in true }
        #expect(forced == [])
    }

    @Test func `every target has a page to start from`() {
        let targets = Set(Self.files.map(\.target)).subtracting(["visafee"])
        for target in targets.sorted() {
            let page = TestFiles.package + "/Sources/\(target)/Documentation.docc/\(target).md"
            #expect(FileManager.default.fileExists(atPath: page), "\(target) has no page")
        }
    }

    @Test func `the halves meet only at the service config`() {
        let engine = ["ServiceConfig", "PaymentEngine", "ApplicantAnswers"]
        let registry = /import (CLibYAML|SourceTree|Diagnostics|CityRegistry|RegistryRules|ConfigGenerator)\b/
        #expect(Self.places(of: registry) { engine.contains($0.target) } == [])
    }
}
