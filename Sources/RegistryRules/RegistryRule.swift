public import CityRegistry
public import Diagnostics

/// A rule about what the registry says: one type, one file, one id.
///
/// A rule sees typed, located values and reports findings; it knows no YAML and no clock. It is asked about each file of
/// the kinds it has something to say about, and about the registry as a whole.
public protocol RegistryRule: Sendable {
    /// What it says, why, and its examples.
    static var rule: Rule { get }
    /// Whether it judges single values, so that its findings hold in a file where something else could not be read.
    static var judgesSingleValues: Bool { get }
    /// Checks what belongs to no one file.
    static func check(_ world: World, _ findings: inout Findings)
    /// Checks `registry.yaml`.
    static func check(_ settings: Settings, in world: World, _ findings: inout Findings)
    /// Checks `calendar.yaml`.
    static func check(_ calendar: HolidayCalendar, in world: World, _ findings: inout Findings)
    /// Checks one fee schedule.
    static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings)
    /// Checks one city; several may be checked at the same time, on several threads.
    static func check(_ file: CityFile, in world: World, _ findings: inout Findings)
    /// Checks what a file of any kind claims about the world.
    static func check(_ facts: FileFacts, in world: World, _ findings: inout Findings)
}

extension RegistryRule {
    /// Most findings may be due to something that could not be read: a reference to a record with a misspelt key.
    public static var judgesSingleValues: Bool { false }
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
    /// All findings so far.
    public private(set) var diagnostics: [Diagnostic] = []

    /// No findings yet.
    public init() {}

    /// Adds one.
    public mutating func report(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange,
        notes: [Note] = [],
        help: String? = nil,
        fix: Fix? = nil
    ) {
        diagnostics.append(Diagnostic(rule, message, at: range, notes: notes, help: help, fix: fix))
    }
}
