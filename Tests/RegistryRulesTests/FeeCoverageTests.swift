import CityRegistry
import CivilTime
import Diagnostics
import Divisions
import Testing
import Vocabulary

import RegistryExamples
@testable import RegistryRules

struct FeeCoverageTests {
    /// A random schedule, its proof of coverage, and every cell that matters, asked one by one.
    private struct Case {
        let schedule: Schedule
        let domain: FeeDomain
        let coverage: FeeCoverage
        let days: [CivilDate]

        init(seed: UInt64) throws {
            var random = RandomSchedule(seed: seed)
            let source = SourceFile(path: "fees/national.yaml", bytes: Array(random.yaml().utf8))
            let reading = FileReading(source, as: FileID(index: 0))
            try #require(reading.diagnostics == [])
            guard case .schedule(let schedule) = reading.content else { throw NoSchedule() }
            let table = "code,alpha2,en\n" + RandomSchedule.codes.map { "\($0),,\($0)\n" }.joined()
            let domain = FeeDomain(
                settings: try Self.settings(),
                nationalities: try NationalityTable(csv: Array(table.utf8))
            )
            let memberships = Memberships(groups: schedule.groups, in: domain)
            self.schedule = schedule
            self.domain = domain
            self.coverage = FeeCoverage(schedule.tables, memberships, in: domain)
            // Each day on which something may change, its neighbours, and a day far ahead.
            self.days = (RandomSchedule.days + ["2099-01-01"]).compactMap { CivilDate($0) }
                .flatMap { [$0.previous, $0, $0.next].compactMap(\.self) }
                .filter { $0 >= domain.askedFrom }
        }

        private static func settings() throws -> Settings {
            let catalog = try ExampleRegistry().catalog
            for id in catalog.ids {
                if case .settings(let settings) = FileReading(catalog[id], as: id).content { return settings }
            }
            throw NoSchedule()
        }

        struct NoSchedule: Error {}

        /// The rates of a service that match, found without any set.
        func matching(_ leaf: Leaf, _ code: NationalityCode, _ day: CivilDate) -> [Rate] {
            schedule.tables.filter { $0.service.value == leaf.service }.flatMap(\.rates).filter { rate in
                guard rate.fee.value(on: day) != nil else { return false }
                return rate.conditions.allSatisfy { condition in
                    let words = condition.answers.map(\.value)
                    if condition.question.value == "nationality" {
                        return words.contains { isMeant(code, by: $0, on: day) }
                    }
                    return leaf.answer(to: condition.question.value).map(words.contains) ?? false
                }
            }
        }

        private func isMeant(_ code: NationalityCode, by word: String, on day: CivilDate) -> Bool {
            guard let group = schedule.groups.first(where: { $0.id.value == word }) else {
                return code.description == word
            }
            if case .records = group.members { return isListed(code, in: group, on: day) }
            return !schedule.groups.contains { isListed(code, in: $0, on: day) }
        }

        private func isListed(_ code: NationalityCode, in group: NationalityGroup, on day: CivilDate) -> Bool {
            guard case .records(let records) = group.members else { return false }
            return records.contains { record in
                record.codes.value(on: day)?.contains { $0.value == code } == true
            }
        }

        /// Whether a box holds a cell.
        func holds(_ box: FeeBox, _ leaf: Int, _ nationality: Int, _ day: CivilDate) -> Bool {
            box.leaves.contains(leaf) && box.nationalities.contains(nationality) && box.days.contains(day)
        }
    }

    @Test func `gaps and overlaps are exactly those that asking for every cell finds`() throws {
        var cells = 0
        var gaps = 0
        var overlaps = 0
        for seed in 1...300 as ClosedRange<UInt64> {
            let random = try Case(seed: seed)
            let boxes = ["residence-permit", "stay-permit"].flatMap { random.coverage.gaps(of: $0) }
            let pairs = random.coverage.tables.flatMap { table in
                random.coverage.overlaps(in: table).map { overlap in
                    (boxes: overlap.boxes, rates: [overlap.first, overlap.second].map { table.table.rates[$0].range })
                }
            }
            for (number, leaf) in random.domain.leaves.enumerated() {
                for (person, code) in random.domain.nationalities.enumerated() {
                    for day in random.days {
                        let rates = random.matching(leaf, code, day)
                        cells += 1
                        gaps += rates.isEmpty ? 1 : 0
                        overlaps += rates.count > 1 ? 1 : 0
                        let isGap = boxes.contains { random.holds($0, number, person, day) }
                        #expect(isGap == rates.isEmpty, "\(leaf.path) \(code) \(day), seed \(seed)")
                        let found = pairs.filter { pair in
                            pair.boxes.contains { random.holds($0, number, person, day) }
                        }
                        #expect(
                            found.count == rates.count * (rates.count - 1) / 2,
                            "\(leaf.path) \(code) \(day), \(seed)"
                        )
                        for pair in found {
                            #expect(pair.rates.allSatisfy { place in rates.contains { $0.range == place } })
                        }
                    }
                }
            }
        }
        print("\(cells) cells agree: \(gaps) without a rate, \(overlaps) with several")
        #expect(gaps > 1000 && overlaps > 1000 && cells > gaps + overlaps)
    }

    @Test func `no box of a gap could be larger in days, in leaves or in nationalities`() throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            let random = try Case(seed: seed)
            for service in ["residence-permit", "stay-permit"] {
                let boxes = random.coverage.gaps(of: service)
                let isGap = { (leaf: Int, person: Int, day: CivilDate) in
                    boxes.contains { random.holds($0, leaf, person, day) }
                }
                let leaves = Array(random.domain.leaves(of: service).numbers)
                for box in boxes {
                    let days = random.days.filter(box.days.contains)
                    let people = random.domain.nationalities.indices.filter(box.nationalities.contains)
                    for leaf in leaves where !box.leaves.contains(leaf) {
                        #expect(!people.allSatisfy { person in days.allSatisfy { isGap(leaf, person, $0) } })
                    }
                    for person in random.domain.nationalities.indices where !people.contains(person) {
                        let own = leaves.filter(box.leaves.contains)
                        #expect(!own.allSatisfy { leaf in days.allSatisfy { isGap(leaf, person, $0) } })
                    }
                    let before = box.days.start.previous.flatMap { $0 < random.domain.askedFrom ? nil : $0 }
                    for day in [before, box.days.end].compactMap(\.self) {
                        let own = leaves.filter(box.leaves.contains)
                        #expect(!own.allSatisfy { leaf in people.allSatisfy { isGap(leaf, $0, day) } })
                    }
                }
            }
        }
    }

    @Test func `more paths than can be numbered are given up before they are counted`() {
        let questions = (1...40).map { number in
            Question(
                id: "q-\(number)",
                conditions: [],
                answers: (1...10).map { Question.Answer(id: "a-\($0)", name: LocalizedText("a", "答")) }
            )
        }
        let service = Service(id: "endless", name: LocalizedText("endless", "无尽"), questions: questions)
        #expect(service.leaves(atMost: LeafSet.limit) == nil)
    }

    @Test func `a service within the limit has the leaves that its questions give`() throws {
        for service in try Self.realServices() {
            #expect(service.leaves(atMost: LeafSet.limit) == service.leaves)
        }
    }

    private static func realServices() throws -> [Service] {
        let catalog = try RepositoryFiles.registry("cities")
        for id in catalog.ids {
            if case .settings(let settings) = FileReading(catalog[id], as: id).content {
                return settings.services.map(\.service)
            }
        }
        return []
    }
}
