import CityRegistry
public import CivilTime
import Divisions
public import Vocabulary

/// Everything a fee can be asked for: leaves, nationalities, and days from `asked-from` on.
///
/// All are numbered, so that what a rate matches is a pair of sets.
public struct FeeDomain: Sendable {
    /// The first day that is asked about.
    public let askedFrom: CivilDate
    /// All leaves, service by service.
    public let leaves: [Leaf]
    /// All nationalities that are asked, in order.
    public let nationalities: [NationalityCode]

    /// Whether every question can be asked and every leaf has found a place; where not, nothing can be said about rates.
    let isWhole: Bool
    let everyone: NationalitySet
    private let numbers: [NationalityCode: Int]
    private let services: [String: ServiceLeaves]

    init(settings: Settings, nationalities table: NationalityTable) {
        let notForeign = Set(settings.nationalities.notForeign.map(\.value))
        let asked = table.codes.filter { !notForeign.contains($0) }.prefix(NationalitySet.limit)
        var leaves: [Leaf] = []
        var services: [String: ServiceLeaves] = [:]
        var isWhole = true
        for record in settings.services {
            let own = record.service.leaves(atMost: LeafSet.limit - leaves.count)
            isWhole = isWhole && own != nil && record.isConsistent
            services[record.id.value] = ServiceLeaves(own ?? [], numberedFrom: leaves.count)
            leaves += own ?? []
        }
        self.askedFrom = settings.askedFrom.value
        self.nationalities = Array(asked)
        self.leaves = leaves
        self.isWhole = isWhole
        self.everyone = NationalitySet(first: asked.count)
        self.numbers = Dictionary(asked.enumerated().map { ($1, $0) }) { first, _ in first }
        self.services = services
    }

    /// The number of a nationality, where it is asked.
    public func number(of code: NationalityCode) -> Int? {
        numbers[code]
    }

    /// The leaves of a service; none where there is no such service.
    func leaves(of service: String) -> ServiceLeaves {
        services[service] ?? ServiceLeaves([], numberedFrom: 0)
    }
}

/// The leaves of one service, by the answers given on them.
struct ServiceLeaves: Sendable {
    /// All of them.
    let all: LeafSet
    /// Their numbers, ascending.
    let numbers: Range<Int>
    /// The questions and their answers; so few that walking along them is the quickest way to find one.
    private let byAnswer: [(question: String, answers: [(answer: String, leaves: LeafSet)])]

    init(_ leaves: [Leaf], numberedFrom first: Int) {
        var all = LeafSet()
        var byAnswer: [String: [String: LeafSet]] = [:]
        for (number, leaf) in zip(first..., leaves) {
            all.insert(number)
            for choice in leaf.choices {
                byAnswer[choice.question, default: [:]][choice.answer, default: LeafSet()].insert(number)
            }
        }
        self.all = all
        self.numbers = first..<first + leaves.count
        self.byAnswer = byAnswer.map { question, answers in
            (question: question, answers: answers.map { (answer: $0, leaves: $1) })
        }
    }

    /// The leaves on which every one of these questions was asked and answered so, and whether there is no word among them
    /// that means nothing here.
    func matching(_ conditions: [ConditionRecord]) -> (leaves: LeafSet, isUnderstood: Bool) {
        var found = all
        var isUnderstood = true
        for condition in conditions where condition.question.value != Rate.nationalityQuestion {
            var matching = LeafSet()
            let known = byAnswer.first { $0.question == condition.question.value }?.answers
            for answer in condition.answers {
                if let leaves = known?.first(where: { $0.answer == answer.value })?.leaves {
                    matching = matching.union(leaves)
                } else {
                    isUnderstood = false
                }
            }
            isUnderstood = isUnderstood && known != nil
            found = found.intersection(matching)
        }
        return (found, isUnderstood)
    }
}

extension ServiceRecord {
    /// Whether each question depends on answers to earlier ones only, and on none that do not exist.
    fileprivate var isConsistent: Bool {
        questions.indices.allSatisfy { position in
            questions[position].conditions.allSatisfy { condition in
                let earlier = questions[..<position].first { $0.id.value == condition.question.value }
                let answers = Set(earlier?.answers.map(\.id.value) ?? [])
                return condition.answers.allSatisfy { answers.contains($0.value) }
            }
        }
    }
}

extension Service {
    /// All leaves, or nothing where there are more than `limit`: those are not even counted, for a few questions with many
    /// answers have more leaves than any memory.
    func leaves(atMost limit: Int) -> [Leaf]? {
        var paths: [[Choice]] = [[]]
        for question in questions {
            var longer: [[Choice]] = []
            for path in paths {
                if question.isAsked(after: path) {
                    longer += question.answers.map { path + [Choice(question: question.id, answer: $0.id)] }
                } else {
                    longer.append(path)
                }
                guard longer.count <= limit else { return nil }
            }
            paths = longer
        }
        return paths.count <= limit ? paths.map { Leaf(service: id, choices: $0) } : nil
    }
}
