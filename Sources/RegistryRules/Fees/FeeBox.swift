import CivilTime

/// Some leaves x some nationalities x some days: a block of the fee domain about which there is one thing to say.
struct FeeBox: Hashable, Sendable {
    /// The leaves.
    let leaves: LeafSet
    /// The nationalities.
    let nationalities: NationalitySet
    /// The days.
    let days: DateInterval
}
