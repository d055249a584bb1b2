import SeededRandomness

extension SeededGenerator {
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
