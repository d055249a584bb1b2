import CivilTime
import FictionalCities
import Money
import PaymentEngine
import ServiceConfig
import StoreConformance
import Testing

struct CaseTests {
    private static let calendar = FictionalCity.full.calendar
    private static let later = Sample.noon + .hours(1)

    /// Ways into every state in which a person is needed, and some in which nobody is.
    private static let ways: [(name: String, steps: [Spec.Step], reasons: [Case.Reason])] = [
        ("nothing", [], []), ("awaiting", Way.awaiting, []), ("paid", Way.paid, []), ("synced", Way.synced, []),
        ("stuck", Way.paid + at(40, .woken(first), [.flagged]), [.syncStuck]),
        ("unattributed", Way.unattributed, [.unattributed]),
        ("refused", Way.paid + at(2, .bureauRead(first, .refusing), [.syncConflict]), [.refusedByBureau]),
        ("refunding", Way.refunding, []), ("refund pending", Way.refundPending, []),
        ("abnormal", Way.abnormal, [.refundAbnormal]), ("rejected", Way.rejected, [.refundRejected]),
        (
            "closed for good",
            Way.renewedThrice
                + at(9, .refundStated(RefundNumber(first, index: 4), .closed, .query), [.refundClosed]),
            [.refundClosed]
        ),
        (
            "at the treasury",
            Way.abnormal + at(5, .decided(first, .handToTreasury(refund), evidence), [.refundHandedToTreasury]),
            [.treasuryPending]
        ),
        (
            "elsewhere",
            Way.refundPending
                + at(4, .refundStated(refund, .succeeded(.otherAccount), .query), [.refundSucceeded, .flagged]),
            [.instrumentMismatch]
        ),
        (
            "two transactions",
            Way.synced + at(5, .stated(first, .paid(Sample.payment("T-9")), .dailyBill), [.flagged]),
            [.secondTransaction]
        ),
        (
            "the bureau's list misses it",
            Way.synced
                + at(
                    5,
                    .compared(first, refund: nil, .bureauMissing, listedOn: nil),
                    [.discrepancyFound, .syncNotShown]
                ),
            [.bureauMissing]
        ),
        (
            "a refund differs",
            Way.synced + at(5, .compared(first, refund: 1, .refundDiffers, listedOn: nil), [.discrepancyFound]),
            [.refundDiffers]
        ),
        (
            "two transactions, compared",
            Way.synced + at(5, .stated(first, .paid(Sample.payment("T-9")), .dailyBill), [.flagged])
                + at(5, .compared(first, refund: nil, .transactionDiffers, listedOn: nil), [.discrepancyFound]),
            [.transactionDiffers]
        ),
        (
            "unreadable", Way.awaiting + at(2, .stated(first, .unreadable, .query), [.flagged, .paymentSuspected]),
            [.unreadableStatement]
        ),
    ]

    private static let decisions: [PersonDecision] =
        [.retrySync, .resolveSync, .reopenSync, .refund(sixteen), .refund(Sample.amount(fen: 1))]
        + Discrepancy.Kind.allCases.flatMap { [.explain($0, nil), .explain($0, refund)] }
        + (1...4).map { RefundNumber(first, index: $0) }.flatMap {
            [.redirectRefund($0), .handToTreasury($0), .settleByHand($0)]
        }

    private func decide(_ dossier: Dossier, _ decision: PersonDecision, _ approval: Approval = evidence) -> Decision {
        Machine().decide(about: dossier, .decided(first, decision, approval), at: Self.later)
    }

    @Test func `a case is there for as long as the log says so, with its reason`() throws {
        for (name, steps, reasons) in Self.ways {
            let cases = try Spec(name, steps).run().cases(by: Self.calendar, at: Self.later)
            #expect(cases.map(\.reason) == reasons, "\(name)")
            #expect(cases.allSatisfy { $0.order == first && $0.persons == 1 && $0.since <= Self.later }, "\(name)")
        }
    }

    @Test func `an action that is offered is an event, and one that is not offered is refused`() throws {
        for (name, steps, _) in Self.ways {
            let dossier = try Spec(name, steps).run()
            guard let order = dossier.order(first) else { continue }
            let offered = dossier.actions(on: order, at: Self.later)
            for decision in Self.decisions {
                let result = decide(dossier, decision)
                if offered.contains(decision) {
                    #expect(result.reply == .recorded, "\(name): \(decision)")
                    #expect(!result.events.isEmpty, "\(name): \(decision)")
                } else if decision != .refund(Sample.amount(fen: 1)) {
                    // A part can be given back wherever the rest can.
                    #expect(result.events.isEmpty, "\(name): \(decision)")
                    guard case .refused = result.reply else {
                        Issue.record("\(name): \(decision) is not offered and not refused")
                        continue
                    }
                }
            }
        }
    }

    @Test func `whatever waits for a person offers an action, and the last one ends the order`() throws {
        let waiting: [Case.Reason] = [
            .refundAbnormal, .refundRejected, .refundClosed, .refusedByBureau, .unattributed, .syncStuck,
            .treasuryPending,
        ]
        for (name, steps, reasons) in Self.ways where reasons.contains(where: waiting.contains) {
            let dossier = try Spec(name, steps).run()
            let found = try #require(dossier.cases(by: Self.calendar, at: Self.later).first)
            #expect(!found.actions.isEmpty, "\(name)")
            let last = found.refund.map { PersonDecision.settleByHand($0) } ?? .resolveSync
            #expect(found.actions.contains(last), "\(name)")
            let after = decide(dossier, last).dossier
            #expect(after.cases(by: Self.calendar, at: Self.later).isEmpty, "\(name)")
            #expect(after.order(first)?.isFinished == true, "\(name)")
        }
    }

    @Test func `large sums take two persons, and the case says so`() throws {
        let large: Int64 = 200_000
        let steps =
            at(0, .open(Sample.terms(fen: large)), [.orderCreated])
            + at(0, .submit(first, cityTakesPayments: true), [.submitIntended])
            + at(0, .placed(first, .accepted(Sample.prepay())), [.providerAccepted])
            + at(1, .stated(first, .paid(Sample.payment(fen: large)), .query), [.paidConfirmed, .syncDue])
            + at(2, .bureauRead(first, .paid(nil)), [.flagged, .syncConflict])
        let dossier = try Spec("large", steps).run()
        let found = try #require(dossier.cases(by: Self.calendar, at: Self.later).first)
        #expect(found.persons == 2)
        for action in found.actions {
            #expect(decide(dossier, action).reply == .refused(.secondPersonMissing))
            let same = Approval(persons: ["ops-1", "ops-1"], evidence: "ledger 7")
            #expect(decide(dossier, action, same).reply == .refused(.secondPersonMissing))
            let two = Approval(persons: ["ops-1", "ops-2"], evidence: "ledger 7")
            #expect(decide(dossier, action, two).reply == .recorded)
            let empty = Approval(persons: ["ops-1", "ops-2"], evidence: "")
            #expect(decide(dossier, action, empty).reply == .refused(.evidenceMissing))
        }
    }

    @Test func `the treasury has thirty working days, and is overdue from the next day on`() throws {
        let steps = Way.abnormal + at(5, .decided(first, .handToTreasury(refund), evidence), [.refundHandedToTreasury])
        let dossier = try Spec("treasury", steps).run()
        let order = try #require(dossier.order(first))
        let last = try Self.calendar.adding(workingDays: 30, to: Sample.noon.day).get()
        #expect(order.outlook(for: refund, by: Self.calendar) == .treasury(by: last))
        let end = Moment(startOf: last) + .hours(24)
        #expect(dossier.cases(by: Self.calendar, at: end + .milliseconds(-1)).map(\.reason) == [.treasuryPending])
        #expect(dossier.cases(by: Self.calendar, at: end).map(\.reason) == [.treasuryOverdue])

        let unpublished = WorkingDayCalendar(publishedYears: [], exceptions: [:])
        #expect(order.outlook(for: refund, by: unpublished) == .treasuryUncounted(year: 2030))
        #expect(dossier.cases(by: unpublished, at: end).map(\.reason) == [.treasuryPending])
    }

    @Test func `a refund has an outlook at every stage`() throws {
        let next = Sample.noon + .hours(24)
        let outlooks: [([Spec.Step], RefundOutlook)] = [
            (Way.refunding, .sameDay), (Way.refundPending, .sameDay),
            (Way.abnormal, .needsPerson(since: Sample.noon + .minutes(4))),
            (Way.rejected, .needsPerson(since: Sample.noon + .minutes(3))),
            (Way.renewedThrice, .replaced),
            (
                Way.abnormal + at(5, .decided(first, .redirectRefund(refund), evidence), [.refundRedirected]),
                .throughProvider
            ),
            (
                Way.refundPending
                    + at(4, .refundStated(refund, .succeeded(.original), .query), [.refundSucceeded]),
                .arrived(since: Sample.noon + .minutes(4))
            ),
            (
                Way.abnormal + at(5, .decided(first, .settleByHand(refund), evidence), [.refundSettledByHand]),
                .arrived(since: Sample.noon + .minutes(5))
            ),
            (
                Way.synced + at(60 * 24, .decided(first, .refund(sixteen), evidence), [.refundRequested]),
                .throughProvider
            ),
        ]
        for (steps, outlook) in outlooks {
            let order = try #require(try Spec("outlook", steps).run().order(first))
            #expect(order.outlook(for: refund, by: Self.calendar) == outlook)
            #expect(!outlook.isOverdue(on: next.day))
        }
    }
}
