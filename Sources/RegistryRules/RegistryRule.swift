public import CityRegistry
public import Diagnostics
import SourceTree
public import Vocabulary

/// A rule about what the registry says: one type, one file, one id.
///
/// A rule sees typed, located values and reports findings; it knows no YAML and no clock. It is asked about each file of
/// the kinds it has something to say about, and about the registry as a whole.
public protocol RegistryRule: Sendable {
    /// What it says, why, and its examples.
    static var rule: Rule { get }
    /// Whether it judges single values, so that its findings hold in a file where something else could not be read.
    static var judgesSingleValues: Bool { get }
    /// Whether it holds cities against each other, so that one that cannot be read may hide a finding in another.
    static var comparesCities: Bool { get }
    /// Checks what belongs to no one file; of cities it sees their outlines.
    static func check(_ world: World, _ findings: inout Findings)
    /// Checks `registry.yaml`.
    static func check(_ settings: Settings, in world: World, _ findings: inout Findings)
    /// Checks `calendar.yaml`.
    static func check(_ calendar: HolidayCalendar, in world: World, _ findings: inout Findings)
    /// Checks one fee schedule.
    static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings)
    /// Checks one city; several may be checked at the same time, on several threads.
    ///
    /// It looks at no other city: what several of them might disagree about belongs to no one file.
    static func check(_ file: CityFile, in world: World, _ findings: inout Findings)
    /// Checks what a file of any kind claims about the world.
    static func check(_ facts: FileFacts, in world: World, _ findings: inout Findings)
}

extension RegistryRule {
    /// Most findings may be due to something that could not be read: a reference to a record with a misspelt key.
    public static var judgesSingleValues: Bool { false }
    /// Most rules look at one file at a time.
    public static var comparesCities: Bool { false }
    /// Nothing to check.
    public static func check(_: World, _: inout Findings) {}
    /// Nothing to check.
    public static func check(_: Settings, in _: World, _: inout Findings) {}
    /// Nothing to check.
    public static func check(_: HolidayCalendar, in _: World, _: inout Findings) {}
    /// Nothing to check.
    public static func check(_: ScheduleFile, in _: World, _: inout Findings) {}
    /// Nothing to check.
    public static func check(_: CityFile, in _: World, _: inout Findings) {}
    /// Nothing to check.
    public static func check(_: FileFacts, in _: World, _: inout Findings) {}
}

/// Where rules put what they find.
public struct Findings: Sendable {
    private var files: [FileID: ShownFindings] = [:]

    /// No findings yet.
    public init() {}

    /// All findings so far in the order of reading, with no more of one file than anybody would read.
    public var diagnostics: [Diagnostic] {
        files.values.flatMap(\.list).sorted()
    }

    /// Whether a finding at this place could be among those shown; one that could not need not be built.
    func wants(_ range: SourceRange) -> Bool {
        files[range.file]?.wants(range) ?? true
    }

    /// Counts a finding that was not built.
    mutating func leaveOut(at range: SourceRange) {
        files[range.file, default: ShownFindings()].leaveOut(1, from: range)
    }

    /// Adds one.
    public mutating func report(
        _ rule: Rule,
        _ message: LocalizedText,
        at range: SourceRange,
        notes: [Note] = [],
        help: LocalizedText? = nil,
        fix: Fix? = nil,
        comparison: Comparison? = nil
    ) {
        add(Diagnostic(rule, message, at: range, notes: notes, help: help, fix: fix, comparison: comparison))
    }

    /// Adds one that is built already.
    mutating func add(_ finding: Diagnostic) {
        files[finding.range.file, default: ShownFindings()].add(finding)
    }

    /// Adds those of a file.
    mutating func add(_ findings: ShownFindings, of file: FileID) {
        guard !findings.isEmpty else { return }
        files[file, default: ShownFindings()].add(findings)
    }

    /// Adds what was found elsewhere.
    mutating func add(_ other: Findings) {
        for (file, findings) in other.files { add(findings, of: file) }
    }
}
