import SeededRandomness

extension SeededGenerator {
    /// A whole number in the range, with no help from the standard library, whose method may change.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// A number of so many digits, led by zeros.
    mutating func digits(_ count: Int) -> String {
        var text = ""
        for _ in 0..<count { text.append(String(number(0...9))) }
        return text
    }
}
