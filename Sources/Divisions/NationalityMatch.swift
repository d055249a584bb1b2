/// What a person's name for a nationality turned out to mean.
public enum NationalityMatch: Hashable, Sendable {
    /// The name belongs to one nationality.
    case one(Nationality)

    /// The name belongs to several nationalities, in the order of their codes; ask which one is meant.
    case several([Nationality])

    /// The name belongs to no nationality; these are at most five that may be meant, the nearest first.
    case none(suggestions: [Nationality])
}
