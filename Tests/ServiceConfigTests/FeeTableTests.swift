import SeededRandomness
import CivilTime
import FictionalCities
import ServiceConfig
import Testing
import Vocabulary

struct FeeTableTests {
    private let table = FictionalCity.full.fees

    /// The days around every boundary: the day before, the day itself, the day after.
    private func days(of table: FeeTable) -> [CivilDate] {
        let begins = [FictionalCity.askedFrom] + table.boundaries
        return Set(begins.flatMap { [$0.previous, $0, $0.next].compactMap { $0 } }).sorted()
    }

    @Test func `every fee around every change is what a search through the cells finds`() {
        var count = 0
        for leaf in table.leaves.indices {
            for nationality in table.nationalities {
                for day in days(of: table) {
                    let expected = table.naiveAnswer(leaf: leaf, nationality: nationality, on: day)
                    #expect(table.answer(leaf: leaf, nationality: nationality, on: day) == expected)
                    #expect((expected == nil) == (day < FictionalCity.askedFrom))
                    count += 1
                }
            }
        }
        #expect(count == 5 * 7 * 9)
    }

    @Test(arguments: 1...60)
    func `every fee of a random table is what a search through the cells finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let table = FeeTable.random(using: &random)
        for leaf in table.leaves.indices {
            for nationality in table.nationalities {
                for day in days(of: table) {
                    let expected = table.naiveAnswer(leaf: leaf, nationality: nationality, on: day)
                    let answer = table.answer(leaf: leaf, nationality: nationality, on: day)
                    let number = table.answerNumber(leaf: leaf, nationality: nationality, on: day)
                    guard answer == expected, number.map({ table.answers[$0] }) == expected else {
                        Issue.record("seed \(seed), leaf \(leaf), \(nationality), \(day)")
                        return
                    }
                }
            }
        }
    }

    @Test func `a fee holds from its first day on, and not the day before`() {
        let before = table.answer(leaf: 0, nationality: FictionalCity.code("AAA"), on: FictionalCity.day("2030-06-30"))
        let after = table.answer(leaf: 0, nationality: FictionalCity.code("AAA"), on: FictionalCity.day("2030-07-01"))
        #expect(before?.fee == FictionalCity.yuan(400))
        #expect(after?.fee == FictionalCity.yuan(800))
    }

    @Test func `the last fee holds for ever`() {
        for leaf in table.leaves.indices {
            let last = table.cells[leaf][0].last?.answer
            #expect(table.answerNumber(leaf: leaf, nationality: FictionalCity.code("BBB"), on: .latest) == last)
        }
    }

    @Test(arguments: ["ZZZ", "AAB", "AAC", "GGH", "AAZ"])
    func `nobody answers for a nationality that is not asked about`(letters: String) {
        let code = FictionalCity.code(letters)
        #expect(table.classNumber(of: code) == nil)
        #expect(table.answer(leaf: 0, nationality: code, on: FictionalCity.askedFrom) == nil)
    }

    @Test(arguments: [-1, 5, Int.max, Int.min])
    func `nobody answers for a path that there is not`(leaf: Int) {
        #expect(table.answer(leaf: leaf, nationality: FictionalCity.code("AAA"), on: FictionalCity.askedFrom) == nil)
    }

    @Test func `the numbers of paths are their places in the order of the questions`() {
        #expect(
            table.leaves.map(\.path) == [
                "moon-permit/issue/under-1-year", "moon-permit/issue/1-to-3-years", "moon-permit/replace",
                "fog-visa/single", "fog-visa/double",
            ]
        )
        for (number, leaf) in table.leaves.enumerated() { #expect(table.number(of: leaf) == number) }
        #expect(table.number(of: Leaf(service: "moon-permit", choices: [])) == nil)
    }

    @Test func `the days of change are each named once, in order`() {
        #expect(table.boundaries == FictionalCity.changes)
    }
}

extension FeeTable {
    /// A table of up to six paths, five classes and four changes, some of them on neighbouring days.
    fileprivate static func random(using random: inout SeededGenerator) -> FeeTable {
        let letters = ["A", "B", "M", "Y", "Z"]
        var codes = letters.flatMap { first in letters.map { FictionalCity.code("\(first)\($0)Q") } }
        codes.shuffle(using: &random)
        let classes = (0..<Int.random(in: 1...5, using: &random)).map { number in
            let members = codes.prefix(Int.random(in: 1...5, using: &random))
            codes.removeFirst(members.count)
            return NationalityClass(group: "group-\(number)", name: nil, nationalities: members.sorted())
        }
        let answers = (0..<Int.random(in: 1...6, using: &random)).map {
            FictionalCity.plain(FictionalCity.yuan(Int64($0)))
        }
        let leaves = (0..<Int.random(in: 1...6, using: &random)).map { Leaf(service: "service-\($0)", choices: []) }
        let cells = leaves.map { _ in
            classes.map { _ in
                let changes = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
                    FictionalCity.askedFrom.adding(days: Int.random(in: 1...12, using: &random))
                }
                return ([FictionalCity.askedFrom] + Set(changes).sorted()).map {
                    Interval(from: $0, answer: Int.random(in: answers.indices, using: &random))
                }
            }
        }
        return FeeTable(items: [:], leaves: leaves, classes: classes, answers: answers, cells: cells)
    }
}
