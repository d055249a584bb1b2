import CityRegistry
import Diagnostics
import Foundation
import Testing

/// One file of the valid, fictional registry, with some records in the place of its own.
struct ExampleFile {
    /// Its path.
    let path: String
    /// Its text.
    let text: String
    /// Where the marks of the records laid over it are.
    let marks: [UInt32]

    /// Lays an example over the file it belongs to.
    init(_ example: RuleExample) throws {
        let marked = example.marked
        path =
            switch example.file {
            case .city: "exampleton.yaml"
            case .registry: "registry.yaml"
            case .schedule: "fees/national.yaml"
            case .calendar: "calendar.yaml"
            }
        let base = String(decoding: try Self.bytes("Tests/Fixtures/examples/" + path), as: UTF8.self)
        let kept = Self.records(of: base, without: Self.names(in: marked.text))
        text = kept + marked.text + "\n"
        marks = marked.marks.map { $0 + UInt32(kept.utf8.count) }
    }

    /// Reads it.
    var reading: FileReading {
        FileReading(SourceFile(path: path, bytes: Array(text.utf8)), as: FileID(index: 0))
    }

    /// The text at a place.
    func text(at range: SourceRange) -> String {
        String(decoding: Array(text.utf8)[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    /// The city in a file with these records.
    static func city(_ yaml: String) throws -> City {
        let reading = try ExampleFile(RuleExample(yaml)).reading
        try #require(reading.diagnostics == [])
        guard case .city(let city) = reading.content else { throw NotThere() }
        return city
    }

    /// The schedule in a file with these records.
    static func schedule(_ yaml: String) throws -> Schedule {
        let reading = try ExampleFile(RuleExample(in: .schedule, yaml)).reading
        try #require(reading.diagnostics == [])
        guard case .schedule(let schedule) = reading.content else { throw NotThere() }
        return schedule
    }

    struct NotThere: Error {}

    /// The bytes of a file of the repository.
    static func bytes(_ path: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appending(path: path)))
    }

    private static func records(of text: String, without names: Set<String>) -> String {
        var keeps = true
        var kept = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let name = name(in: line) { keeps = !names.contains(name) }
            if keeps { kept += line + "\n" }
        }
        return kept
    }

    private static func names(in text: String) -> Set<String> {
        Set(text.split(separator: "\n").compactMap { name(in: $0) })
    }

    private static func name(in line: Substring) -> String? {
        guard let first = line.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
        return line.firstIndex(of: ":").map { String(line[..<$0]) }
    }
}
