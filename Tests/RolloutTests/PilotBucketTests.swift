import SeededRandomness
import Testing
import Vocabulary

/// Whom a pilot takes.
struct PilotBucketTests {
    private static let shares = [0, 1, 2, 5, 10, 25, 50, 75, 99, 100]

    private static func receipts(_ count: Int) -> [String] {
        var generator = SeededGenerator(seed: 23)
        return (0..<count).map { _ in "44\(Int.random(in: 10_000_000...99_999_999, using: &generator))" }
    }

    private static func bucket(_ receipt: String, _ salt: String = "official-account", _ city: String = "mistport")
        -> PilotBucket
    {
        PilotBucket(salt: salt, city: city, receipt: receipt)
    }

    @Test func `raising the share only adds, and lowering it takes away those who were added last`() {
        var checks = 0
        for receipt in Self.receipts(20_000) {
            let taken = Self.shares.map { Self.bucket(receipt).isTaken(percent: $0) }
            // Once taken, taken at every greater share: so whoever was in first is out last.
            let isMonotone = zip(taken, taken.dropFirst()).allSatisfy { !$0 || $1 }
            let least = Self.bucket(receipt).leastPercent
            let isLeast =
                Self.bucket(receipt).isTaken(percent: least) && !Self.bucket(receipt).isTaken(percent: least - 1)
            if !isMonotone || !isLeast || taken.first == true || taken.last == false { Issue.record("\(receipt)") }
            checks += Self.shares.count
        }
        print("\(checks) checks of pilot shares: monotone up, last in first out down")
    }

    @Test func `a pilot of a share takes that share of receipts`() {
        let receipts = Self.receipts(40_000)
        for percent in [1, 5, 50, 99] {
            let taken = receipts.count { Self.bucket($0).isTaken(percent: percent) }
            let expected = receipts.count * percent / 100
            // Six standard deviations of that many coins.
            let most = 6 * Int((Double(expected) * Double(100 - percent) / 100).squareRoot()) + 6
            #expect(abs(taken - expected) <= most, "\(percent)%: \(taken) of \(receipts.count)")
        }
    }

    @Test func `nobody is taken everywhere because they were taken once`() {
        let first = Self.receipts(20_000).filter { Self.bucket($0).isTaken(percent: 10) }
        for (salt, city) in [("official-account", "fogport"), ("website", "mistport")] {
            let again = first.count { Self.bucket($0, salt, city).isTaken(percent: 10) }
            #expect(again > first.count / 20 && again < first.count / 5, "\(again) of \(first.count)")
        }
    }

    @Test func `how a receipt is typed does not matter`() {
        let bucket = Self.bucket("AB12-3456 78")
        for typed in ["ab12345678", "AB12345678", " AB12 3456-78\n", "Ab12·345678"] {
            #expect(Self.bucket(typed) == bucket)
        }
        #expect(Self.bucket("AB12345679") != bucket)
    }

    @Test func `buckets are the same in every version of this program`() {
        // Whoever changes these reshuffles people in the middle of a pilot.
        #expect(Self.bucket("1234567890").number == 3328)
        #expect(Self.bucket("G4400000001", "official-account", "guangzhou").number == 3752)
        #expect(Self.bucket("").number == 6212)
    }
}
