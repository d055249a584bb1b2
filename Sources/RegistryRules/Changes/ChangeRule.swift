public import Diagnostics

/// A rule about how a registry may become another: one type, one file, one id.
///
/// It sees both registries, typed and located, and reports findings about the later one. It knows no git: whoever asks
/// says which files there were before, and on which day they were what people went by.
public protocol ChangeRule: Sendable {
    /// What it says, why, and its examples, each with what stood there before.
    static var rule: Rule { get }
    /// Checks what belongs to no one file: what came, what went.
    static func check(_ change: RegistryChange, _ findings: inout Findings)
    /// Checks a file that is there before and after, and whose bytes differ.
    static func check(_ file: FileChange, in change: RegistryChange, _ findings: inout Findings)
}

extension ChangeRule {
    /// Nothing to check.
    public static func check(_: RegistryChange, _: inout Findings) {}
    /// Nothing to check.
    public static func check(_: FileChange, in _: RegistryChange, _: inout Findings) {}
}

/// Something as it was and as it is.
public struct Change<Value: Sendable>: Sendable {
    /// As it was.
    public let before: Value
    /// As it is.
    public let after: Value
}
