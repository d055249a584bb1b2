import Money
import PaymentEngine
import ServiceConfig
import StoreConformance
import Testing

struct LogTests {
    /// A fact of every kind, with everything it can hold.
    private static let facts: [Fact] = [
        .orderCreated(Sample.terms()), .submitIntended, .orderAbandoned, .providerAccepted(Sample.prepay()),
        .paymentSuspected, .paymentRuledOut, .paidConfirmed(Sample.payment(), .dailyBill), .closeIntended(.superseded),
        .closedConfirmed, .laidToRest, .syncDue, .syncIntended, .syncReadBack, .syncNotShown,
        .syncConflict(.otherPayment), .syncResolved(evidence), .refundRequested(1, sixteen, .conflict, renews: nil),
        .refundRequested(2, sixteen, .decided, renews: 1), .refundAccepted(1), .refundSucceeded(1, .balance),
        .refundAbnormal(1), .refundClosed(1), .refundRejected(1), .refundRedirected(1, evidence),
        .refundHandedToTreasury(1, evidence), .refundSettledByHand(1, evidence), .flagged(.adopted), .expunged,
        .discrepancyFound(.oursOnly, refund: nil), .discrepancySettled(.refundDiffers, refund: 2),
        .discrepancyExplained(.bureauExtra, refund: nil, evidence),
        .discrepancyExplained(.refundDiffers, refund: 1, evidence), .paymentListed(Sample.day()),
    ]

    @Test func `what the log writes of any fact it reads back`() throws {
        #expect(Set(Self.facts.map(\.kind)) == Set(Fact.Kind.allCases))
        for fact in Self.facts {
            let record = Record(sequence: 3, at: Sample.noon, event: Event(second, fact), digest: sha256([]))
            #expect(try Record(canonical: record.canonicalBytes, digest: record.digest) == record)
        }
    }

    @Test func `bytes that the log has not written are refused with the place`() {
        let bytes = Array(#"{"at":0,"fact":"flagged","flag":"nonsense","order":"x","sequence":1}"#.utf8)
        #expect(throws: MalformedRecord.self) { try Record(canonical: bytes, digest: sha256([])) }
        #expect(throws: MalformedRecord.self) { try Record(canonical: [123], digest: sha256([])) }
    }

    @Test func `numbers read back as they are written, and others are refused`() {
        let number = OrderNumber(Sample.dossier(0xAB), attempt: 12)
        #expect(OrderNumber(number.description) == number)
        #expect(number.description.utf8.count <= 32)
        let refund = RefundNumber(number, index: 3)
        #expect(RefundNumber(refund.description) == refund)
        #expect(OrderNumber("00-1") == nil)
        #expect(OrderNumber("\(Sample.dossier(1))-01") == nil)
        #expect(RefundNumber("\(number)-R0") == nil)
        #expect(DossierID("0000000000000000000000AB") == nil)
    }

    private func storedHappy() async throws -> StoredDossier {
        let store = MemoryStore(sha256)
        let cashier = Cashier(store: store, sha256)
        for input in Story.happy(Sample.dossier(1)) {
            try await cashier.take(input, on: Sample.dossier(1), at: Sample.noon)
        }
        return await store.dossier(Sample.dossier(1))
    }

    @Test func `whatever is changed, dropped, doubled or swapped in a log is found`() async throws {
        let stored = try await storedHappy()
        #expect(stored.audit(sha256) == [])
        let count = stored.records.count
        for index in 0..<count {
            var changed = stored
            changed.records[index].at = changed.records[index].at + .milliseconds(1)
            #expect(changed.audit(sha256).contains(.digest(stored.id, sequence: index + 1)))

            var doubled = stored
            doubled.records.insert(doubled.records[index], at: index)
            #expect(!doubled.audit(sha256).isEmpty)

            var dropped = stored
            dropped.records.remove(at: index)
            #expect(!dropped.audit(sha256).isEmpty)

            var swapped = stored
            swapped.records.swapAt(index, (index + 1) % count)
            #expect(!swapped.audit(sha256).isEmpty)
        }
        var projection = stored
        projection.projection[20] ^= 1
        #expect(projection.audit(sha256) == [.projection(stored.id)])
    }

    @Test func `a log that was rewritten from some record on differs from the published head`() async throws {
        let stored = try await storedHappy()
        let head = DailyHead(of: Sample.noon.day, [stored], sha256)
        #expect(head.audit([stored], sha256) == [])
        #expect(head.records == stored.records.count)

        // Whoever rewrites a tail can chain it anew; only what was published tells.
        var forged = stored
        forged.records.removeLast()
        forged.projection = try forged.dossier().canonicalBytes
        #expect(forged.audit(sha256) == [])
        #expect(head.audit([forged], sha256) == [.head(Sample.noon.day)])
        #expect(head.audit([], sha256) == [.head(Sample.noon.day)])
    }

    @Test func `a head stays true when more happens on later days`() async throws {
        let store = MemoryStore(sha256)
        let cashier = Cashier(store: store, sha256)
        let inputs = Story.happy(Sample.dossier(1))
        for input in inputs.prefix(4) { try await cashier.take(input, on: Sample.dossier(1), at: Sample.noon) }
        let head = DailyHead(of: Sample.noon.day, await store.dossiers(after: nil, limit: 9), sha256)
        for input in inputs.dropFirst(4) {
            try await cashier.take(input, on: Sample.dossier(1), at: Sample.noon + .hours(30))
        }
        #expect(head.audit(await store.dossiers(after: nil, limit: 9), sha256) == [])
    }

    @Test func `no name and no receipt number is in the log, the projection or a description`() async throws {
        let stored = try await storedHappy()
        var texts = stored.records.map { String(decoding: $0.canonicalBytes, as: UTF8.self) }
        texts.append(String(decoding: stored.projection, as: UTF8.self))
        let reference = BillReference(city: "mistport", order: first, personal: Sample.personal)
        texts += ["\(Sample.personal)", "\(reference)", String(reflecting: Sample.personal), "\(stored)"]
        var dumped = ""
        dump(reference, to: &dumped)
        texts.append(dumped)
        for text in texts {
            #expect(!text.contains(Sample.personal.receiptNumber))
            #expect(!text.contains(Sample.personal.displayName))
        }
    }

    @Test func `a commitment binds to the data and to the salt`() {
        let salt = [UInt8](repeating: 1, count: 16)
        let commitment = SealedCommitment(to: Sample.personal, salt: salt, sha256)
        #expect(commitment == SealedCommitment(to: Sample.personal, salt: salt, sha256))
        #expect(commitment != SealedCommitment(to: Sample.personal, salt: salt.map { $0 + 1 }, sha256))
        var other = Sample.personal
        other.displayName = "somebody else"
        #expect(commitment != SealedCommitment(to: other, salt: salt, sha256))
    }

    @Test func `personal data read back as they were sealed`() throws {
        #expect(try PersonalData(canonical: Sample.personal.canonicalBytes) == Sample.personal)
    }
}
