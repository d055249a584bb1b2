/// Finds what a misspelled word may mean.
public enum Spelling {
    /// How many slips a word of this many letters may hold and still be recognised: none to three.
    public static func tolerance(forLength length: Int) -> Int {
        switch length {
        case ..<3: 0
        case 3...4: 1
        case 5...8: 2
        default: 3
        }
    }

    /// The number of slips between two words, or nothing if there are more than the limit.
    ///
    /// A slip is a letter too many, a letter missing, a wrong letter, or two neighbours exchanged. No part of a word is
    /// changed twice (the *optimal string alignment* form of the Damerau-Levenshtein distance).
    public static func distance(
        from first: some StringProtocol,
        to second: some StringProtocol,
        limit: Int
    ) -> Int? {
        var comparison = SpellingComparison(first)
        return comparison.distance(to: second, limit: limit)
    }

    /// The candidates within the tolerance of a word: at most five, the nearest first, equally near ones in their order.
    public static func nearest(to word: some StringProtocol, among candidates: some Sequence<String>) -> [String] {
        var comparison = SpellingComparison(word)
        let limit = tolerance(forLength: comparison.length)
        var byDistance = [[String]](repeating: [], count: limit + 1)
        for candidate in candidates {
            guard let distance = comparison.distance(to: candidate, limit: limit) else { continue }
            byDistance[distance].append(candidate)
        }
        return Array(byDistance.joined().prefix(5))
    }
}

/// Compares one word with many; the buffers are allocated once.
struct SpellingComparison {
    private let word: [Unicode.Scalar]
    private var other: [Unicode.Scalar] = []
    private var rows: [Int]

    /// The number of letters in the word.
    var length: Int { word.count }

    init(_ word: some StringProtocol) {
        self.word = Array(word.unicodeScalars)
        rows = [Int](repeating: 0, count: 3 * (self.word.count + 1))
    }

    /// The number of slips between the word and another, or nothing if there are more than the limit.
    mutating func distance(to text: some StringProtocol, limit: Int) -> Int? {
        // A letter takes one to four bytes, so a text much longer or shorter needs no counting of its letters.
        let bytes = text.utf8.count
        guard limit >= 0, bytes >= word.count - limit, bytes <= 4 * (word.count + limit) else { return nil }
        other.removeAll(keepingCapacity: true)
        other.append(contentsOf: text.unicodeScalars)
        guard abs(other.count - word.count) <= limit else { return nil }
        return distanceToOther(limit: limit)
    }

    private mutating func distanceToOther(limit: Int) -> Int? {
        let width = word.count + 1
        var (beforePrevious, previous, current) = (0, width, 2 * width)
        for column in 0..<width { rows[current + column] = column }
        for row in other.indices {
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
            rows[current] = row + 1
            var least = row + 1
            for column in word.indices {
                var value = rows[previous + column] + (word[column] == other[row] ? 0 : 1)
                value = min(value, rows[previous + column + 1] + 1, rows[current + column] + 1)
                if row > 0, column > 0, word[column] == other[row - 1], word[column - 1] == other[row] {
                    value = min(value, rows[beforePrevious + column - 1] + 1)
                }
                rows[current + column + 1] = value
                least = min(least, value)
            }
            // An exchange looks back two rows, but is no cheaper than a slip in each, so no later row can come below.
            if least > limit { return nil }
        }
        let distance = rows[current + word.count]
        return distance <= limit ? distance : nil
    }
}
