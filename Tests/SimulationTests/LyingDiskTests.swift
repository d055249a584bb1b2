import PaymentEngine
import Testing

@testable import Simulation

/// A disk that has only claimed to write: what it loses comes back from the provider and the bureau.
struct LyingDiskTests {
    @Test(arguments: 1...12)
    func `what a disk has lost is rebuilt from the provider's answers and its daily bill`(lost: Int) async {
        let world = World(seed: 4, Faults(seed: 4, .none))
        world.timetable.add(.custom { $0.loseTail(lost) }, at: World.beginning + .minutes(40))
        let simulation = Simulation(seed: 4, applications: 12, level: .none)
        await simulation.run(world, Arrivals(seed: 4, count: 12))
        #expect(world.violation == nil, "\(String(describing: world.violation))")
        #expect(world.tally.settled == 12)
    }

    @Test func `a payment of which the log knows nothing at all is taken over from the daily bill`() async {
        let world = World(seed: 4, Faults(seed: 4, .none))
        let applicant = CrashScenario.happy.prepare(world)
        world.isGoingOn = false
        await world.run(until: world.now + .hours(1))
        #expect(applicant.seen.orders.first?.sync == .synced)
        world.loseTail(64)
        await world.run(until: world.now + .hours(1))
        #expect(applicant.seen.orders.isEmpty)
        for _ in 0..<3 {
            await world.run(until: world.now + .hours(24))
            await world.reconcile()
        }
        await world.run(until: world.now + .hours(1))
        #expect(world.violation == nil, "\(String(describing: world.violation))")
        #expect(applicant.seen.orders.first?.sync == .synced)
        #expect(applicant.seen.orders.first?.flags.contains(.adopted) == true)
    }
}
