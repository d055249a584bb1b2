public import PaymentEngine

/// Processes that die at every place there is, and at every two of them, in every scenario.
public struct CrashSuite: Sendable {
    /// The rules of the engine; a test may switch one off.
    public var rules: Rules
    /// How many deaths in a row at most: 1, 2 or 3.
    public var deaths: Int

    /// A suite.
    public init(rules: Rules = .standard, deaths: Int = 2) {
        self.rules = rules
        self.deaths = deaths
    }

    /// Why a place to die was not reached.
    public enum Unreachable: String, CaseIterable, Hashable, Sendable {
        /// It has no such effect.
        case noSuchEffect = "the scenario has no such effect"
        /// For what only the log notices, the store's answer is the commit.
        case commitIsEffect = "the effect is its commit: no answer comes before it"
        /// What is written to the bureau counts only once it is read back.
        case nothingCommitted = "nothing is committed after a bureau write: only what is read back counts"
        /// After the death before it, what is missing does not happen any more.
        case notAfterwards = "the effect does not come again after the death before it"
    }

    /// What a scenario has come to.
    public struct Outcome: Sendable {
        /// The scenario.
        public let scenario: CrashScenario
        /// By how many deaths: how many runs in which all of them were died.
        public fileprivate(set) var fired = [0, 0, 0]
        /// By how many deaths: how many were not reached.
        public fileprivate(set) var unreachable = [0, 0, 0]
        /// Why not.
        public fileprivate(set) var reasons: [Unreachable: Int] = [:]
        /// The effects in which some process died.
        public fileprivate(set) var effects: Set<CrashEffect> = []
        /// The broken promises, each with where the processes died; at most ten.
        public fileprivate(set) var broken: [(points: [CrashPoint], violation: Violation)] = []
    }

    /// Runs every scenario, as many at once as there are processors.
    public func run() async -> [Outcome] {
        await withTaskGroup(of: Outcome.self) { group in
            for scenario in CrashScenario.allCases { group.addTask { await run(scenario) } }
            var outcomes: [Outcome] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
    }

    /// Runs one scenario with every death.
    public func run(_ scenario: CrashScenario) async -> Outcome {
        var outcome = Outcome(scenario: scenario)
        let calm = await Self.run(scenario, [], rules)
        if let violation = calm.violation { outcome.broken.append(([], violation)) }
        await extend([], calm.occurred, &outcome)
        return outcome
    }

    /// Lets one more process die after those that have.
    private func extend(_ points: [CrashPoint], _ occurred: Set<CrashEffect>, _ outcome: inout Outcome) async {
        guard points.count < deaths else { return }
        let level = points.count
        for point in CrashPoint.all {
            let run = await Self.run(outcome.scenario, points + [point], rules)
            if let violation = run.violation, outcome.broken.count < 10 {
                outcome.broken.append((points + [point], violation))
            }
            if run.fired == level + 1 {
                outcome.fired[level] += 1
                outcome.effects.insert(point.effect)
                await extend(points + [point], run.occurred, &outcome)
            } else {
                note(point, points, occurred, level, &outcome)
            }
        }
    }

    /// Takes note of a place that was not reached, and of all that would have come after it.
    private func note(
        _ point: CrashPoint,
        _ before: [CrashPoint],
        _ occurred: Set<CrashEffect>,
        _ level: Int,
        _ outcome: inout Outcome
    ) {
        let reason: Unreachable =
            if !occurred.contains(point.effect) {
                .noSuchEffect
            } else if point.effect.isCommitOnly, point.position == .answeredNotCommitted {
                .commitIsEffect
            } else if point.effect == .bureauWrite, point.position.isAroundCommit {
                .nothingCommitted
            } else {
                .notAfterwards
            }
        var ways = 1
        for deeper in level..<deaths {
            outcome.unreachable[deeper] += ways
            outcome.reasons[reason, default: 0] += ways
            ways *= CrashPoint.all.count
        }
    }

    /// Runs a scenario in which processes die at these places, one after the other.
    static func run(
        _ scenario: CrashScenario,
        _ points: [CrashPoint],
        _ rules: Rules,
        story: Story? = nil
    ) async -> (violation: Violation?, fired: Int, occurred: Set<CrashEffect>, story: Story?) {
        let world = World(seed: 1, rules: rules, Faults(seed: 1, .none), story: story)
        world.crashPlan = CrashPlan(points)
        world.isGoingOn = false
        let applicant = scenario.prepare(world)
        await world.run(until: world.now + .hours(2))
        for hours in stride(from: 2, to: 40 * 24, by: 8) where world.violation == nil {
            if let since = applicant.finishedAt, since < world.now + .hours(-30), world.applicants.count == 1 { break }
            if hours % 24 == 10 { await world.reconcile() }
            await world.visitPeople()
            await world.run(until: world.now + .hours(8))
        }
        for _ in 0..<4 {
            await world.expunge(applicant)
            await world.run(until: world.now + .minutes(2))
        }
        world.checkEnd(applicant)
        await world.settle(applicant)
        if scenario.endsShown, !applicant.seen.orders.contains(where: { $0.sync == .synced || $0.sync == .resolved }) {
            world.fail(.paidMeansShown, "the payment should have been shown")
        }
        if applicant.seen.orders.contains(where: { !$0.isExpunged }) {
            world.fail(.noPersonalData, "personal data were left")
        }
        return (world.violation, world.crashPlan?.fired ?? 0, world.occurred, world.story)
    }
}

extension CrashPosition {
    /// Whether it is before or after what the process commits by itself.
    var isAroundCommit: Bool { self == .answeredNotCommitted || self == .committedNotAcknowledged }
}
