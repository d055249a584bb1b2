public import CivilTime
public import Diagnostics
import Divisions
public import RegistryRules

/// A valid, fictional registry of one city, over which the rules' examples are laid.
public struct ExampleRegistry: Sendable {
    /// Paths and texts of its files.
    public private(set) var texts: [String: String]
    /// Paths and texts of its files as they were before, where an example is about a change.
    public private(set) var textsBefore: [String: String]?

    /// The registry without any example.
    public init() throws {
        let catalog = try RepositoryFiles.registry("Tests/Fixtures/examples")
        texts = Dictionary(
            uniqueKeysWithValues: catalog.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        )
    }

    /// The registry with some records of a city's file in the place of its own.
    public init(city yaml: String) throws {
        try self.init()
        lay(RuleExample(yaml))
    }

    /// The registry with some records of its schedule's file in the place of its own.
    public init(schedule yaml: String) throws {
        try self.init()
        lay(RuleExample(in: .schedule, yaml))
    }

    /// The file that an example belongs to.
    public static func path(of example: RuleExample) -> String {
        switch example.file {
        case .city: "exampleton.yaml"
        case .registry: "registry.yaml"
        case .schedule: "fees/national.yaml"
        case .calendar: "calendar.yaml"
        }
    }

    /// Puts an example's records in the place of those of the same name; says where its marks are now.
    @discardableResult
    public mutating func lay(_ example: RuleExample) -> [UInt32] {
        let marked = example.marked
        let path = Self.path(of: example)
        if let before = example.markedBefore {
            var texts = textsBefore ?? texts
            let kept = Self.records(of: texts[path] ?? "", without: Self.names(in: before.text))
            texts[path] = kept + before.text + "\n"
            textsBefore = texts
        }
        let kept =
            example.isWholeFile
            ? "" : Self.records(of: texts[path] ?? "", without: Self.names(in: marked.text))
        texts[path] = kept + marked.text + "\n"
        let offset = UInt32(kept.utf8.count)
        return marked.marks.map { $0 + offset }
    }

    /// Adds a file, or replaces one.
    public mutating func write(_ path: String, _ text: String?) {
        texts[path] = text
    }

    /// The files, in no particular order.
    public var files: [SourceFile] {
        texts.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
    }

    /// The files, in order.
    public var catalog: SourceCatalog { SourceCatalog(files) }

    /// The first day that is asked about, on which exceptions in examples are judged.
    public static func day() throws -> CivilDate {
        guard let day = CivilDate("2026-01-01") else { throw DateRefusal.notADate }
        return day
    }

    /// The day from which on an example changes what people have gone by.
    public static func dayOfChange() throws -> CivilDate {
        guard let day = CivilDate("2026-06-20") else { throw DateRefusal.notADate }
        return day
    }

    /// What the rules say of it on that day, and of how it came to be what it is.
    public func findings() throws -> [Diagnostic] {
        let validator = try Self.validator()
        let ageing = validator.ageing(of: validator.registry(catalog), on: try Self.day())
        let found = (Suppressions.judged(validator.validate(catalog).findings, on: try Self.day()) + ageing).sorted()
        guard let textsBefore else { return found }
        let before = SourceCatalog(textsBefore.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        return (found + validator.changes(from: before, to: catalog, on: try Self.dayOfChange())).sorted()
    }

    /// What one rule says of it.
    public func findings(of rule: Rule) throws -> [Diagnostic] {
        try findings().filter { $0.rule == rule.id }
    }

    /// A validator that knows the two fictional places.
    public static func validator() throws -> Validator {
        let table = """
            code,slug,name_zh,short_zh,name_en,province_code,province_zh,province_en
            990100,exampleton,示例市,示例,Exampleton,990000,虚构,Fiction
            990200,othertown,别处市,别处,Othertown,990000,虚构,Fiction

            """
        let areaCodes = """
            area_code,division
            0990,990100
            0991,990200
            0553,990200
            020,990200

            """
        return Validator(
            divisions: try DivisionTable(csv: Array(table.utf8)),
            areaCodes: try AreaCodes(csv: Array(areaCodes.utf8))
        )
    }

    /// The lines of a file that belong to no record of these names.
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

    /// The name of the record that begins in a line.
    private static func name(in line: Substring) -> String? {
        guard let first = line.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
        return line.firstIndex(of: ":").map { String(line[..<$0]) }
    }
}
