public import CityRegistry
public import Diagnostics

/// What a city is held against other cities by: all that is kept of one that has been judged by itself.
public struct CityOutline: Sendable {
    /// The slug.
    public let slug: Located<String>
    /// The six-digit code of its division.
    public let division: Located<String>
    /// The file.
    public let file: FileID

    init(_ city: City) {
        slug = city.slug
        division = city.division
        file = city.file
    }
}
