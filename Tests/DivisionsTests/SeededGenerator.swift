/// The same random numbers on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A word with one letter added, dropped, replaced or exchanged with its neighbour.
    mutating func misspelling(of word: String) -> String {
        var letters = Array(word)
        let letter = Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &self)))
        let place = Int.random(in: letters.indices, using: &self)
        switch Int.random(in: 0..<4, using: &self) {
        case 0: letters.insert(letter, at: place)
        case 1: letters.remove(at: place)
        case 2: letters[place] = letter
        default: letters.swapAt(place, max(0, place - 1))
        }
        return String(letters)
    }
}
