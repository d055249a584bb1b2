import PaymentEngine
import StoreConformance
import Testing

struct BookDayTests {
    @Test(arguments: DaySpec.all)
    func `a day's books do what they are specified to do`(spec: DaySpec) throws {
        try spec.run()
    }

    @Test func `what the log writes of any fact of a day's books it reads back`() throws {
        let refund = RefundNumber(first, index: 2)
        var comparison = BookDayComparison(provider: .unsound("it has 2 entries and says 3"), bureau: .missing)
        comparison.totals.provider = Reconciliation.Sum(count: 3, fen: 48_000)
        comparison.totals.logRefunds = Reconciliation.Sum(count: 1, fen: 16_000)
        comparison.unsettled = 2
        comparison.strays = [
            BookDayComparison.Stray(subject: .payment(first), outcome: .bureauExtra),
            BookDayComparison.Stray(subject: .refund(refund), outcome: .refundDiffers),
        ]
        let facts: [BookDayFact] = [
            .dayBegun, .dayCompared(comparison), .dayCompared(DaySpec.clean), .daySettled, .dayAged,
            .dayReopened(evidence), .dayAccepted(evidence),
        ]
        #expect(Set(facts.map(\.kind)) == Set(BookDayFact.Kind.allCases))
        for fact in facts {
            let record = BookDayRecord(sequence: 3, at: Sample.noon, fact: fact, digest: sha256([]))
            #expect(try BookDayRecord(canonical: record.canonicalBytes, digest: record.digest) == record)
        }
    }

    @Test func `a day's books are named so that the name reads back`() {
        #expect(BookDayID(DaySpec.id.description) == DaySpec.id)
        #expect(BookDayID("mistport") == nil)
        #expect(BookDayID(" 2030-01-01") == nil)
        #expect(BookDayID("mistport 2030-02-30") == nil)
    }

    @Test func `a provider with another time is asked at that time`() {
        var rules = Rules.standard
        rules.billMinutes["fogtown"] = 6 * 60
        let day = Sample.day()
        #expect(rules.billIsOut(of: day, in: "mistport") == DaySpec.morning(1))
        #expect(rules.billIsOut(of: day, in: "fogtown") == DaySpec.morning(1) + .hours(-4))
    }
}
