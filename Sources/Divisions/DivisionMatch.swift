/// What a person's name for a place turned out to mean.
public enum DivisionMatch: Hashable, Sendable {
    /// The name belongs to one division.
    case one(Division)

    /// The name belongs to several divisions, or to a division and a well-known district of another, in the order of their codes; ask which one is meant.
    case several([Division])

    /// The name is a province's; ask which of these divisions is meant.
    ///
    /// The list holds the divisions of the province in the order of their codes; one that has the name of the province
    /// stands first, as Jilin City does for `Jilin`. A namesake elsewhere stands last: for `Hainan`, the prefecture of that
    /// name in Qinghai.
    case province(Province, [Division])

    /// The name belongs to no division; these are at most five that may be meant, the nearest first.
    case none(suggestions: [Division])
}
