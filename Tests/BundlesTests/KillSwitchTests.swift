import Bundles
import CivilTime
import FictionalCities
import Foundation
import SeededRandomness
import ServiceConfig
import Testing
import Vocabulary

/// The kill switch can close and cannot open.
struct KillSwitchTests {
    private static let cities = (0..<3).map { number -> CityConfig in
        var config = FictionalCity.full
        config.place = Fixture.place("mistport-\(number)", number)
        return config
    }

    /// Every channel and day of interest on which new payments are taken.
    private static func exposure(_ cities: [CityConfig], under stops: [Stop]) -> Set<String> {
        let days = ["2030-01-15", "2030-02-15", "2030-04-01", "2030-05-01", "2030-09-01", "2030-10-15", "2031-01-01"]
        return Set(
            cities.flatMap { city in
                let seen = city.closed(by: stops)
                return seen.rollouts.flatMap { rollout in
                    days.filter { rollout.stage(on: FictionalCity.day($0)).kind.takesMoney }
                        .map { "\(city.place.slug)/\(rollout.channel) \($0)" }
                }
            }
        )
    }

    private static func randomSwitch(_ generator: inout SeededGenerator) -> KillSwitch {
        var killSwitch = KillSwitch()
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let city = "mistport-\(Int.random(in: 0...3, using: &generator))"
            let channel = [nil, "fog-account", "fog-app", "pier-counter"].randomElement(using: &generator) ?? nil
            let since = Fixture.later(Int64.random(in: 0...2, using: &generator))
            let key = [Fixture.alice, Fixture.bob].randomElement(using: &generator) ?? Fixture.alice
            killSwitch.add(Signed(Stop(city: city, channel: channel, reason: "drill", since: since), by: key))
        }
        return killSwitch
    }

    private static func stops(_ killSwitch: KillSwitch) -> [Stop] {
        killSwitch.stops.map(\.body)
    }

    @Test func `merging is idempotent, commutative and associative, and what is open is what is open under both`() {
        var generator = SeededGenerator(seed: 3)
        let open = Self.exposure(Self.cities, under: [])
        #expect(!open.isEmpty)
        var checks = 0
        var closings = 0
        for _ in 0..<150 {
            let (a, b, c) = (
                Self.randomSwitch(&generator), Self.randomSwitch(&generator), Self.randomSwitch(&generator)
            )
            #expect(a.merged(with: a) == a)
            #expect(a.merged(with: KillSwitch()) == a)
            #expect(a.merged(with: b) == b.merged(with: a))
            #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)))
            let (openA, openB) = (
                Self.exposure(Self.cities, under: Self.stops(a)), Self.exposure(Self.cities, under: Self.stops(b))
            )
            let both = Self.exposure(Self.cities, under: Self.stops(a.merged(with: b)))
            #expect(both == openA.intersection(openB))
            #expect(openA.isSubset(of: open))
            closings += openA == open ? 0 : 1
            checks += 7
        }
        #expect(closings > 50)
        print("\(checks) checks of the kill switch as a meet-semilattice, \(closings) of 150 closing something")
    }

    @Test func `a switch reads back as it is written, in whatever order its orders came`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<100 {
            let (a, b) = (Self.randomSwitch(&generator), Self.randomSwitch(&generator))
            let bytes = a.merged(with: b).canonicalBytes
            #expect(bytes == b.merged(with: a).canonicalBytes)
            #expect(try KillSwitch(loading: bytes) == a.merged(with: b))
        }
    }

    @Test func `a stop pauses what takes money, on every day, and touches nothing else`() throws {
        let city = FictionalCity.full
        let stop = Stop(city: "mistport", channel: "fog-account", reason: "drill", since: Fixture.now)
        let closed = city.closed(by: [stop])
        let before = try #require(city.rollout(of: "fog-account"))
        let after = try #require(closed.rollout(of: "fog-account"))
        for (old, new) in zip(before.stage.changes, after.stage.changes) {
            #expect(new.date == old.date)
            #expect(new.value == (old.value.kind.takesMoney ? .paused : old.value))
        }
        var restored = closed
        restored.rollouts = city.rollouts
        #expect(restored == city)
        #expect(closed.rollout(of: "pier-counter") == city.rollout(of: "pier-counter"))
        #expect(city.closed(by: [Stop(city: "elsewhere", channel: nil, reason: "drill", since: Fixture.now)]) == city)
    }

    @Test func `two people who stop at once both stop`() async throws {
        let folder = try TemporaryFolder()
        let file = KillSwitchFile(folder.path + "/state/kill-switch.json")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let stop = Stop(city: "mistport-\(number)", channel: nil, reason: "drill", since: Fixture.now)
                    // Whoever meets another writer is told so, and runs the command again.
                    var isWritten = false
                    while !isWritten {
                        isWritten = Result { try file.add(Signed(stop, by: Fixture.alice)) }.isSuccess
                        await Task.yield()
                    }
                }
            }
        }
        let killSwitch = try KillSwitch(loading: #require(try file.bytes()))
        #expect(Set(killSwitch.stops.map(\.body.city)) == Set((0..<16).map { "mistport-\($0)" }))
    }

    @Test func `a damaged file keeps nobody from stopping`() throws {
        let folder = try TemporaryFolder()
        try folder.write("kill-switch.json", Array("{".utf8))
        let file = KillSwitchFile(folder.path + "/kill-switch.json")
        let stop = Signed(Stop(city: "mistport", channel: nil, reason: "drill", since: Fixture.now), by: Fixture.alice)
        let aside = try #require(try file.add(stop).damage?.aside)
        #expect(folder.names().contains(String(aside.split(separator: "/").last ?? "")))
        #expect(try KillSwitch(loading: #require(try file.bytes())).stops == [stop])
    }

    @Test func `whichever byte of the file is damaged, every other order still stands after the next stop`() throws {
        var killSwitch = KillSwitch()
        for number in 0..<3 {
            let stop = Stop(
                city: "mistport-\(number)",
                channel: number == 1 ? "fog-account" : nil,
                reason: "a \"drill\" {\(number)}",
                since: Fixture.later(Int64(number))
            )
            killSwitch.add(Signed(stop, by: Fixture.alice))
        }
        let whole = killSwitch.canonicalBytes
        let places = killSwitch.stops.map(\.body.place)
        let folder = try TemporaryFolder()
        let stop = Signed(Stop(city: "elsewhere", channel: nil, reason: "drill", since: Fixture.now), by: Fixture.alice)
        var (carried, named) = (0, 0)
        for index in stride(from: 0, to: whole.count, by: 7) {
            var damaged = whole
            damaged[index] ^= 1
            guard (try? KillSwitch(loading: damaged)) == nil else { continue }
            try folder.write("kill-switch.json", damaged)
            let addition = try KillSwitchFile(folder.path + "/kill-switch.json").add(stop)
            let damage = try #require(addition.damage)
            let kept = Set(addition.killSwitch.stops.map(\.body.place)).intersection(places)
            // One byte lies in one order, or in none.
            #expect(kept.count >= 2, "byte \(index)")
            #expect(Set(damage.lostPlaces).isDisjoint(with: kept))
            carried += damage.carriedOver
            named += damage.lostPlaces.count
        }
        #expect(carried > 30)
        #expect(named > 5)
        // Half a file: what came before the end is there, and the damaged order's place is named.
        let cut = try #require(String(decoding: whole, as: UTF8.self).range(of: "mistport-1")).upperBound
        let half = Array(String(decoding: whole, as: UTF8.self)[..<cut].utf8)
        let remains = KillSwitchRemains(of: half)
        #expect(remains.killSwitch.stops.map(\.body.place) == ["mistport-0"])
        #expect(remains.lostPlaces == ["mistport-1/fog-account"])
    }
}

extension Result {
    fileprivate var isSuccess: Bool {
        if case .success = self { true } else { false }
    }
}
