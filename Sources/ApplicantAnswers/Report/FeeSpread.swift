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

        /// Takes in others of the group who pay the same: all it rests on, and the lesser confidence.
        fileprivate mutating func join(_ codes: [NationalityCode], _ other: FeeAnswer) {
            let all = (group?.nationalities ?? []) + codes
            group?.nationalities = all.sorted()
            let (own, others) = (answer.provenance, other.provenance)
            answer.provenance.confidence = [own.confidence, others.confidence].compactMap { $0 }.min()
            answer.provenance.sources += others.sources.filter { !own.sources.contains($0) }
            answer.provenance.against += others.against.filter { !own.against.contains($0) }
        }
    }

    var leaf: Leaf
    var parts: [Part]

    /// Whether sources disagree on whether those of a part belong to its group, which has another part.
    func isContested(_ part: Part) -> Bool {
        part.answer.provenance.isContested && parts.count { $0.group?.group == part.group?.group } > 1
    }

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
                    // What is contested for some countries is not for all of their group.
                    && parts[$0].answer.provenance.isContested == answer.provenance.isContested
            }
            if let same {
                parts[same].join(members.nationalities, answer)
            } else {
                histories.append(history)
                parts.append(Part(group: members, answer: answer, later: Self.changes(history, days)))
            }
        }
        // What is the same in every group rests on none.
        let anyGroup = histories.map { $0.map(\.?.withoutMembership) }
        if anyGroup.count > 1, anyGroup.allSatisfy({ $0 == anyGroup[0] }) {
            parts = Array(parts.prefix(1))
            parts[0].answer = parts[0].answer.withoutMembership
            parts[0].later = parts[0].later.map { ($0.from, $0.answer.withoutMembership) }
        }
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

extension FeeAnswer {
    fileprivate var withoutMembership: FeeAnswer {
        var answer = self
        answer.membership = nil
        return answer
    }
}
