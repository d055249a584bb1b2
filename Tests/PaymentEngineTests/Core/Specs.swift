import Money
import PaymentEngine
import StoreConformance

private let card = Payment(
    transaction: TransactionID("T-1"),
    amount: sixteen,
    instrument: "DEBIT",
    succeededAt: Sample.noon
)

extension Spec {
    /// Everything the machine is specified by.
    static let all = taking + bills + twoPayments + showing + deciding + refunding + comparing

    static let taking: [Spec] = [
        Spec("a payment is opened, submitted, paid, told to the bureau and read back", Way.synced),
        Spec(
            "an order that nobody submits is given up after half an hour",
            Way.created,
            at(29, .woken(first)),
            at(30, .woken(first), [.orderAbandoned])
        ),
        Spec("the payer may drop an order before submitting it", Way.created, at(1, .cancel(first), [.orderAbandoned])),
        Spec(
            "a payment of an order that a failing disk has forgotten to be submitted is a payment",
            Way.created,
            at(5, .stated(first, .paid(counter()), .query), [.paidConfirmed, .syncDue])
        ),
        Spec(
            "submitting twice calls the provider once",
            Way.submitted,
            at(1, .submit(first, cityTakesPayments: true), [], .resumed(first))
        ),
        Spec(
            "an order that is refused for good is closed",
            Way.submitted,
            at(1, .placed(first, .rejected), [.closeIntended])
        ),
        Spec(
            "a lost answer to a new order changes nothing: it is unknown, not failed",
            Way.submitted,
            at(1, .placed(first, .unknown)),
            at(2, .stated(first, .unknown, .query)),
            at(3, .stated(first, .notFound, .query))
        ),
        Spec(
            "a payment is believed before the provider's first answer was heard",
            Way.submitted,
            at(1, .stated(first, .paid(counter()), .notification), [.paidConfirmed, .syncDue])
        ),
        Spec(
            "NOTPAY is not believed at once when somebody says that it may be paid",
            Way.unconfirmed,
            at(5, .stated(first, .notPaid, .query)),
            at(6, .stated(first, .notPaid, .query), [.paymentRuledOut])
        ),
        Spec(
            "a query without an answer raises suspicion",
            Way.awaiting,
            at(1, .stated(first, .unknown, .query), [.paymentSuspected])
        ),
        Spec(
            "a payer at it raises suspicion",
            Way.awaiting,
            at(1, .stated(first, .paying, .query), [.paymentSuspected])
        ),
        Spec(
            "no timer ends a suspicion",
            Way.unconfirmed,
            at(9999, .woken(first)),
            at(9999, .stated(first, .unknown, .query))
        ),
        Spec(
            "a suspected payment that is proven is a payment",
            Way.unconfirmed,
            at(2, .stated(first, .paid(counter()), .query), [.paidConfirmed, .syncDue])
        ),
        Spec("a suspected order can be ended", Way.unconfirmed, at(2, .cancel(first), [.closeIntended])),
        Spec(
            "an order can be paid until its time is over, and is then closed",
            Way.awaiting,
            at(14, .woken(first)),
            at(15, .woken(first), [.closeIntended])
        ),
        Spec(
            "an order that the provider has closed is closed",
            Way.awaiting,
            at(3, .stated(first, .closed, .query), [.closeIntended])
        ),
        Spec("NOTPAY does not prove that an order is closed", Way.closing, at(99, .stated(first, .notPaid, .query))),
        Spec(
            "an order the provider does not know may still be on its way there",
            Way.closing,
            at(10, .stated(first, .notFound, .query)),
            at(11, .stated(first, .notFound, .query), [.closedConfirmed])
        ),
        Spec(
            "a payment beats closing",
            Way.closing,
            at(2, .stated(first, .paid(counter()), .query), [.paidConfirmed, .syncDue])
        ),
        Spec(
            "a closed order is looked at once more when its day's bill is out",
            Way.closed,
            at(62, .stated(first, .closed, .query)),
            at(63, .stated(first, .notPaid, .query)),
            at(2 + 36 * 60, .stated(first, .closed, .query), [.laidToRest])
        ),
        Spec(
            "an order that was never sent is laid to rest too",
            Way.closed,
            at(9999, .stated(first, .notFound, .query), [.laidToRest])
        ),
        Spec(
            "a payment that lands after the close is shown all the same",
            Way.closed,
            at(5, .stated(first, .paid(counter()), .query), [.paidConfirmed, .flagged, .syncDue])
        ),
        Spec(
            "the same payment, told again, changes nothing",
            Way.synced,
            at(9, .stated(first, .paid(counter()), .dailyBill))
        ),
        Spec(
            "another transaction of a paid order is put before people",
            Way.paid,
            at(9, .stated(first, .paid(counter(0, "T-9")), .query), [.flagged])
        ),
        Spec(
            "a payment of another amount goes back, and the bureau never hears of it",
            Way.awaiting,
            at(
                1,
                .stated(first, .paid(Sample.payment(fen: 15_999)), .query),
                [.paidConfirmed, .flagged, .syncConflict, .refundRequested]
            )
        ),
        Spec(
            "a statement in another currency is put before people and taken for a suspicion",
            Way.awaiting,
            at(1, .stated(first, .unreadable, .query), [.flagged, .paymentSuspected])
        ),
        Spec("there is no such order", Way.created, at(1, .cancel(second), [], .refused(.noSuchOrder))),
    ]

    static let bills: [Spec] = [
        Spec(
            "a second device gets the order that is under way",
            Way.awaiting,
            at(1, .open(Sample.terms()), [], .resumed(first))
        ),
        Spec(
            "a bill that has changed is paid anew only after the old order is proven closed",
            Way.awaiting,
            at(1, .open(Sample.terms(fen: 20_000)), [.flagged, .closeIntended], .refused(.earlierOrderClosing)),
            at(2, .open(Sample.terms(fen: 20_000)), [], .refused(.earlierOrderClosing)),
            at(3, .stated(first, .closed, .query), [.closedConfirmed]),
            at(4, .open(Sample.terms(fen: 20_000)), [.orderCreated], .opened(second))
        ),
        Spec("a paid bill is not paid again", Way.paid, at(2, .open(Sample.terms()), [], .refused(.alreadyPaid))),
        Spec("a bill of nothing is not paid", at(0, .open(Sample.terms(fen: 0)), [], .refused(.nothingToPay))),
        Spec(
            "a city that is switched off takes no new payment",
            Way.created,
            at(
                1,
                .submit(first, cityTakesPayments: false),
                [.flagged, .orderAbandoned],
                .refused(.cityTakesNoPayments)
            )
        ),
        Spec(
            "switching a city off ends what is not paid",
            Way.awaiting,
            at(1, .cityClosed, [.flagged, .closeIntended])
        ),
        Spec(
            "switching a city off does not touch what is paid",
            Way.paid,
            at(2, .cityClosed),
            at(2, .bureauRead(first, .unpaid(sixteen)), [.syncIntended])
        ),
        Spec(
            "an order ends when its bill changes or is paid elsewhere",
            Way.awaiting,
            at(1, .bureauRead(first, .unpaid(sixteen))),
            at(2, .bureauRead(first, .unpaid(Sample.amount(fen: 1))), [.flagged, .closeIntended])
        ),
        Spec(
            "an order ends when the counter takes its money",
            Way.awaiting,
            at(1, .bureauRead(first, .paid(nil)), [.flagged, .closeIntended])
        ),
    ]

    static let twoPayments: [Spec] = [
        Spec(
            "of two payments the later one goes back in the commit that sees it",
            Way.secondPaid,
            at(
                5,
                .stated(first, .paid(counter(5)), .query),
                [.paidConfirmed, .flagged, .flagged, .flagged, .syncConflict, .refundRequested]
            )
        ),
        Spec(
            "of two payments the earlier one is kept while the bureau has heard of neither",
            Way.secondPaid,
            at(
                5,
                .stated(first, .paid(counter(-1)), .query),
                [.paidConfirmed, .flagged, .flagged, .flagged, .syncConflict, .refundRequested, .syncDue]
            )
        ),
        Spec(
            "a payment the bureau may have heard of is kept, even if it is the later one",
            Way.secondPaid,
            at(4, .bureauRead(second, .unpaid(sixteen)), [.syncIntended]),
            at(
                5,
                .stated(first, .paid(counter(-1)), .query),
                [.paidConfirmed, .flagged, .flagged, .flagged, .syncConflict, .refundRequested]
            )
        ),
        Spec(
            "a late payment of an old order ends the new one",
            Way.secondAwaiting,
            at(5, .stated(first, .paid(counter()), .query), [.paidConfirmed, .flagged, .closeIntended, .syncDue])
        ),
        Spec(
            "a payment the log does not know is taken over under its number",
            at(
                0,
                .adopt(second, Sample.terms(), counter()),
                [.orderCreated, .orderCreated, .flagged, .paidConfirmed, .orderAbandoned, .syncDue]
            )
        ),
    ]

    static let showing: [Spec] = [
        Spec(
            "a bureau that shows it already need not be told",
            Way.paid,
            at(2, .bureauRead(first, .paid(TransactionID("T-1"))), [.syncReadBack])
        ),
        Spec("a payment at the counter sends ours back", Way.refunding),
        Spec(
            "a payment at the counter that shows only after ours was sent sends ours back",
            Way.sent,
            at(3, .bureauRead(first, .paid(TransactionID("counter"))), [.flagged, .syncConflict, .refundRequested])
        ),
        Spec("a payment the bureau shows without saying whose is put before people", Way.unattributed),
        Spec(
            "the bureau is never told of another amount than it asks",
            Way.paid,
            at(2, .bureauRead(first, .unpaid(Sample.amount(fen: 20_000))), [.flagged, .syncConflict, .refundRequested])
        ),
        Spec(
            "what was sent may take a while to show, and is then sent again",
            Way.sent,
            at(10, .bureauRead(first, .unpaid(sixteen))),
            at(11, .bureauRead(first, .unpaid(sixteen)), [.syncNotShown]),
            at(11, .bureauRead(first, .unpaid(sixteen)), [.syncIntended]),
            at(30, .bureauRead(first, .unpaid(sixteen))),
            at(31, .bureauRead(first, .unpaid(sixteen)), [.syncNotShown])
        ),
        Spec(
            "a bill that is gone for long sends the money back",
            Way.paid,
            at(120, .bureauRead(first, .gone)),
            at(121, .bureauRead(first, .gone), [.syncConflict, .refundRequested])
        ),
        Spec(
            "a payment the bureau refuses is put before people",
            Way.sent,
            at(3, .bureauRead(first, .refusing), [.syncConflict])
        ),
        Spec(
            "a payment not shown for long is put before people once, and tried on",
            Way.sent,
            at(15, .woken(first)),
            at(16, .woken(first), [.flagged]),
            at(17, .woken(first)),
            at(99, .bureauRead(first, .paid(TransactionID("T-1"))), [.syncReadBack])
        ),
        Spec("a bureau that does not answer changes nothing", Way.sent, at(99, .bureauRead(first, .unknown))),
        Spec(
            "a conflict nobody has decided ends when the bureau shows ours",
            Way.unattributed,
            at(9, .bureauRead(first, .paid(TransactionID("T-1"))), [.syncReadBack])
        ),
        Spec(
            "what is on its way back is not shown as paid",
            Way.refunding,
            at(9, .bureauRead(first, .paid(TransactionID("T-1"))))
        ),
        Spec(
            "what the bureau has lost is sent again",
            Way.synced,
            at(9, .decided(first, .reopenSync, evidence), [.syncNotShown])
        ),
    ]

    static let deciding: [Spec] = [
        Spec(
            "a person may say what the bureau has done, with evidence",
            Way.paid,
            at(9, .decided(first, .resolveSync, evidence), [.syncResolved])
        ),
        Spec(
            "also while it is open whether the bureau heard",
            Way.sent,
            at(9, .decided(first, .resolveSync, evidence), [.syncResolved])
        ),
        Spec("also in a conflict", Way.unattributed, at(9, .decided(first, .resolveSync, evidence), [.syncResolved])),
        Spec(
            "a person may have it tried again",
            Way.unattributed,
            at(9, .decided(first, .retrySync, evidence), [.syncDue])
        ),
        Spec(
            "no decision without evidence",
            Way.paid,
            at(
                9,
                .decided(first, .resolveSync, Approval(persons: ["ops-1"], evidence: "")),
                [],
                .refused(.evidenceMissing)
            ),
            at(9, .decided(first, .resolveSync, Approval(persons: [], evidence: "x")), [], .refused(.evidenceMissing))
        ),
        Spec(
            "a large sum takes two persons",
            at(0, .open(Sample.terms(fen: 200_000)), [.orderCreated]),
            at(1, .stated(first, .paid(Sample.payment(fen: 200_000)), .query), [.paidConfirmed, .syncDue]),
            at(2, .decided(first, .resolveSync, evidence), [], .refused(.secondPersonMissing)),
            at(
                2,
                .decided(first, .resolveSync, Approval(persons: ["a", "a"], evidence: "x")),
                [],
                .refused(.secondPersonMissing)
            ),
            at(3, .decided(first, .resolveSync, Approval(persons: ["a", "b"], evidence: "x")), [.syncResolved])
        ),
        Spec(
            "a part of a payment can go back while the rest stays",
            Way.synced,
            at(9, .decided(first, .refund(Sample.amount(fen: 6_000)), evidence), [.refundRequested]),
            at(9, .decided(first, .refund(Sample.amount(fen: 10_001)), evidence), [], .refused(.moreThanPaid)),
            at(9, .decided(first, .refund(Sample.amount(fen: 10_000)), evidence), [.refundRequested])
        ),
        Spec(
            "all of it can go back before the bureau was told, which it then never is",
            Way.paid,
            at(2, .decided(first, .refund(sixteen), evidence), [.syncConflict, .refundRequested]),
            at(3, .bureauRead(first, .unpaid(sixteen)))
        ),
        Spec(
            "nothing is given back while it is open whether the bureau heard",
            Way.sent,
            at(3, .decided(first, .refund(sixteen), evidence), [], .refused(.syncInTheAir))
        ),
        Spec(
            "what is not a legal move cannot be decided",
            Way.awaiting,
            at(3, .decided(first, .retrySync, evidence), [], .refused(.notNow))
        ),
        Spec(
            "personal data go when all is done, and not before",
            Way.sent,
            at(2, .expunge(first)),
            at(3, .bureauRead(first, .paid(TransactionID("T-1"))), [.syncReadBack]),
            at(4, .expunge(first), [.expunged]),
            at(5, .expunge(first))
        ),
    ]

    static let refunding: [Spec] = [
        Spec(
            "a refund arrives",
            Way.refundPending,
            at(9, .refundStated(refund, .succeeded(.original), .notification), [.refundSucceeded])
        ),
        Spec(
            "a refund arrives before its first answer is heard",
            Way.refunding,
            at(9, .refundStated(refund, .succeeded(.original), .query), [.refundSucceeded])
        ),
        Spec(
            "a provider that is at it has accepted",
            Way.refunding,
            at(9, .refundStated(refund, .processing, .query), [.refundAccepted])
        ),
        Spec(
            "a lost answer to a refund changes nothing",
            Way.refunding,
            at(9, .refundAnswered(refund, .unknown)),
            at(9, .refundStated(refund, .notFound, .query))
        ),
        Spec(
            "money that went elsewhere is put before people",
            Way.refundPending,
            at(9, .refundStated(refund, .succeeded(.otherAccount), .query), [.refundSucceeded, .flagged])
        ),
        Spec(
            "from balance to balance is back to the original",
            Way.refundPending,
            at(9, .refundStated(refund, .succeeded(.balance), .query), [.refundSucceeded])
        ),
        Spec(
            "from a card to the balance is elsewhere",
            Way.awaiting,
            at(1, .stated(first, .paid(card), .query), [.paidConfirmed, .syncDue]),
            at(2, .bureauRead(first, .paid(TransactionID("counter"))), [.flagged, .syncConflict, .refundRequested]),
            at(9, .refundStated(refund, .succeeded(.balance), .query), [.refundSucceeded, .flagged])
        ),
        Spec(
            "a refund can fail before its first answer is heard",
            Way.refunding,
            at(9, .refundStated(refund, .abnormal, .query), [.refundAbnormal])
        ),
        Spec(
            "an abnormal refund is sent elsewhere under the same number",
            Way.abnormal,
            at(9, .decided(first, .redirectRefund(refund), evidence), [.refundRedirected]),
            at(10, .refundStated(refund, .abnormal, .query), [.refundAbnormal]),
            at(11, .decided(first, .redirectRefund(refund), evidence), [.refundRedirected]),
            at(12, .refundStated(refund, .succeeded(.otherAccount), .query), [.refundSucceeded, .flagged])
        ),
        Spec(
            "an abnormal refund may arrive after all",
            Way.abnormal,
            at(9, .refundStated(refund, .succeeded(.original), .query), [.refundSucceeded])
        ),
        Spec(
            "an abnormal refund can be paid by hand",
            Way.abnormal,
            at(9, .decided(first, .settleByHand(refund), evidence), [.refundSettledByHand])
        ),
        Spec(
            "an abnormal refund can be the treasury's",
            Way.abnormal,
            at(9, .decided(first, .handToTreasury(refund), evidence), [.refundHandedToTreasury]),
            at(9999, .decided(first, .settleByHand(refund), evidence), [.refundSettledByHand])
        ),
        Spec(
            "a rejected refund can be paid by hand",
            Way.rejected,
            at(9, .decided(first, .settleByHand(refund), evidence), [.refundSettledByHand])
        ),
        Spec(
            "a rejected refund can be the treasury's",
            Way.rejected,
            at(9, .decided(first, .handToTreasury(refund), evidence), [.refundHandedToTreasury])
        ),
        Spec(
            "a rejected refund is not paid by hand beside another one of the same money",
            Way.synced,
            at(3, .decided(first, .refund(Sample.amount(fen: 6_000)), evidence), [.refundRequested]),
            at(4, .refundAnswered(refund, .rejected), [.refundRejected]),
            at(5, .decided(first, .refund(sixteen), evidence), [.refundRequested]),
            at(6, .decided(first, .settleByHand(refund), evidence), [], .refused(.moreThanPaid))
        ),
        Spec(
            "a rejected refund that a person decides anew is replaced, and owed no longer",
            Way.rejected,
            at(4, .decided(first, .refund(sixteen), evidence), [.refundRequested]),
            at(5, .decided(first, .settleByHand(refund), evidence), [], .refused(.notNow)),
            at(6, .refundStated(RefundNumber(first, index: 2), .succeeded(.original), .query), [.refundSucceeded]),
            at(7, .expunge(first), [.expunged])
        ),
        Spec(
            "a rejected refund whose money has gone back under other numbers is owed no longer",
            Way.synced,
            at(3, .decided(first, .refund(Sample.amount(fen: 6_000)), evidence), [.refundRequested]),
            at(4, .refundAnswered(refund, .rejected), [.refundRejected]),
            at(5, .decided(first, .refund(sixteen), evidence), [.refundRequested]),
            at(6, .refundStated(RefundNumber(first, index: 2), .succeeded(.original), .query), [.refundSucceeded]),
            at(7, .expunge(first), [.expunged])
        ),
        Spec(
            "a refund the log has lost is taken over under its number, and what was lost before it moved no money",
            Way.paid,
            at(
                2,
                .adoptRefund(RefundNumber(first, index: 2), sixteen),
                [.flagged, .syncConflict, .refundRequested, .refundRejected, .refundRequested]
            ),
            at(3, .adoptRefund(RefundNumber(first, index: 2), sixteen)),
            at(4, .refundStated(RefundNumber(first, index: 2), .succeeded(.original), .query), [.refundSucceeded]),
            at(5, .expunge(first), [.expunged])
        ),
        Spec(
            "more than was paid is not taken over: a person has to look",
            Way.synced,
            at(3, .adoptRefund(refund, Sample.amount(fen: 16_001)), [.discrepancyFound]),
            at(4, .adoptRefund(refund, Sample.amount(fen: 16_001)))
        ),
        Spec(
            "a refund is replaced only when a query proves it closed",
            Way.refundPending,
            at(4, .refundStated(refund, .closed, .notification)),
            at(5, .refundStated(refund, .closed, .query), [.refundClosed, .refundRequested]),
            at(6, .decided(first, .settleByHand(refund), evidence), [], .refused(.notNow))
        ),
        Spec(
            "a refund is replaced three times, and then it is a person's",
            Way.renewedThrice,
            at(9, .refundStated(RefundNumber(first, index: 4), .closed, .query), [.refundClosed]),
            at(10, .decided(first, .settleByHand(RefundNumber(first, index: 4)), evidence), [.refundSettledByHand])
        ),
        Spec(
            "a closed refund that is not replaced can be the treasury's",
            Way.renewedThrice,
            at(9, .refundStated(RefundNumber(first, index: 4), .closed, .query), [.refundClosed]),
            at(10, .decided(first, .handToTreasury(RefundNumber(first, index: 4)), evidence), [.refundHandedToTreasury])
        ),
    ]
}
