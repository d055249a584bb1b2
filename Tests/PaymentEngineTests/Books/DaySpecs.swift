import PaymentEngine
import StoreConformance

/// What a day's books are told, step by step, and what must follow.
struct DaySpec: Sendable, CustomStringConvertible {
    /// One input at a moment, with the facts that follow, when the lists are compared next, and perhaps the reply.
    struct Step: Sendable {
        var moment: Moment
        var input: BookDayInput
        var facts: [BookDayFact.Kind]
        var due: Moment?
        var reply: Reply?
    }

    /// What happens then, as a sentence.
    let description: String
    let steps: [Step]

    init(_ description: String, _ steps: [Step]...) {
        self.description = description
        self.steps = steps.flatMap { $0 }
    }

    /// What was expected and did not follow.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs it by these rules, on books that nobody has begun with.
    func run(by rules: Rules = .standard) throws {
        let keeper = BookKeeper(rules: rules)
        var day = BookDay(Self.id)
        for (index, step) in steps.enumerated() {
            let decision = keeper.decide(about: day, step.input, at: step.moment)
            let kinds = decision.facts.map(\.kind)
            guard kinds == step.facts, decision.due == step.due, step.reply == nil || step.reply == decision.reply
            else {
                let what = "\(kinds), due \(String(describing: decision.due)), \(decision.reply)"
                throw Failure(description: "'\(description)', step \(index + 1): \(what)")
            }
            day = decision.day
        }
    }

    static let id = BookDayID("mistport", Sample.day())

    /// When the provider's bill of the day before is out, so many days later.
    static func morning(_ later: Int) -> Moment { Moment(startOf: Sample.day(later)) + .hours(10) }

    private static func at(
        _ moment: Moment,
        _ input: BookDayInput,
        _ facts: [BookDayFact.Kind] = [],
        due: Moment?,
        _ reply: Reply? = nil
    ) -> [Step] {
        [Step(moment: moment, input: input, facts: facts, due: due, reply: reply)]
    }

    static let clean = BookDayComparison(provider: .read(sha256([1])), bureau: .read(sha256([2])))
    static let unsettled = BookDayComparison(provider: .read(sha256([1])), bureau: .read(sha256([2])), unsettled: 1)
    private static let missing = BookDayComparison(provider: .missing, bureau: .read(sha256([2])))
    private static let two = Approval(persons: ["ops-1", "ops-2"], evidence: "ledger 7")

    private static let begun = at(Moment(startOf: Sample.day(1)), .begin, [.dayBegun], due: morning(1), .recorded)
    private static let open = begun + at(morning(1), .compared(unsettled), [.dayCompared], due: morning(2))
    private static let aged = open + at(morning(30), .compared(unsettled), [.dayAged], due: nil)

    static let all: [DaySpec] = [
        DaySpec(
            "books that agree are compared on three mornings, written once, and settled",
            begun,
            at(morning(1), .compared(clean), [.dayCompared], due: morning(2)),
            at(morning(2), .compared(clean), due: morning(3), .nothingToDo),
            at(morning(3), .compared(clean), [.daySettled], due: nil)
        ),
        DaySpec(
            "books that do not agree stay open until they do",
            open,
            at(morning(3), .compared(unsettled), due: morning(4)),
            at(morning(4), .compared(clean), [.dayCompared, .daySettled], due: nil)
        ),
        DaySpec(
            "a list that is not there is asked for again in an hour, and is never an empty one",
            begun,
            at(morning(1), .compared(missing), [.dayCompared], due: morning(1) + .hours(1)),
            at(morning(3), .compared(missing), due: morning(3) + .hours(1))
        ),
        DaySpec(
            "books that have stayed open for a month are people's, who may have them compared again",
            aged,
            at(morning(31), .reopen(two), [.dayReopened], due: morning(32), .recorded),
            at(morning(32), .compared(clean), [.dayCompared, .daySettled], due: nil)
        ),
        DaySpec("people may say why old books disagree", aged, at(morning(31), .accept(two), [.dayAccepted], due: nil)),
        DaySpec("people may say why open books disagree", open, at(morning(1), .accept(two), [.dayAccepted], due: nil)),
        DaySpec(
            "people decide about books with evidence, two of them",
            open,
            at(
                morning(1),
                .accept(Approval(persons: ["ops-1", "ops-2"], evidence: "")),
                due: morning(2),
                .refused(.evidenceMissing)
            ),
            at(
                morning(1),
                .accept(Approval(persons: ["ops-1", "ops-1"], evidence: "ledger 7")),
                due: morning(2),
                .refused(.secondPersonMissing)
            ),
            at(morning(1), .reopen(two), due: morning(2), .refused(.notNow))
        ),
        DaySpec(
            "what comes late for books that are settled changes nothing",
            begun,
            at(morning(3), .compared(clean), [.dayCompared, .daySettled], due: nil),
            at(morning(3), .compared(unsettled), due: nil),
            at(morning(3), .begin, due: nil)
        ),
    ]
}
