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

/// What a question about fees comes to: one line for each path and each class of nationalities that is still possible.
public struct FeeQuote: Hashable, Sendable {
    /// One possibility.
    public struct Line: Hashable, Sendable {
        /// The path through the questions.
        public var leaf: Leaf
        /// Whom it is for; nothing where it is the same for everybody.
        public var nationalities: NationalityClass?
        /// The answer.
        public var answer: FeeAnswer
        /// Whether the price is sure enough, by policy, to be shown as likely.
        public var isLikely: Bool
        /// Whether what it rests on is older than policy calls fresh.
        public var isStale: Bool
    }

    /// The question.
    public var question: FeeQuestion
    /// The possibilities, in the order of the questions and then of the classes.
    public var lines: [Line]

    init(_ question: FeeQuestion, from config: CityConfig) {
        self.question = question
        let leaves = config.service(question.service)?.leaves(given: question.choices) ?? []
        self.lines = leaves.flatMap { leaf in
            Self.lines(for: leaf, question, config).map { nationalities, answer in
                Line(
                    leaf: leaf,
                    nationalities: nationalities,
                    answer: answer,
                    isLikely: answer.fee.amount != nil
                        && (answer.provenance.confidence ?? .low) >= config.freshness.priceNeeds,
                    isStale: config.isStale(answer.provenance, class: "fee", on: question.day)
                )
            }
        }
    }

    private static func lines(
        for leaf: Leaf,
        _ question: FeeQuestion,
        _ config: CityConfig
    ) -> [(NationalityClass?, FeeAnswer)] {
        guard let number = config.fees.number(of: leaf) else { return [] }
        if let nationality = question.nationality {
            return config.fees.answer(leaf: number, nationality: nationality, on: question.day).map { [(nil, $0)] } ?? []
        }
        let byClass = config.fees.classes.compactMap { members in
            members.nationalities.first
                .flatMap { config.fees.answer(leaf: number, nationality: $0, on: question.day) }
                .map { (members, $0) }
        }
        // Said once where it is the same for everybody.
        if let first = byClass.first?.1, byClass.allSatisfy({ $0.1 == first }) { return [(nil, first)] }
        return byClass.map { ($0.0, $0.1) }
    }
}
