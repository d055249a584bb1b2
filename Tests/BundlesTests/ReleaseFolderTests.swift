import Bundles
import CivilTime
import FictionalCities
import Foundation
import ServiceConfig
import Testing
import Vocabulary

/// The store as people and machines treat it: several at once, killed half-way, out of room.
struct ReleaseFolderTests {
    private let folder: TemporaryFolder
    private let store: ReleaseFolder
    private static let content = Fixture.files([FictionalCity.bare])

    init() throws {
        folder = try TemporaryFolder()
        store = ReleaseFolder(folder.path + "/store")
    }

    private func request(_ files: [String: [UInt8]] = content) -> Publisher.Request {
        Publisher.Request(files: files, published: Fixture.now, expires: Fixture.later(86_400))
    }

    private func publish(_ ring: KeyRing = Fixture.alone, by keys: [SigningKey] = [Fixture.alice]) throws
        -> Publisher.Outcome
    {
        try Publisher(store, trusting: ring).publish(request(), signedBy: keys)
    }

    private func verified(_ number: Int, _ ring: KeyRing = Fixture.alone) throws -> VerifiedRelease {
        try VerifiedRelease(files: store.files(of: number), trusting: ring, at: Fixture.now, after: nil)
    }

    @Test func `what is published is in use, whole, and counted from one`() throws {
        for number in 1...3 {
            guard case .inUse(let envelope) = try publish() else {
                Issue.record("it waits")
                return
            }
            #expect(envelope.body.number == number)
            #expect(envelope.body.replaces == (number == 1 ? nil : number - 1))
            #expect(try store.current() == number)
            #expect(try verified(number).release == envelope.body)
        }
        #expect(try store.numbers() == [1, 2, 3])
        #expect(!folder.names().contains { $0.contains(".new") })
    }

    @Test func `a release that waits for a signature is not in use until it has it`() throws {
        guard case .waiting(let envelope, missing: 1) = try publish(Fixture.both) else {
            Issue.record("it does not wait")
            return
        }
        #expect(try store.current() == nil)
        #expect(throws: ReleaseRefusal.self) { try verified(1, Fixture.both) }
        let publisher = Publisher(store, trusting: Fixture.both)
        guard case .inUse(let signed) = try publisher.sign(1, by: [Fixture.bob], at: Fixture.now) else {
            Issue.record("it still waits")
            return
        }
        #expect(signed.digest == envelope.digest)
        #expect(try store.current() == 1)
        #expect(try verified(1, Fixture.both).release.number == 1)
    }

    @Test func `a release that waited while another came into use is overtaken`() throws {
        _ = try publish(Fixture.both)
        _ = try publish(Fixture.both, by: [Fixture.alice, Fixture.bob])
        #expect(try store.current() == 2)
        let publisher = Publisher(store, trusting: Fixture.both)
        let refusal = #expect(throws: ReleaseRefusal.self) {
            try publisher.sign(1, by: [Fixture.bob], at: Fixture.now)
        }
        #expect(refusal?.reason == .overtaken)
        #expect(try store.current() == 2)
    }

    @Test func `of many who publish at once some succeed, each number is one release, and nobody is told a lie`()
        async throws
    {
        let store = store
        let outcomes = await withTaskGroup(of: Result<Int, any Error>.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    Result {
                        let request = Publisher.Request(
                            files: Self.content,
                            published: Fixture.now,
                            expires: Fixture.later(86_400)
                        )
                        return try Publisher(store, trusting: Fixture.alone)
                            .publish(request, signedBy: [Fixture.alice]).envelope.body.number
                    }
                }
            }
            return await group.reduce(into: [Result<Int, any Error>]()) { $0.append($1) }
        }
        let numbers = outcomes.compactMap { try? $0.get() }
        #expect(!numbers.isEmpty)
        #expect(Set(numbers).count == numbers.count)
        #expect(try store.current() == numbers.max())
        for outcome in outcomes {
            guard case .failure(let error) = outcome else { continue }
            let fault = try #require(error as? StoreFault, "\(error)")
            #expect(fault.reason == .overtaken || fault.reason == .busy)
        }
        for number in try store.numbers() { #expect(try verified(number).release.number == number) }
    }

    @Test func `what a killed publisher left is never served, and goes with the next one`() throws {
        _ = try publish()
        // No process has this number: it is above the kernel's largest.
        try folder.write("store/releases/.new-2-4194305/cities/mistport.json", Array("{".utf8))
        #expect(try store.numbers() == [1])
        #expect(try store.current() == 1)
        _ = try publish()
        #expect(try store.current() == 2)
        #expect(!folder.names().contains { $0.contains(".new") })
    }

    @Test func `a release copied by half is refused and the last good one is served`() throws {
        _ = try publish()
        let source = try ReleaseSource(
            store,
            killSwitch: nil,
            trusting: Fixture.alone,
            memory: ReleaseMemoryFile(folder.path + "/state/remembered.json"),
            at: Fixture.now
        )
        let next = try Fixture.release(2, of: Self.content)
        for path in next.keys.sorted().dropFirst() {
            try folder.write("store/releases/2/\(path)", next[path] ?? [])
        }
        try FileManager.default.removeItem(atPath: store.path + "/current")
        try FileManager.default.createSymbolicLink(
            atPath: store.path + "/current",
            withDestinationPath: "releases/2"
        )
        guard case .refused(2, let refusal) = source.poll(at: Fixture.now).first else {
            Issue.record("half a release was taken")
            return
        }
        #expect(refusal.reason == .contentDiffers)
        #expect(source.release.number == 1)
        for path in next.keys.sorted().prefix(1) { try folder.write("store/releases/2/\(path)", next[path] ?? []) }
        #expect(source.poll(at: Fixture.later(5)).filter { if case .refused = $0 { true } else { false } } == [])
        #expect(source.release.number == 2)
    }

    @Test func `a store that went away is said, and what it held is served`() throws {
        _ = try publish()
        let memory = ReleaseMemoryFile(folder.path + "/state/remembered.json")
        let source = try ReleaseSource(
            store,
            killSwitch: nil,
            trusting: Fixture.alone,
            memory: memory,
            at: Fixture.now
        )
        #expect(try memory.recall()?.horizon?.number == 1)
        try FileManager.default.removeItem(atPath: store.path)
        let alert = try #require(source.poll(at: Fixture.now).first)
        #expect(alert.text.text(in: .english).contains("there is no store at"))
        #expect(source.config(of: "mistport") == FictionalCity.bare)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "a small disk can be mounted by root only"))
    func `a disk that fills up in the middle of a publish loses nothing`() throws {
        let disk = try SmallDisk(kilobytes: 256)
        let store = ReleaseFolder(disk.path + "/store")
        let publisher = Publisher(store, trusting: Fixture.alone)
        var published = 0
        var fault: StoreFault?
        while fault == nil, published < 100 {
            do {
                let request = Publisher.Request(
                    files: Self.content,
                    published: Fixture.now,
                    expires: Fixture.later(86_400)
                )
                _ = try publisher.publish(request, signedBy: [Fixture.alice])
                published += 1
            } catch let error as StoreFault {
                fault = error
            }
        }
        #expect(published > 0)
        #expect(fault?.reason == .full)
        #expect(fault?.description.contains("make room and run the command again") == true)
        #expect(try store.current() == published)
        let names = FileManager.default.enumerator(atPath: disk.path)?.compactMap { $0 as? String } ?? []
        #expect(!names.contains { $0.contains(".new") })
        let source = try ReleaseSource(
            store,
            killSwitch: nil,
            trusting: Fixture.alone,
            memory: TestMemory(),
            at: Fixture.now
        )
        #expect(source.release.number == published)
    }

    @Test func `a plan made for other content than is in use is stale`() throws {
        _ = try publish()
        var stale = request()
        stale.plan = sha256([1])
        stale.planBase = sha256([2])
        let refusal = #expect(throws: ReleaseRefusal.self) {
            try Publisher(store, trusting: Fixture.alone).publish(stale, signedBy: [Fixture.alice])
        }
        #expect(refusal?.reason == .overtaken)
        #expect(refusal?.description.contains("make the plan again") == true)
        var fresh = request()
        fresh.plan = sha256([1])
        fresh.planBase = try verified(1).release.content
        #expect(
            try Publisher(store, trusting: Fixture.alone).publish(fresh, signedBy: [Fixture.alice]).envelope.body.plan
                == sha256([1])
        )
    }

    @Test func `a key that would not count is said before anything is written`() throws {
        #expect(throws: ReleaseRefusal.self) { try publish(by: [Fixture.stranger]) }
        let ring = Fixture.ring([Fixture.trusted(Fixture.alice), Fixture.trusted(Fixture.bob, [.approve])])
        let refusal = #expect(throws: ReleaseRefusal.self) { try publish(ring, by: [Fixture.bob]) }
        #expect(refusal?.explanation.contains("is for approve") == true)
        #expect(folder.names() == [])
    }
}
