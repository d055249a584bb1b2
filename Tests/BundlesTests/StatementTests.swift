import Bundles
import CivilTime
import ServiceConfig
import Testing

/// What people and commands sign beside releases: approvals and evidence.
struct StatementTests {
    private static let plan = Array("{\"format\":\"visafee.plan/1\"}".utf8)

    private func approval(_ key: SigningKey, of plan: [UInt8] = plan) -> Signed<Approval> {
        Signed(Approval(ofPlan: plan, given: Fixture.now), by: key)
    }

    @Test func `an approval counts for its plan, for people with the role, and once for each`() throws {
        let ring = Fixture.ring([
            Fixture.trusted(Fixture.alice), Fixture.trusted(Fixture.bob, [.approve]),
            Fixture.trusted(Fixture.carol, [.stop]),
        ])
        let approvals = [Fixture.alice, Fixture.bob, Fixture.bob, Fixture.carol, Fixture.stranger].map { approval($0) }
        #expect(try ring.approvers(ofPlan: Self.plan, approvals, at: Fixture.now) == ["alice", "bob"])
        #expect(try ring.approvers(ofPlan: Self.plan + [10], approvals, at: Fixture.now) == [])
        let read = try Signed<Approval>(loading: approvals[0].canonicalBytes)
        #expect(try ring.approvers(ofPlan: Self.plan, [read], at: Fixture.now) == ["alice"])
    }

    @Test func `every flipped bit of an approval makes it worthless`() throws {
        let bytes = approval(Fixture.alice).canonicalBytes
        var counted = 0
        for bit in 0..<bytes.count * 8 {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let read = try? Signed<Approval>(loading: flipped) else { continue }
            let approvers = (try? Fixture.alone.approvers(ofPlan: Self.plan, [read], at: Fixture.now)) ?? []
            counted += approvers.isEmpty ? 0 : 1
        }
        #expect(counted == 0)
        print("\(bytes.count * 8) flipped bits of an approval: none counts")
    }

    @Test func `evidence is a command's only with its signature`() throws {
        let evidence = Evidence(
            gate: "sandbox-payment",
            city: "mistport",
            channel: "fog-account",
            content: sha256([1]),
            found: Fixture.now,
            isGood: true,
            detail: "12 of 12 payments"
        )
        let byHand = Signed<Evidence>(evidence)
        #expect(try byHand.producer(in: Fixture.alone) == nil)
        #expect(try byHand.signed(by: Fixture.stranger).producer(in: Fixture.alone) == nil)
        let signed = try Signed<Evidence>(loading: byHand.signed(by: Fixture.alice).canonicalBytes)
        #expect(signed.body == evidence)
        #expect(try signed.producer(in: Fixture.alone) == "alice")
        let other = Fixture.ring([Fixture.trusted(Fixture.alice, [.stop]), Fixture.trusted(Fixture.bob)])
        #expect(try signed.producer(in: other) == nil)
    }
}
