import SeededRandomness
import Divisions
import Testing

struct SpellingTests {
    /// The definition, written down without regard to speed.
    private func slips(_ first: ArraySlice<Character>, _ second: ArraySlice<Character>) -> Int {
        guard let left = first.last, let right = second.last else { return max(first.count, second.count) }
        var least = slips(first.dropLast(), second.dropLast()) + (left == right ? 0 : 1)
        least = min(least, slips(first.dropLast(), second) + 1, slips(first, second.dropLast()) + 1)
        if first.count > 1, second.count > 1, left == second.dropLast().last, right == first.dropLast().last {
            least = min(least, slips(first.dropLast(2), second.dropLast(2)) + 1)
        }
        return least
    }

    @Test(arguments: [
        ("guangzhou", "guangzhou", 0), ("guangzhou", "guangzhuo", 1), ("xian", "xan", 1), ("xian", "xiian", 1),
        ("广州", "广洲", 1), ("", "ab", 2), ("ca", "abc", 3),
    ])
    func `a slip is a letter too many, missing, wrong or exchanged`(first: String, second: String, slips: Int) {
        #expect(Spelling.distance(from: first, to: second, limit: 9) == slips)
        #expect(Spelling.distance(from: second, to: first, limit: slips) == slips)
        #expect(Spelling.distance(from: first, to: second, limit: slips - 1) == nil)
    }

    @Test func `any two short words have the distance of the definition, within every limit`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<400 {
            let words = (0..<2).map { _ in
                let length = Int.random(in: 0...5, using: &generator)
                return (0..<length).map { _ in "abc".randomElement(using: &generator) ?? "a" }
            }
            let expected = slips(words[0][...], words[1][...])
            for limit in 0...5 {
                let distance = Spelling.distance(from: String(words[0]), to: String(words[1]), limit: limit)
                #expect(distance == (expected <= limit ? expected : nil), "\(words) within \(limit)")
            }
        }
    }

    @Test func `longer words may hold more slips`() {
        #expect((0...12).map { Spelling.tolerance(forLength: $0) } == [0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
    }

    @Test func `the nearest candidates come first, equally near ones in their order`() {
        let keys = ["rates", "rate", "gates", "fees", "stage", "dates", "mates", "hates"]
        #expect(Spelling.nearest(to: "ratse", among: keys) == ["rates", "rate", "gates", "dates", "mates"])
        #expect(Spelling.nearest(to: "zzzz", among: keys) == [])
        #expect(Spelling.nearest(to: "", among: keys) == [])
    }
}
