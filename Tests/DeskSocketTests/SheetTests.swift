import CanonicalJSON
import CivilTime
import Money
import OperatorDesk
import PaymentEngine
import StoreConformance
import Testing
import Vocabulary

struct SheetTests {
    private static let order = OrderNumber(Sample.dossier(1), attempt: 2)

    @Test func `every case has a name that reads back, and a reason in both languages`() {
        let refund = RefundNumber(Self.order, index: 3)
        let day = BookDayID("mistport", Sample.day())
        let names =
            Case.Reason.allCases.flatMap { [CaseName.order(Self.order, nil, $0), .order(Self.order, refund, $0)] }
            + BookDayCase.Reason.allCases.map { CaseName.day(day, $0) }
        for name in names {
            #expect(CaseName(name.description) == name)
            #expect(name.reason.english?.hasSuffix(".") == true && name.reason.chinese?.hasSuffix("。") == true)
        }
        #expect(Set(names.map { $0.reason }).count == Case.Reason.allCases.count + BookDayCase.Reason.allCases.count)
        for wrong in ["", "/", "x/y", "\(Self.order)", "\(Self.order)/nonsense", "mistport/strays", "\(refund)/strays"]
        {
            #expect(CaseName(wrong) == nil, "\(wrong)")
        }
    }

    @Test func `every action says what it does in both languages`() {
        let refund = RefundNumber(Self.order, index: 1)
        let decisions: [PersonDecision] = [
            .refund(Sample.amount), .retrySync, .resolveSync, .redirectRefund(refund), .handToTreasury(refund),
            .settleByHand(refund), .reopenSync, .explain(.oursOnly, nil),
        ]
        let words = decisions.map(\.word) + BookDayCase.Action.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count)
        for word in words { #expect(CaseAction.text(word) != CaseAction.text("\(word) of another release")) }
        for word in words { #expect(CaseAction.text(word).english != word) }
    }

    @Test func `requests and answers read back as they are written`() throws {
        let name = CaseName.order(Self.order, nil, .unattributed)
        let requests: [DeskRequest] = [
            .orders(city: nil, openOnly: true), .orders(city: "mistport", openOnly: false), .cases(city: nil),
            .cases(city: "mistport"), .books(city: nil), .books(city: "mistport"),
            .decide(DeskDecision(name, action: "explain", persons: ["a", "b"], evidence: "file 7", key: "k")),
            .decide(
                DeskDecision(name, action: "refund", amount: Sample.amount, persons: [], evidence: "", key: "k")
            ),
        ]
        for request in requests {
            #expect(try DeskRequest(JSONValue(canonical: request.json.canonicalBytes)) == request)
        }
        for answer in [DeskAnswer.item(["reply": "recorded"]), .end] {
            #expect(try DeskAnswer(JSONValue(canonical: answer.json.canonicalBytes)) == answer)
        }
        let refusals: [DeskRefusal] = [
            .unreadable("x"), .otherVersion(9), .noSuchCase(name), .notOffered("x", []), .refused(.evidenceMissing),
            .store(.unavailable("the disk is full")),
        ]
        for refusal in refusals {
            let told = DeskRefusal.told(code: refusal.code, refusal.description)
            #expect(try DeskAnswer(DeskAnswer.refused(refusal).json) == .refused(told))
        }
    }

    @Test func `a day's books name each thing a person has to look at`() {
        let keeper = BookKeeper()
        let id = BookDayID("mistport", Sample.day())
        let out = Rules.standard.billIsOut(of: id.day, in: "mistport")
        let begun = keeper.decide(about: BookDay(id), .begin, at: out).day
        #expect(begun.cases(at: out) == [])
        let read = BookDayComparison.List.read(sha256([1]))
        let stray = BookDayComparison.Stray(subject: .payment(Self.order), outcome: .bureauExtra)
        let comparisons: [(BookDayComparison, [BookDayCase.Reason])] = [
            (BookDayComparison(provider: read, bureau: read), []),
            (BookDayComparison(provider: read, bureau: read, unsettled: 1), []),
            (BookDayComparison(provider: .missing, bureau: .missing), [.billMissing, .listMissing]),
            (BookDayComparison(provider: .unsound("x"), bureau: .unsound("y")), [.billUnsound, .listUnsound]),
            (BookDayComparison(provider: read, bureau: read, unsettled: 1, strays: [stray]), [.strays]),
        ]
        for (comparison, reasons) in comparisons {
            let day = keeper.decide(about: begun, .compared(comparison), at: out).day
            let cases = day.cases(at: out)
            #expect(cases.map(\.reason) == reasons)
            #expect(cases.allSatisfy { $0.actions == [.accept] && $0.since == out })
            guard !comparison.isClean else { continue }
            let month = out + .hours(24 * 30)
            let aged = keeper.decide(about: day, .compared(comparison), at: month).day.cases(at: month)
            #expect(aged.map(\.reason) == [.booksAged] + reasons)
            #expect(aged.allSatisfy { $0.actions == [.accept, .reopen] && $0.persons == 2 })
        }
    }
}
