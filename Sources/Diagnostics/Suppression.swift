public import CivilTime

/// The written permission for a finding to stand until a day.
///
/// Whoever gives it writes a comment beside the place, with the reason and the day; nothing is allowed silently or for
/// ever. Whether the day has come is asked only by someone who names a day: a registry's validity depends on its bytes.
public struct Suppression: Hashable, Sendable {
    /// The comment that gives the permission.
    public let range: SourceRange
    /// The first day on which it no longer holds.
    public let until: CivilDate
    /// Why the finding may stand, in the words of whoever wrote the comment.
    public let reason: String

    /// A permission by a comment, with its day and its reason.
    public init(_ range: SourceRange, until: CivilDate, because reason: String) {
        self.range = range
        self.until = until
        self.reason = reason
    }
}
