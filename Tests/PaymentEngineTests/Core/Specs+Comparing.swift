import CivilTime
import Money
import PaymentEngine
import StoreConformance

extension Spec {
    private static func differs(_ kind: Discrepancy.Kind?, refund: Int? = nil, listedOn day: CivilDate? = nil) -> Input
    {
        .compared(first, refund: refund, kind, listedOn: day)
    }

    /// What follows when the day's lists are compared with the log.
    static let comparing: [Spec] = [
        Spec(
            "a discrepancy is found once, settled when all sides agree, and may come back",
            Way.synced,
            at(9, differs(.amountDiffers), [.discrepancyFound]),
            at(10, differs(.amountDiffers), [], .nothingToDo),
            at(11, differs(nil), [.discrepancySettled]),
            at(12, differs(nil), [], .nothingToDo),
            at(13, differs(.amountDiffers), [.discrepancyFound])
        ),
        Spec(
            "one discrepancy takes the place of another, and leaves those of refunds alone",
            Way.synced,
            at(9, differs(.oursOnly), [.discrepancyFound]),
            at(9, differs(.refundDiffers, refund: 1), [.discrepancyFound]),
            at(10, differs(.transactionDiffers), [.discrepancySettled, .discrepancyFound]),
            at(11, differs(nil, refund: 1), [.discrepancySettled])
        ),
        Spec(
            "a discrepancy that a person has explained stays explained",
            Way.synced,
            at(9, differs(.bureauExtra), [.discrepancyFound]),
            at(9, .decided(first, .explain(.oursOnly, nil), evidence), [], .refused(.notNow)),
            at(9, .decided(first, .explain(.bureauExtra, refund), evidence), [], .refused(.notNow)),
            at(9, .decided(first, .explain(.bureauExtra, nil), evidence), [.discrepancyExplained]),
            at(10, differs(.bureauExtra)),
            at(11, differs(nil))
        ),
        Spec(
            "a payment that the bureau's list misses is looked at again, once",
            Way.synced,
            at(9, differs(.bureauMissing), [.discrepancyFound, .syncNotShown]),
            at(10, .bureauRead(first, .paid(TransactionID("T-1"))), [.syncReadBack]),
            at(11, differs(.bureauMissing))
        ),
        Spec(
            "a payment that has gone back is not shown again",
            Way.synced,
            at(9, .decided(first, .refund(sixteen), evidence), [.refundRequested]),
            at(10, differs(.bureauMissing), [.discrepancyFound]),
            at(10, .decided(first, .reopenSync, evidence), [], .refused(.notNow))
        ),
        Spec(
            "the day on whose bill a payment is listed is written once",
            Way.synced,
            at(9, differs(nil, listedOn: Sample.day()), [.paymentListed]),
            at(10, differs(nil, listedOn: Sample.day(1)))
        ),
        Spec(
            "a refund that nobody can have asked for is put before people",
            Way.awaiting,
            at(9, .adoptRefund(refund, sixteen), [.discrepancyFound]),
            at(9, .stated(first, .paid(counter()), .query), [.paidConfirmed, .syncDue]),
            at(9, .adoptRefund(refund, Sample.amount(fen: 16_001))),
            at(9, .adoptRefund(RefundNumber(first, index: 2), Sample.amount(fen: 16_001)), [.discrepancyFound])
        ),
    ]
}
