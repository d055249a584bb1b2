import Bundles
import FictionalCities
import ServiceConfig
import Testing

/// Whatever happens to a release on its way, it is used as it was signed or not at all.
struct TamperingTests {
    private let files: [String: [UInt8]]

    init() throws {
        files = try Fixture.release(of: Fixture.files([FictionalCity.bare]), by: [Fixture.alice, Fixture.bob])
    }

    @Test func `an untouched release is accepted`() {
        #expect(Fixture.refusal(of: files, trusting: Fixture.both) == nil)
    }

    @Test func `every single flipped bit of the envelope is refused`() throws {
        let envelope = try #require(files[Release.fileName])
        var accepted: [Int] = []
        for bit in 0..<envelope.count * 8 {
            var flipped = files
            flipped[Release.fileName]?[bit / 8] ^= 1 << UInt8(bit % 8)
            if Fixture.refusal(of: flipped, trusting: Fixture.both) == nil { accepted.append(bit) }
        }
        #expect(accepted == [])
        print("\(envelope.count * 8) flipped bits of release.json: all refused")
    }

    @Test func `every single flipped bit of every other file is refused`() throws {
        let envelope = try VerifiedEnvelope(
            files[Release.fileName] ?? [],
            trusting: Fixture.both,
            at: Fixture.now,
            after: nil
        )
        var count = 0
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path != Release.fileName {
            for bit in 0..<bytes.count * 8 {
                var flipped = files
                flipped[path]?[bit / 8] ^= 1 << UInt8(bit % 8)
                let isAccepted = (try? VerifiedRelease(envelope, files: flipped)) != nil
                if isAccepted { Issue.record("\(path), bit \(bit)") }
                count += 1
            }
        }
        print("\(count) flipped bits of the other files: all refused")
        #expect(count > 10_000)
    }

    @Test func `a file cut off anywhere is refused, and so is one that is missing or too many`() throws {
        for (path, bytes) in files {
            for length in stride(from: 0, to: bytes.count, by: path == Release.fileName ? 1 : 97) {
                var cut = files
                cut[path] = Array(bytes[..<length])
                #expect(Fixture.refusal(of: cut, trusting: Fixture.both) != nil, "\(path) cut to \(length) bytes")
            }
            var without = files
            without[path] = nil
            #expect(Fixture.refusal(of: without, trusting: Fixture.both) != nil, "without \(path)")
        }
        var more = files
        more["cities/extra.json"] = files["cities/mistport.json"]
        #expect(Fixture.refusal(of: more, trusting: Fixture.both)?.reason == .contentDiffers)
    }

    @Test func `files of another release do not pass under this one's signatures`() throws {
        let other = Fixture.files([Fixture.bareCity("elsewhere-too", 3)])
        var mixed = other
        mixed[Release.fileName] = files[Release.fileName]
        let refusal = try #require(Fixture.refusal(of: mixed, trusting: Fixture.both))
        #expect(refusal.reason == .contentDiffers)
        #expect(refusal.explanation.contains("not the list that was signed"))
    }

    @Test func `a signature on one kind of document is none on another`() throws {
        // The text of an order to stop, passed off as an envelope with the order's own signature.
        let stop = Signed(
            Stop(city: "mistport", channel: nil, reason: "test", since: Fixture.now),
            by: Fixture.alice
        )
        var killSwitch = KillSwitch()
        killSwitch.add(stop)
        var forged = files
        forged[Release.fileName] = killSwitch.canonicalBytes
        let refusal = try #require(Fixture.refusal(of: forged, trusting: Fixture.both))
        #expect(refusal.explanation.contains("this version reads visafee.release/1 and nothing else"))
    }
}
