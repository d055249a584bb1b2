import SeededRandomness
import CivilTime
import Testing

struct TimelineTests {
    private let firstOfJanuary: CivilDate
    private let firstOfJuly: CivilDate

    init() throws {
        firstOfJanuary = try #require(CivilDate("2026-01-01"))
        firstOfJuly = try #require(CivilDate("2026-07-01"))
    }

    @Test func `a bare value holds on every day`() {
        let timeline = Timeline("168")
        #expect(timeline.value(on: .earliest) == "168")
        #expect(timeline.value(on: .latest) == "168")
        #expect(timeline.boundaries == [])
    }

    @Test func `a change holds from its own day until the day before the next`() throws {
        let timeline = try Timeline(
            undated: "old",
            changes: [.init(date: firstOfJanuary, value: "new"), .init(date: firstOfJuly, value: "newer")]
        )
        #expect(timeline.value(on: try #require(firstOfJanuary.previous)) == "old")
        #expect(timeline.value(on: firstOfJanuary) == "new")
        #expect(timeline.value(on: try #require(firstOfJuly.previous)) == "new")
        #expect(timeline.value(on: firstOfJuly) == "newer")
        #expect(timeline.value(on: .latest) == "newer")
        #expect(timeline.boundaries == [firstOfJanuary, firstOfJuly])
    }

    @Test func `without an undated value there is none before the first change`() throws {
        let timeline = try Timeline(changes: [.init(date: firstOfJuly, value: 1)])
        #expect(timeline.value(on: try #require(firstOfJuly.previous)) == nil)
        #expect(timeline.value(on: firstOfJuly) == 1)
    }

    @Test func `a timeline without any value is refused`() {
        #expect(throws: TimelineRefusal.empty) { try Timeline<Int>(changes: []) }
    }

    @Test func `a date that appears twice is refused`() {
        let change = Timeline.Change(date: firstOfJuly, value: 1)
        let refusal = #expect(throws: TimelineRefusal.self) { try Timeline(changes: [change, change]) }
        #expect(refusal == .repeated(firstOfJuly))
        #expect(refusal?.description == "2026-07-01 appears twice; keep one of the two values")
    }

    @Test func `a date after a later one is refused`() {
        let refusal = #expect(throws: TimelineRefusal.self) {
            try Timeline(
                undated: 0,
                changes: [.init(date: firstOfJuly, value: 1), .init(date: firstOfJanuary, value: 2)]
            )
        }
        #expect(refusal == .notAscending(firstOfJanuary, after: firstOfJuly))
        #expect(refusal?.description == "2026-01-01 stands after 2026-07-01; write the earlier date first")
    }

    @Test func `a mapped timeline changes on the same days`() throws {
        let timeline = try Timeline(undated: 1, changes: [.init(date: firstOfJuly, value: 2)])
        let expected = try Timeline(undated: "1", changes: [.init(date: firstOfJuly, value: "2")])
        #expect(timeline.map(String.init) == expected)
        #expect(Set([timeline.map(String.init), expected]).count == 1)
    }

    @Test func `segments cover every day from their start once, with the value of that day`() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<300 {
            let timeline = try randomTimeline(using: &generator)
            let start = try #require(firstOfJanuary.adding(days: .random(in: 0..<60, using: &generator)))
            let segments = timeline.segments(from: start)

            #expect(segments.first?.interval.start == start)
            #expect(segments.last?.interval.end == nil)
            for (segment, following) in zip(segments, segments.dropFirst()) {
                #expect(segment.interval.end == following.interval.start)
            }
            for offset in 0..<70 {
                let date = try #require(start.adding(days: offset))
                let holding = segments.filter { $0.interval.contains(date) }
                #expect(holding.map(\.value) == [timeline.value(on: date)])
            }
        }
    }

    @Test func `a value is the last one written for a day not later`() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let timeline = try randomTimeline(using: &generator)
            for offset in 0..<60 {
                let date = try #require(firstOfJanuary.adding(days: offset))
                let naive = timeline.changes.last { $0.date <= date }?.value ?? timeline.undated
                #expect(timeline.value(on: date) == naive)
            }
        }
    }

    private func randomTimeline(using generator: inout SeededGenerator) throws -> Timeline<Int> {
        let offsets = (0..<50).filter { _ in Int.random(in: 0..<10, using: &generator) == 0 }
        let changes = offsets.compactMap { offset in
            firstOfJanuary.adding(days: offset).map { Timeline.Change(date: $0, value: offset) }
        }
        let undated = changes.isEmpty || Bool.random(using: &generator) ? -1 : nil
        return try Timeline(undated: undated, changes: changes)
    }
}
