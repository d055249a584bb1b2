import CivilTime
import Crypto
import FictionalCities
import Rollout
import SeededRandomness
import ServiceConfig
import Vocabulary

/// SHA-256 by a library of its own.
let sha256: SHA256Function = { ServiceConfig.Digest(bytes: SHA256.hash(data: $0)) }

/// Contents of fictional cities, and plans between them.
enum Contents {
    /// The city with everything under another name.
    static func city(_ number: Int, _ change: (inout CityConfig) -> Void = { _ in }) -> CityConfig {
        var config = FictionalCity.full
        config.place = Place(
            slug: "mistport-\(number)",
            division: "00010\(number)",
            name: LocalizedText("Mistport \(number)", "雾港\(number)"),
            provinceCode: "000000",
            province: config.place.province
        )
        change(&config)
        return config
    }

    /// One side of a plan, with every config on it.
    static func side(_ cities: [CityConfig]) -> PlanSide {
        var digests: [String: ServiceConfig.Digest] = [:]
        var configs: [String: CityConfig] = [:]
        for city in cities {
            digests[city.place.slug] = sha256(city.canonicalBytes)
            configs[city.place.slug] = city
        }
        let content = sha256(digests.keys.sorted().flatMap { Array((digests[$0]?.description ?? "").utf8) })
        return PlanSide(content: content, registry: content, cities: Set(digests.keys), configs: configs)
    }

    /// What changes from some cities to others.
    static func plan(
        _ old: [CityConfig],
        _ new: [CityConfig],
        on day: String = "2029-12-01"
    ) -> (plan: Plan, words: PlanWords) {
        let (before, after) = (side(old), side(new))
        let sample = new.first ?? FictionalCity.full
        let plan = Plan(
            from: before,
            to: after,
            on: FictionalCity.day(day),
            answerCount: new.count * sample.fees.leaves.count * sample.fees.nationalities.count
        )
        return (plan, PlanWords(plan, from: before, to: after) { LocalizedText("the \($0)", "\($0)国") })
    }

    /// The sentences of a plan.
    static func sentences(_ plan: (plan: Plan, words: PlanWords), _ language: Language = .english) -> [String] {
        plan.plan.changes.map { plan.words.sentence(for: $0).text(in: language) }
    }
}

extension FeeTable {
    /// The table with other answers in some of its cells.
    func changed(_ change: (inout [FeeAnswer], inout [[[Interval]]]) -> Void) -> FeeTable {
        var (answers, cells) = (self.answers, self.cells)
        change(&answers, &cells)
        return FeeTable(items: items, leaves: leaves, classes: classes, answers: answers, cells: cells)
    }

    /// The table with random answers on random days, for nationalities in random classes.
    func random(_ generator: inout SeededGenerator) -> FeeTable {
        var groups = [[NationalityCode]](repeating: [], count: Int.random(in: 1...4, using: &generator))
        for code in nationalities { groups[Int.random(in: groups.indices, using: &generator)].append(code) }
        let classes = groups.filter { !$0.isEmpty }.map { NationalityClass(group: nil, name: nil, nationalities: $0) }
        let days = ["2030-01-01", "2030-07-01", "2031-01-01", "2032-02-29"].map(FictionalCity.day)
        let cells = leaves.map { _ in
            classes.map { _ -> [Interval] in
                var intervals: [Interval] = []
                for (number, day) in days.enumerated() where number == 0 || Bool.random(using: &generator) {
                    let answer = Int.random(in: 0..<min(3, answers.count), using: &generator)
                    if intervals.last?.answer != answer { intervals.append(Interval(from: day, answer: answer)) }
                }
                return intervals
            }
        }
        return FeeTable(items: items, leaves: leaves, classes: classes, answers: answers, cells: cells)
    }
}
