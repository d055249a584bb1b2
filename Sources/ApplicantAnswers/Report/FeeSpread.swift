import CivilTime
import ServiceConfig
import Vocabulary

/// One path's fee, or one for each group of nationalities, from a day on.
struct FeeSpread {
    /// What it costs for some, and what it will cost from later days on.
    struct Part {
        /// For whom; nothing where it is for everybody.
        var group: NationalityClass?
        var answer: FeeAnswer
        var later: [(from: CivilDate, answer: FeeAnswer)]
    }

    var leaf: Leaf
    var parts: [Part]

    /// Whether everybody pays the same.
    var isSameForEverybody: Bool { parts.count == 1 && parts[0].group == nil }

    /// What a path costs from a day on; classes of one group that always pay the same are told together.
    init(_ leaf: Int, in table: FeeTable, from day: CivilDate) {
        self.leaf = table.leaves[leaf]
        let days = [day] + table.boundaries.filter { $0 > day }
        var histories: [[FeeAnswer?]] = []
        var parts: [Part] = []
        for members in table.classes {
            guard let code = members.nationalities.first else { continue }
            let history = days.map { table.answer(leaf: leaf, nationality: code, on: $0) }
            guard let answer = history.first ?? nil else { continue }
            let same = parts.indices.first {
                parts[$0].group?.group == members.group && histories[$0].map(\.?.fee) == history.map(\.?.fee)
            }
            if let same {
                parts[same].group?.nationalities += members.nationalities
            } else {
                histories.append(history)
                parts.append(Part(group: members, answer: answer, later: Self.changes(history, days)))
            }
        }
        if let first = histories.first, histories.allSatisfy({ $0 == first }) { parts = Array(parts.prefix(1)) }
        if parts.count == 1 { parts[0].group = nil }
        self.parts = parts
    }

    private static func changes(_ history: [FeeAnswer?], _ days: [CivilDate]) -> [(from: CivilDate, answer: FeeAnswer)]
    {
        zip(days, history).enumerated().dropFirst().compactMap { index, now in
            guard let answer = now.1, answer.fee != history[index - 1]?.fee else { return nil }
            return (now.0, answer)
        }
    }
}
