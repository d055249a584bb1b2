public import CityRegistry
public import Diagnostics

/// What a city is held against other cities by: all that is kept of one that has been judged by itself.
public struct CityOutline: Sendable {
    /// The slug.
    public let slug: Located<String>
    /// The six-digit code of its division.
    public let division: Located<String>
    /// Its bureau's phones.
    public let phones: [Located<String>]
    /// The file.
    public let file: FileID

    init(_ city: City) {
        slug = city.slug
        division = city.division
        phones = city.bureau.value?.allPhones.map(\.number) ?? []
        file = city.file
    }
}
