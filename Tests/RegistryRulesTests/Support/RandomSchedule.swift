import SeededRandomness
import CityRegistry
import CivilTime
import Diagnostics

/// A schedule with rates and memberships thrown together at random: full of gaps and overlaps.
struct RandomSchedule {
    /// The days on which anything may change; two of them lie before the first day that is asked about.
    static let days = ["2025-12-31", "2026-01-01", "2026-03-01", "2026-03-02", "2027-01-01"]
    /// The codes of a world of five nationalities.
    static let codes = ["AAA", "BBB", "CCC", "DDD", "EEE"]

    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// The file's text.
    mutating func yaml() -> String {
        """
        schedule: national
        name: {en: random, zh: 随机}
        nationality-groups:
          first:
            name: {en: first, zh: 一}
            members: [\(member()), \(member())]
          second:
            name: {en: second, zh: 二}
            members: [\(member())]
          others:
            name: {en: others, zh: 其他}
            members: everyone-else
        items: {}
        rates:
          residence-permit:
            item: unknown
            rates: [\(rates(answers: true))]
          stay-permit:
            item: unknown
            rates: [\(rates(answers: false))]
        sources: {}
        """
    }

    private mutating func member() -> String {
        "{codes: \(timeline { "[\($0.some(of: Self.codes))]" })}"
    }

    private mutating func rates(answers: Bool) -> String {
        let count = Int.random(in: 1...5, using: &generator)
        return (0..<count).map { _ in rate(answers: answers) }.joined(separator: ", ")
    }

    private mutating func rate(answers: Bool) -> String {
        var conditions: [String] = []
        if answers, chance(2) { conditions.append("action: [\(some(of: ["issue", "change"]))]") }
        if answers, chance(3) { conditions.append("validity: [\(some(of: ["under-1-year", "1-to-3-years"]))]") }
        if chance(2) {
            conditions.append("nationality: [\(some(of: ["first", "second", "others", "AAA", "DDD"]))]")
        }
        let when = conditions.isEmpty ? "" : "when: {\(conditions.joined(separator: ", "))}, "
        return "{\(when)fee: \(timeline { "\(Int.random(in: 1...9, using: &$0.generator))00" })}"
    }

    /// One value, or several from some of the days on.
    private mutating func timeline(_ value: (inout RandomSchedule) -> String) -> String {
        guard chance(2) else { return value(&self) }
        let chosen = Self.days.filter { _ in chance(3) }
        let undated = chosen.isEmpty || chance(2) ? ["undated: \(value(&self))"] : []
        let dated = chosen.map { "\($0): \(value(&self))" }
        return "{\((undated + dated).joined(separator: ", "))}"
    }

    /// At least one of the words.
    private mutating func some(of words: [String]) -> String {
        let chosen = words.filter { _ in chance(2) }
        return chosen.isEmpty ? words[Int.random(in: words.indices, using: &generator)] : chosen.joined(separator: ", ")
    }

    private mutating func chance(_ of: Int) -> Bool {
        Int.random(in: 0..<of, using: &generator) == 0
    }
}
