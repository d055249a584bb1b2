public import CityRegistry
public import Diagnostics

/// A rule about what the registry says: one type, one file, one id.
///
/// A rule sees typed, located values and reports findings; it knows no YAML, no files and no clock.
public protocol RegistryRule: Sendable {
    /// What it says, why, and its examples.
    static var rule: Rule { get }
    /// Checks what does not belong to any one city.
    static func check(_ world: World, _ findings: inout Findings)
    /// Checks one city. Cities may be checked at the same time, on several threads.
    static func check(_ city: City, in world: World, _ findings: inout Findings)
}

extension RegistryRule {
    /// Nothing to check outside of cities.
    public static func check(_: World, _: inout Findings) {}
    /// Nothing to check in a city.
    public static func check(_: City, in _: World, _: inout Findings) {}
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

    /// Adds one that has been put together already.
    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }
}
