import CityRegistry
import Vocabulary

/// How far other paths through a service's questions are from one of them.
struct LeafDistances {
    /// How far apart two paths are.
    struct Distance: Comparable {
        /// How many questions are answered otherwise, or asked on one of the paths only.
        let answers: Int
        /// How far apart those answers stand in their lists: 1 for neighbours.
        let steps: Int

        static func < (left: Distance, right: Distance) -> Bool {
            (left.answers, left.steps) < (right.answers, right.steps)
        }
    }

    private let origin: Leaf?
    private let leaves: [Leaf]
    /// Question by question, the answers in the order in which the paths give them.
    private let answers: [String: [String]]

    /// Distances from the first of these leaves.
    init(from origin: LeafSet, in domain: FeeDomain) {
        let first = domain.leaves.indices.first(where: origin.contains).map { domain.leaves[$0] }
        var answers: [String: [String]] = [:]
        for leaf in domain.leaves where leaf.service == first?.service {
            for choice in leaf.choices where answers[choice.question]?.contains(choice.answer) != true {
                answers[choice.question, default: []].append(choice.answer)
            }
        }
        self.origin = first
        self.leaves = domain.leaves
        self.answers = answers
    }

    /// How far the nearest of these leaves is; nothing where there is none.
    func distance(to others: LeafSet) -> Distance? {
        guard let origin else { return nil }
        return leaves.indices.filter(others.contains).map { distance(origin, leaves[$0]) }.min()
    }

    private func distance(_ leaf: Leaf, _ other: Leaf) -> Distance {
        let questions = answers.keys.filter { leaf.answer(to: $0) != other.answer(to: $0) }
        let steps = questions.map { question in
            abs(position(of: question, on: leaf) - position(of: question, on: other))
        }
        return Distance(answers: questions.count, steps: steps.reduce(0, +))
    }

    /// Where the answer stands in its list; before the first where the question is not asked.
    private func position(of question: String, on leaf: Leaf) -> Int {
        leaf.answer(to: question).flatMap { answers[question]?.firstIndex(of: $0) } ?? -1
    }
}
