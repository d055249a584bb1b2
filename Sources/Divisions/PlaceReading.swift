/// What the words of a name can be read as; positions are those of the divisions in the table.
struct PlaceReading: Equatable {
    /// The divisions that every word agrees with.
    var divisions: Set<Int> = []

    /// The province that all words together name.
    var province: Int?

    /// Divisions that are named, but with words that contradict or say nothing.
    var near: Set<Int> = []

    /// What remains without the words that were understood, to be compared by spelling.
    var remainders: [Remainder] = []

    struct Remainder: Equatable {
        var name: String
        var isChinese: Bool
        var province: Int?
    }
}
