public import CivilTime
public import Diagnostics

/// Something published that facts rest on.
public struct Source: Sendable {
    /// The id facts name it by, within its own file.
    public let id: Located<String>
    /// What kind of publisher: one of `source-kinds`.
    public let kind: Located<String>
    /// How what was read differs from the original: one of `source-copies`; nothing where it was the original.
    public let copy: Located<String>?
    /// The title.
    public let title: Located<String>?
    /// Who published it.
    public let publisher: Located<String>?
    /// The address as it was recorded, without a scheme where none was recorded.
    public let address: Known<Located<String>>
    /// When it was published, as far as known.
    public let published: Located<PartialDate>?
    /// The day on which the research was written down.
    public let retrieved: Located<CivilDate>
    /// The SHA-256 of the bytes that were read on that day, in hexadecimal: the evidence that somebody read them.
    public let digest: Located<String>?
    /// The whole record.
    public let range: SourceRange
}

/// A date of which the month or the day may not be known: `2003`, `2004-08`, `2024-07-22`.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    /// The first day it can mean.
    public let earliest: CivilDate
    /// As it was written.
    public let description: String

    /// Reads a year, a month or a day.
    public init?(_ text: String) {
        let full: String
        switch text.utf8.count {
        case 4: full = text + "-01-01"
        case 7: full = text + "-01"
        default: full = text
        }
        guard let earliest = CivilDate(full) else { return nil }
        self.earliest = earliest
        self.description = text
    }
}
