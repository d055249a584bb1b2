import Bundles
import CivilTime
import FictionalCities
import ServiceConfig
import Testing
import Vocabulary

/// Who must have signed, when, and in which order releases come.
struct VerificationTests {
    private static let content = Fixture.files([FictionalCity.bare])

    private func files(
        _ number: Int = 1,
        by keys: [SigningKey] = [Fixture.alice],
        _ change: (inout Release) -> Void = { _ in }
    ) throws -> [String: [UInt8]] {
        try Fixture.release(number, of: Self.content, by: keys, change: change)
    }

    @Test func `a key that nobody trusts signs for nobody`() throws {
        let refusal = try #require(Fixture.refusal(of: files(by: [Fixture.stranger])))
        #expect(refusal.reason == .tooFewSignatures)
        #expect(refusal.description.contains("visafee release sign"))
        #expect(try Fixture.refusal(of: files(by: [Fixture.stranger, Fixture.alice])) == nil)
    }

    @Test func `where two must sign, one is not enough, and signing twice is signing once`() throws {
        let one = try #require(Fixture.refusal(of: files(by: [Fixture.alice]), trusting: Fixture.both))
        #expect(one.reason == .tooFewSignatures)
        #expect(one.explanation.contains("2 keys") && one.explanation.contains("alice"))
        let twice = try files(by: [Fixture.alice, Fixture.alice])
        #expect(Fixture.refusal(of: twice, trusting: Fixture.both)?.reason == .tooFewSignatures)
        #expect(try Fixture.refusal(of: files(by: [Fixture.bob, Fixture.alice]), trusting: Fixture.both) == nil)
    }

    @Test func `a key counts for its roles only, and only in its time`() throws {
        let approver = Fixture.ring([Fixture.trusted(Fixture.bob), Fixture.trusted(Fixture.alice, [.approve])])
        #expect(try Fixture.refusal(of: files(), trusting: approver)?.reason == .tooFewSignatures)
        let early = Fixture.ring([Fixture.trusted(Fixture.alice, from: "2030-02-01T09:00:01")])
        #expect(try Fixture.refusal(of: files(), trusting: early)?.reason == .tooFewSignatures)
        let late = Fixture.ring([Fixture.trusted(Fixture.alice, until: "2030-02-01T09:00:00")])
        #expect(try Fixture.refusal(of: files(), trusting: late)?.reason == .tooFewSignatures)
    }

    @Test func `a release holds from its first second until just before its last`() throws {
        let files = try files {
            $0.notBefore = Fixture.later(60)
            $0.expires = Fixture.later(120)
        }
        #expect(Fixture.refusal(of: files, at: Fixture.later(59))?.reason == .notYet)
        #expect(Fixture.refusal(of: files, at: Fixture.later(60)) == nil)
        #expect(Fixture.refusal(of: files, at: Fixture.later(119)) == nil)
        let expired = try #require(Fixture.refusal(of: files, at: Fixture.later(120)))
        #expect(expired.reason == .expired)
        #expect(expired.description.contains("2030-02-01T09:02:00+08:00"))
        #expect(expired.description.contains("publish the content anew"))
    }

    @Test func `a release for other engines is refused on both sides`() throws {
        let files = try files { $0.engines = 3...4 }
        for (contract, isAccepted) in [(2, false), (3, true), (4, true), (5, false)] {
            let refusal = Fixture.refusal(of: files, contract: contract)
            #expect((refusal == nil) == isAccepted)
            #expect(isAccepted || refusal?.reason == .otherEngine)
        }
    }

    @Test func `once a release was in use, no earlier one and no other of its number is`() throws {
        let seen = try Signed<Release>(loading: files(5)[Release.fileName] ?? [])
        let horizon = ReleaseHorizon(number: 5, digest: seen.digest)
        let older = try #require(Fixture.refusal(of: files(4), after: horizon))
        #expect(older.reason == .rolledBack)
        #expect(older.description.contains("visafee release rollback"))
        #expect(try Fixture.refusal(of: files(5), after: horizon) == nil)
        #expect(try Fixture.refusal(of: files(5) { $0.reason = "another" }, after: horizon)?.reason == .rolledBack)
        #expect(try Fixture.refusal(of: files(6), after: horizon) == nil)
    }

    @Test func `a later version of the format says so`() throws {
        var files = try files()
        let text = String(decoding: files[Release.fileName] ?? [], as: UTF8.self)
        files[Release.fileName] = Array(text.replacing("visafee.release/1", with: "visafee.release/2").utf8)
        let refusal = try #require(Fixture.refusal(of: files))
        #expect(refusal.reason == .unreadable)
        #expect(refusal.explanation.contains("this version reads visafee.release/1"))
    }

    @Test func `every refusal says what to do, in both languages`() {
        for reason in ReleaseRefusal.Reason.allCases {
            #expect(reason.advice.english?.isEmpty == false && reason.advice.chinese?.isEmpty == false)
        }
        for reason in StoreFault.Reason.allCases {
            #expect(reason.advice.english?.isEmpty == false && reason.advice.chinese?.isEmpty == false)
        }
    }

    @Test func `a private key is in its file and nowhere else`() throws {
        let key = Fixture.alice
        #expect(try SigningKey(loading: key.secretFileBytes).id == key.id)
        let secret = String(repeating: "01", count: 32)
        #expect(String(decoding: key.secretFileBytes, as: UTF8.self).contains(secret))
        var dumped = ""
        dump(key, to: &dumped)
        for shown in ["\(key)", String(reflecting: key), dumped, String(describing: [key])] {
            #expect(!shown.contains(secret) && !shown.contains("1, 1, 1"))
        }
        let published = try TrustedKey.publicKey(loading: TrustedKey.publicFileBytes(of: key))
        #expect(published.name == "alice" && published.publicKey == key.publicKey)
    }
}

/// Keys come and go without a day on which nobody can publish.
struct KeyRingTests {
    private let first = Fixture.ring([
        Fixture.trusted(Fixture.alice, until: "2030-03-01T00:00:00")
    ])
    private let second = Fixture.ring(
        [
            Fixture.trusted(Fixture.alice, until: "2030-03-01T00:00:00"),
            Fixture.trusted(Fixture.bob, from: "2030-02-01T00:00:00"),
        ],
        number: 2
    )
    private let third = Fixture.ring(
        [Fixture.trusted(Fixture.bob, from: "2030-02-01T00:00:00")],
        number: 3
    )

    private func source(_ store: MemoryStore, at now: Instant = Fixture.now) throws -> ReleaseSource {
        try ReleaseSource(store, killSwitch: nil, trusting: first, memory: TestMemory(), at: now)
    }

    private func release(_ number: Int, by key: SigningKey, published: Instant = Fixture.now) throws -> [String:
        [UInt8]]
    {
        try Fixture.release(number, of: Fixture.files([FictionalCity.bare]), by: [key]) {
            $0.published = published
            $0.notBefore = published
        }
    }

    @Test func `while keys overlap either may sign, and afterwards only the new one`() throws {
        let store = MemoryStore([1: try release(1, by: Fixture.alice)], current: 1)
        let source = try source(store)
        try store.addKeyRing(Signed<KeyRing>(second).signed(by: Fixture.alice).canonicalBytes, as: 2)
        store.put(try release(2, by: Fixture.bob), as: 2)
        #expect(source.poll(at: Fixture.now) == [])
        #expect(source.release.number == 2)
        store.put(try release(3, by: Fixture.alice), as: 3)
        #expect(source.poll(at: Fixture.now) == [])
        #expect(source.release.number == 3)
        try store.addKeyRing(Signed<KeyRing>(third).signed(by: Fixture.bob).canonicalBytes, as: 3)
        store.put(try release(4, by: Fixture.alice), as: 4)
        guard case .refused(4, let refusal) = source.poll(at: Fixture.now).first else {
            Issue.record("release 4 was taken: \(source.alerts)")
            return
        }
        #expect(refusal.reason == .tooFewSignatures)
        #expect(source.release.number == 3)
        store.put(try release(5, by: Fixture.bob), as: 5)
        source.poll(at: Fixture.later(60))
        #expect(source.release.number == 5)
    }

    @Test func `a ring that the one before it has not signed is refused, and the old one holds on`() throws {
        let store = MemoryStore([1: try release(1, by: Fixture.alice)], current: 1)
        let source = try source(store)
        try store.addKeyRing(Signed<KeyRing>(second).signed(by: Fixture.bob).canonicalBytes, as: 2)
        store.put(try release(2, by: Fixture.bob), as: 2)
        let alerts = source.poll(at: Fixture.now)
        #expect(alerts.count == 2)
        #expect(alerts.contains { if case .keysRefused = $0 { true } else { false } })
        #expect(source.release.number == 1)
    }

    @Test func `who starts from the first ring today walks to the newest`() throws {
        let store = MemoryStore([7: try release(7, by: Fixture.bob)], current: 7)
        try store.addKeyRing(Signed<KeyRing>(second).signed(by: Fixture.alice).canonicalBytes, as: 2)
        try store.addKeyRing(Signed<KeyRing>(third).signed(by: Fixture.bob).canonicalBytes, as: 3)
        #expect(try source(store).release.number == 7)
    }

    @Test func `a ring in which too few could ever sign is none`() {
        let keys = [Fixture.trusted(Fixture.alice, [.release]), Fixture.trusted(Fixture.bob, [.keys])]
        #expect(KeyRing(number: 1, keys: keys, releaseThreshold: 1, keysThreshold: 1) != nil)
        #expect(KeyRing(number: 1, keys: keys, releaseThreshold: 2, keysThreshold: 1) == nil)
        #expect(KeyRing(number: 1, keys: keys, releaseThreshold: 1, keysThreshold: 0) == nil)
        #expect(KeyRing(number: 1, keys: keys + keys, releaseThreshold: 1, keysThreshold: 1) == nil)
    }
}
