import SeededRandomness
import Money
import Testing

struct AmountTests {
    @Test func `an amount lies between nothing and the cap`() {
        #expect(Amount.cap.fen == 10_000_000)
        #expect(Amount(fen: 0) == .zero)
        #expect(Amount(fen: 10_000_000) == .cap)
        #expect(Amount(fen: -1) == nil)
        #expect(Amount(fen: 10_000_001) == nil)
        #expect(Amount(fen: .min) == nil)
        #expect(Amount(fen: .max) == nil)
    }

    @Test func `amounts sort by size`() {
        let fees: [Int64] = [63_500, 0, 16_000, 16_001]
        #expect(fees.compactMap(Amount.init(fen:)).sorted().map(\.fen) == [0, 16_000, 16_001, 63_500])
    }

    @Test func `sums, differences and multiples are exact or there are none`() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let one = try #require(Amount(fen: .random(in: 0...Amount.cap.fen, using: &generator)))
            let other = try #require(Amount(fen: .random(in: 0...Amount.cap.fen, using: &generator)))
            let count = Int.random(in: -2...100, using: &generator)
            let (sum, difference, product) = (one.fen + other.fen, one.fen - other.fen, one.fen * Int64(count))
            #expect(one.adding(other)?.fen == (sum <= 10_000_000 ? sum : nil))
            #expect(one.subtracting(other)?.fen == (difference >= 0 ? difference : nil))
            #expect(one.times(count)?.fen == ((0...10_000_000).contains(product) && count >= 0 ? product : nil))
        }
    }

    @Test func `the borders of arithmetic have no amount beyond them`() throws {
        let fen = try #require(Amount(fen: 1))
        #expect(Amount.cap.adding(fen) == nil)
        #expect(Amount.cap.adding(.zero) == .cap)
        #expect(Amount.zero.subtracting(fen) == nil)
        #expect(Amount.cap.subtracting(.cap) == .zero)
        #expect(Amount.cap.times(.max) == nil)
        #expect(fen.times(10_000_000) == .cap)
        #expect(fen.times(0) == .zero)
        #expect(Amount.zero.times(-1) == nil)
    }
}
