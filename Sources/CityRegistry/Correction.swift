public import CivilTime
public import Diagnostics

/// A note that a file rewrote what it had said of days gone by: of what, when, why, and who says so.
///
/// A period that has begun is history, and people have paid by it. It only changes with such a note, which stays.
public struct Correction: Sendable {
    /// What was rewritten: keys of the file from the outside in, such as `channels/official-account`.
    public let subject: Located<String>
    /// The day on which it was rewritten.
    public let made: Located<CivilDate>
    /// Why, in the words of whoever did it.
    public let reason: Located<String>
    /// Where what stands there now comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}
