public import CivilTime
public import ServiceConfig
public import Vocabulary

/// A question about fees, as far as it has been answered.
public struct FeeQuestion: Hashable, Sendable {
    /// The city's slug.
    public var city: String
    /// The service.
    public var service: String
    /// The answers given so far.
    public var choices: [Choice]
    /// The nationality; nothing where it was not said.
    public var nationality: NationalityCode?
    /// The day.
    public var day: CivilDate

    /// A question.
    public init(city: String, service: String, choices: [Choice], nationality: NationalityCode?, day: CivilDate) {
        self.city = city
        self.service = service
        self.choices = choices
        self.nationality = nationality
        self.day = day
    }
}

/// What a question about fees comes to: one line for each path and each answer that is still possible.
public struct FeeQuote: Hashable, Sendable {
    /// One possibility.
    public struct Line: Hashable, Sendable {
        /// The path through the questions.
        public var leaf: Leaf
        /// Whom it is for, in the group they are in on the day; nothing where it is the same for everybody, or for the
        /// nationality that was asked about.
        public var nationalities: NationalityClass?
        /// The answer.
        ///
        /// Where it stands for several that read alike, its provenance names the sources of all of them.
        public var answer: FeeAnswer
        /// Whether the price is sure enough, by policy, to be shown as likely.
        public var isLikely: Bool
        /// Whether what it rests on is, for anybody it is for, older than policy calls fresh.
        public var isStale: Bool

        /// What it will cost, as far as that is known already, from later days on.
        public var upcoming: [Change]

        /// Whether, for anybody it is for, a source says otherwise.
        public var isContested: Bool { answer.provenance.isContested }
    }

    /// From a day on, another answer.
    public struct Change: Hashable, Sendable {
        /// The first day.
        public var from: CivilDate
        /// What holds from then on.
        public var answer: FeeAnswer

        /// Whether an applicant would be told the same.
        fileprivate func reads(like other: Change) -> Bool {
            from == other.from && answer.fee == other.answer.fee && answer.unit == other.answer.unit
        }
    }

    /// The question.
    public var question: FeeQuestion
    /// The possibilities, in the order of the questions and then of the classes; none where the service, an answer or the
    /// nationality is not known, or the day comes before the first.
    public var lines: [Line]

    init(_ question: FeeQuestion, from config: CityConfig) {
        self.question = question
        let leaves = config.service(question.service)?.leaves(given: question.choices) ?? []
        self.lines = leaves.flatMap { Self.lines(for: $0, question, config) }
    }

    private static func lines(for leaf: Leaf, _ question: FeeQuestion, _ config: CityConfig) -> [Line] {
        guard let number = config.fees.number(of: leaf) else { return [] }
        if let nationality = question.nationality {
            let answer = config.fees.answer(leaf: number, nationality: nationality, on: question.day)
            return answer.map { [Line(number, nil, $0, nationality, question, config)] } ?? []
        }
        let byClass = config.fees.classes.compactMap { members -> Line? in
            guard let first = members.nationalities.first,
                let answer = config.fees.answer(leaf: number, nationality: first, on: question.day)
            else { return nil }
            var members = members
            // On this day they are in the group that the answer rests on, whatever group they are in later.
            members.group = answer.membership?.group ?? members.group
            members.name = answer.membership?.name ?? members.name
            return Line(number, members, answer, first, question, config)
        }
        return joined(byClass)
    }

    /// Says once what reads alike: for all classes of a group, and without naming anybody where it is for everybody.
    private static func joined(_ lines: [Line]) -> [Line] {
        var joined: [Line] = []
        for line in lines {
            if let same = joined.firstIndex(where: { $0.isOfSameGroup(as: line) && $0.reads(like: line) }) {
                joined[same].join(line)
            } else {
                joined.append(line)
            }
        }
        guard var everybody = joined.first, joined.allSatisfy({ $0.reads(like: everybody) }) else {
            return joined
        }
        for line in joined.dropFirst() {
            // What is the same in every group rests on none.
            if line.answer.membership != everybody.answer.membership { everybody.answer.membership = nil }
            everybody.join(line)
        }
        everybody.nationalities = nil
        return [everybody]
    }
}

extension FeeQuote.Line {
    fileprivate init(
        _ leaf: Int,
        _ nationalities: NationalityClass?,
        _ answer: FeeAnswer,
        _ representative: NationalityCode,
        _ question: FeeQuestion,
        _ config: CityConfig
    ) {
        self.leaf = config.fees.leaves[leaf]
        self.nationalities = nationalities
        self.answer = answer
        self.isLikely =
            answer.fee.amount != nil && (answer.provenance.confidence ?? .low) >= config.freshness.priceNeeds
        self.isStale = config.isStale(answer.provenance, class: "fee", on: question.day)
        self.upcoming = config.fees.changes(leaf: leaf, nationality: representative, after: question.day)
            .map { FeeQuote.Change(from: $0.from, answer: $0.answer) }
    }

    /// Whether an applicant would be told the same, today and of the days to come.
    fileprivate func reads(like other: FeeQuote.Line) -> Bool {
        answer.reads(like: other.answer)
            && upcoming.elementsEqual(other.upcoming) { $0.reads(like: $1) }
    }

    fileprivate func isOfSameGroup(as other: FeeQuote.Line) -> Bool {
        nationalities?.group == other.nationalities?.group && nationalities?.name == other.nationalities?.name
    }

    /// Takes in a line that reads alike: everybody it is for, all it rests on, and the worse of the two flags.
    fileprivate mutating func join(_ other: FeeQuote.Line) {
        let codes = (nationalities?.nationalities ?? []) + (other.nationalities?.nationalities ?? [])
        nationalities?.nationalities = codes.sorted()
        let (own, others) = (answer.provenance, other.answer.provenance)
        answer.provenance.sources += others.sources.filter { !own.sources.contains($0) }
        answer.provenance.against += others.against.filter { !own.against.contains($0) }
        isStale = isStale || other.isStale
    }
}

extension FeeAnswer {
    /// Whether an applicant would be told the same, wherever it comes from.
    fileprivate func reads(like other: FeeAnswer) -> Bool {
        fee == other.fee && unit == other.unit && item == other.item && note == other.note && isLocal == other.isLocal
            && restsOnMembership == other.restsOnMembership
            && provenance.confidence == other.provenance.confidence
            // What is contested for some countries is not for all of their group.
            && provenance.isContested == other.provenance.isContested
    }
}
