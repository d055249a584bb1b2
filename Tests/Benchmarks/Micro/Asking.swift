import ServiceConfig

/// The loops that are measured; each returns a sum, so that no answer can be left out as unused.
enum Asking {
    /// The engine's own look-up, with everything an answer carries.
    @inline(never)
    static func answers(_ questions: [AskedFee], _ tables: [FeeTable]) -> Int {
        var sum = 0
        for question in questions {
            let answer = tables[question.city].answer(
                leaf: question.leaf,
                nationality: question.nationality,
                on: question.day
            )
            sum &+= answer?.provenance.sources.count ?? 1_000_000
        }
        return sum
    }

    /// The same look-up without a copy of the answer.
    @inline(never)
    static func numbers(_ questions: [AskedFee], _ tables: [FeeTable]) -> Int {
        var sum = 0
        for question in questions {
            let number = tables[question.city].answerNumber(
                leaf: question.leaf,
                nationality: question.nationality,
                on: question.day
            )
            sum &+= number ?? 1_000_000
        }
        return sum
    }

    /// The floor: two levels of arrays and nothing else; no nationality is looked up, no day compared.
    @inline(never)
    static func floor(_ questions: [AskedFee], _ numbers: [[[Int32]]]) -> Int {
        var sum = 0
        for question in questions {
            sum &+= Int(numbers[question.city][question.leaf][question.members])
        }
        return sum
    }
}
