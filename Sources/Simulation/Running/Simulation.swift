public import PaymentEngine
import Vocabulary

/// A number of city-years, in which everything that follows from a seed happens.
public struct Simulation: Sendable {
    /// How many applications a city-year has: about what Guangzhou's bureau sees.
    public static let applicationsPerYear = 60_000

    /// From which everything follows.
    public var seed: UInt64
    /// How many applicants come.
    public var applications: Int
    /// How much goes wrong.
    public var level: FaultLevel
    /// The rules of the engine; a test may switch one off.
    public var rules: Rules

    /// A simulation of so many applications, at the rate of a city-year.
    public init(seed: UInt64, applications: Int, level: FaultLevel, rules: Rules = .standard) {
        self.seed = seed
        self.applications = applications
        self.level = level
        self.rules = rules
    }

    /// Runs it to its end, or to the first broken promise.
    ///
    /// First everything goes wrong, and nothing unsafe may happen; then everything heals, and everything has to come to an
    /// end.
    ///
    /// - Parameter progress: Told now and then how many applications there have been.
    /// - Returns: what it has come to.
    public func run(progress: (Int) -> Void = { _ in }) async -> SimulationReport {
        let world = World(seed: seed, rules: rules, Faults(seed: seed, level))
        await run(world, Arrivals(seed: seed, count: applications), progress: progress)
        return SimulationReport(self, world)
    }

    /// Runs it in a world that is given, for the applicants that are given.
    func run(_ world: World, _ arrivals: Arrivals, progress: (Int) -> Void = { _ in }) async {
        world.arrivals = arrivals
        guard let (first, moment) = arrivals.first, let last = arrivals.last else { return }
        world.timetable.add(.dayBegins(Arrivals.day(of: world.now)), at: world.now)
        world.timetable.add(.arrival(first), at: moment)
        while world.violation == nil, world.now < last + .hours(5 * 24) {
            await world.run(until: world.now + .hours(24))
            progress(world.tally.applications)
        }
        world.heal()
        for _ in 0..<Self.daysToHeal where world.violation == nil && !world.applicants.isEmpty {
            await world.run(until: world.now + .hours(24))
        }
        for applicant in world.everybody { world.checkEnd(applicant) }
    }

    /// After so many days without faults everything has come to an end.
    private static let daysToHeal = 60
}

/// Who comes when: evenly over the year, and each a little by chance.
struct Arrivals: Sendable {
    private let seed: UInt64
    private let indices: [Int]?
    private let count: Int
    private static let interval: Int64 = 365 * 86_400_000 / Int64(Simulation.applicationsPerYear)

    init(seed: UInt64, count: Int) {
        (self.seed, self.indices, self.count) = (seed, nil, count)
    }

    /// Only these, in ascending order, each when it would have come anyway.
    init(seed: UInt64, only indices: [Int]) {
        (self.seed, self.indices, self.count) = (seed, indices, indices.count)
    }

    private func moment(of index: Int) -> Moment {
        let jitter = Int64(Chance.mixed(seed &+ UInt64(index)) % UInt64(Self.interval))
        return World.beginning + .milliseconds(Int64(index) * Self.interval + jitter)
    }

    var first: (Int, Moment)? {
        guard count > 0, let index = indices.map(\.first) ?? 0 else { return nil }
        return (index, moment(of: index))
    }

    /// When the last one comes.
    var last: Moment? {
        guard count > 0, let index = indices.map(\.last) ?? count - 1 else { return nil }
        return moment(of: index)
    }

    func next(after index: Int) -> (Int, Moment)? {
        let next = indices.map { all in all.first { $0 > index } } ?? (index + 1 < count ? index + 1 : nil)
        return next.map { ($0, moment(of: $0)) }
    }

    /// Which day of a simulation a moment is on, from 0.
    static func day(of moment: Moment) -> Int {
        Int((moment.milliseconds - World.beginning.milliseconds) / 86_400_000)
    }

    /// The midnight before an applicant comes.
    func dayBefore(_ index: Int) -> Moment {
        World.beginning + .hours(24 * Int64(max(Self.day(of: moment(of: index)), 0)))
    }
}

extension World {
    /// Nothing goes wrong any more.
    func heal() {
        faults.isOn = false
        isGoingOn = false
        (providerAwayUntil, bureauAwayUntil) = (nil, nil)
        isCityOpen = true
        stopSecond()
        for instance in instances { instance.skew = 0 }
        for applicant in everybody { applicant.billGoneUntil = nil }
        tell(LocalizedText("everything heals", "一切恢复正常"))
    }

    /// Nobody may be left: each order has come to an end, and no payment is without one.
    func checkEnd(_ applicant: Applicant) {
        subject = applicant.index
        let isPaid = applicant.accounts.contains { $0.payment != nil }
        if applicant.seen.orders.allSatisfy(\.isFinished), !applicant.seen.orders.isEmpty || !isPaid { return }
        let open = applicant.seen.orders.filter { !$0.isFinished }
        let orders = open.map { "\($0.number) (\($0.stage.rawValue), \($0.sync.rawValue))" }.joined(separator: ", ")
        fail(.paidMeansShown, "of applicant \(applicant.index), \(orders) has come to no end")
    }
}
