import Money
import PaymentEngine

/// The bureau: the last word on what is paid, and a difficult partner.
extension World {
    /// What it shows of a bill.
    func read(_ bill: BillReference, of applicant: Applicant) -> BureauReading {
        if bill.personal.receiptNumber != applicant.personal.receiptNumber {
            fail(.noPersonalData, "the bureau was asked for a receipt of somebody else")
        }
        if strikes(.wrongCharset, applicant) { return .unknown }
        if let until = applicant.billGoneUntil, until > now { return .gone }
        var moment = now
        if strikes(.staleReading, applicant) { moment = now + .minutes(-5) }
        if let shown = applicant.entries.first(where: { $0.shownFrom <= moment }) {
            if applicant.hidesWhose { return .paid(nil) }
            return .paid(shown.transaction ?? TransactionID("counter-\(applicant.index)"))
        }
        return .unpaid(applicant.bill)
    }

    /// Records a payment.
    func record(_ payment: Payment, _ order: OrderNumber, of applicant: Applicant) -> BureauWriteAnswer {
        if applicant.refusesOurs || strikes(.bureauRefuses, applicant) {
            applicant.refusesOurs = true
            return .refused
        }
        if applicant.entries.contains(where: { $0.transaction != payment.transaction }) { return .refused }
        guard payment.amount == applicant.bill else { return .refused }
        let known = applicant.entries.contains { $0.transaction == payment.transaction }
        let times = strikes(.bureauRecordsTwice, applicant) ? 2 : known ? 0 : 1
        for _ in 0..<times {
            applicant.entries.append(
                BureauRecord(
                    transaction: payment.transaction,
                    amount: payment.amount,
                    order: order,
                    shownFrom: now + applicant.chance.duration(0...40, .seconds(1))
                )
            )
        }
        if strikes(.unattributedPayment, applicant) { applicant.hidesWhose = true }
        return .accepted
    }

    /// The bill is paid at the counter, unless it is paid already.
    func payAtCounter(_ applicant: Applicant) {
        guard applicant.entries.isEmpty else { return }
        applicant.entries.append(BureauRecord(transaction: nil, amount: applicant.bill, order: nil, shownFrom: now))
    }
}
