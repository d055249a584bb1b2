import CivilTime
import FictionalCities
import Rollout
import SeededRandomness
import ServiceConfig
import Testing
import Vocabulary

/// The boxes of a comparison say exactly what changes, once, and in as few words as can be.
struct FeeBoxTests {
    private static let days = [
        "2030-01-01", "2030-06-30", "2030-07-01", "2030-12-31", "2031-01-01", "2032-02-28", "2032-02-29", "2040-01-01",
    ].map(FictionalCity.day)

    private func boxes(_ old: [CityConfig], _ new: [CityConfig]) -> [FeeBox] {
        Contents.plan(old, new).plan.changes.compactMap { if case .fee(let box) = $0 { box } else { nil } }
    }

    @Test func `every changed answer lies in exactly one box with what it was and what it will be`() {
        var generator = SeededGenerator(seed: 41)
        var (cells, changed, count) = (0, 0, 0)
        for _ in 0..<60 {
            let cityCount = Int.random(in: 1...3, using: &generator)
            let old = (0..<cityCount).map { Contents.city($0) { $0.fees = $0.fees.random(&generator) } }
            let new = old.map { city in
                var city = city
                if Bool.random(using: &generator) { city.fees = city.fees.random(&generator) }
                return city
            }
            let boxes = boxes(old, new)
            count += boxes.count
            for (before, after) in zip(old, new) {
                for (leaf, path) in before.fees.leaves.enumerated() {
                    for code in before.fees.nationalities {
                        for day in Self.days {
                            let was = before.fees.naiveAnswer(leaf: leaf, nationality: code, on: day)
                            let will = after.fees.naiveAnswer(leaf: leaf, nationality: code, on: day)
                            let holding = boxes.filter { box in
                                box.cities.contains(before.place.slug) && box.leaves.contains(path)
                                    && box.nationalities.contains(code) && box.from <= day
                                    && (box.until.map { day < $0 } ?? true)
                            }
                            let isRight =
                                was == will
                                ? holding.isEmpty
                                : holding.count == 1 && holding[0].before == was && holding[0].after == will
                            if !isRight { Issue.record("\(before.place.slug) \(path.path) \(code) \(day)") }
                            cells += 1
                            changed += was == will ? 0 : 1
                        }
                    }
                }
            }
        }
        #expect(changed > 5_000)
        print("\(cells) answers compared, \(changed) changed, in \(count) boxes")
    }

    @Test func `no two boxes can be joined into one`() {
        var generator = SeededGenerator(seed: 43)
        var pairs = 0
        for _ in 0..<60 {
            let old = (0..<3).map { Contents.city($0) { $0.fees = $0.fees.random(&generator) } }
            let table = old[0].fees.random(&generator)
            let new = old.map { city in
                var city = city
                city.fees = Bool.random(using: &generator) ? table : city.fees.random(&generator)
                return city
            }
            let boxes = boxes(old, new)
            for (number, box) in boxes.enumerated() {
                for other in boxes[(number + 1)...] where box.before == other.before && box.after == other.after {
                    pairs += 1
                    let same = [
                        box.cities == other.cities, box.leaves == other.leaves,
                        box.nationalities == other.nationalities,
                        box.from == other.from && box.until == other.until,
                    ]
                    let touch = box.until == other.from || other.until == box.from
                    let canJoin = same.count { $0 } == 3 && (same[3] || touch)
                    if canJoin { Issue.record("\(box) and \(other)") }
                }
            }
        }
        print("\(pairs) pairs of boxes with the same change: none can be joined")
        #expect(pairs > 100)
    }

    @Test func `the same change everywhere is one box`() {
        let old = (0..<4).map { Contents.city($0) }
        let new = old.map { city in
            var city = city
            city.fees = city.fees.changed { answers, _ in answers[0].fee = FictionalCity.yuan(500) }
            return city
        }
        // The answer stands in cells of several shapes; each box has all four cities.
        #expect(boxes(old, new).allSatisfy { $0.cities.count == 4 && $0.increase == 10_000 })
        let one = boxes([old[0]], [new[0]])
        #expect(boxes(old, new).map(\.leaves) == one.map(\.leaves))
    }
}
