public import PaymentEngine
public import Vocabulary

/// The shortest story found of a broken promise.
public struct ShortStory: Sendable {
    /// The promise.
    public let violation: Violation
    /// How many took part.
    public let applicants: Int
    /// How many faults it takes.
    public let faults: Int
    /// What happens.
    public let story: Story

    /// What is printed, line by line.
    public var lines: [LocalizedText] {
        let opening = LocalizedText(
            "It takes \(applicants) applicants and \(faults) faults:",
            "只需 \(applicants) 名申请人和 \(faults) 次故障："
        )
        return [opening]
            + story.lines.map { line in
                let (english, chinese) = (line.what.text(in: .english), line.what.text(in: .chinese))
                return LocalizedText("  \(line.when)  \(english)", "  \(line.when)  \(chinese)")
            }
    }
}

extension Simulation {
    /// Makes the story of a broken promise as short as it gets: first fewer applicants, then fewer faults.
    ///
    /// Every fault is decided by the seed and by what it befalls. So what is taken out leaves the rest as it was.
    ///
    /// - Returns: the story. Where it takes more than the applicant whom it befell and those who came just before and after,
    ///   nothing is taken out, and the story is told of that applicant alone. Nothing where no promise was broken.
    public func shortest(_ report: SimulationReport) async -> ShortStory? {
        guard let violation = report.violation, let culprit = report.culprit else { return nil }
        for companions in [0, 3, 40] {
            let indices = Array(max(0, culprit - companions)...min(culprit + companions, applications - 1))
            let world = await replay(indices, allowed: nil)
            guard world.violation?.invariant == violation.invariant else { continue }
            return await shortest(indices, Set(world.faults.struck), violation.invariant)
        }
        return await retold(of: culprit)
    }

    /// What it takes the whole city for is told of one applicant alone.
    private func retold(of culprit: Int) async -> ShortStory? {
        let world = World(seed: seed, rules: rules, Faults(seed: seed, level), story: Story(of: culprit))
        await run(world, Arrivals(seed: seed, count: applications))
        guard let violation = world.violation, let story = world.story else { return nil }
        let faults = world.faults.counts.reduce(0, +)
        return ShortStory(violation: violation, applicants: world.tally.applications, faults: faults, story: story)
    }

    /// Takes out faults, half of them at first and single ones at last, as long as the promise is still broken.
    private func shortest(_ indices: [Int], _ struck: Set<FaultID>, _ invariant: Invariant) async -> ShortStory? {
        var needed = struck.sorted { ($0.whom, $0.kind.rawValue, $0.chance) < ($1.whom, $1.kind.rawValue, $1.chance) }
        var size = max(needed.count / 2, 1)
        while true {
            var isShorter = false
            var start = 0
            while start < needed.count {
                let without = Array(needed[..<start] + needed[min(start + size, needed.count)...])
                if await replay(indices, allowed: Set(without)).violation?.invariant == invariant {
                    needed = without
                    isShorter = true
                } else {
                    start += size
                }
            }
            if size == 1, !isShorter { break }
            size = max(size / 2, 1)
        }
        let world = await replay(indices, allowed: Set(needed), story: Story())
        guard let violation = world.violation, let story = world.story else { return nil }
        return ShortStory(violation: violation, applicants: indices.count, faults: needed.count, story: story)
    }

    /// Runs it again for some applicants, with some faults.
    private func replay(_ indices: [Int], allowed: Set<FaultID>?, story: Story? = nil) async -> World {
        let arrivals = Arrivals(seed: seed, only: indices)
        let world = World(
            seed: seed,
            rules: rules,
            Faults(seed: seed, level, allowed: allowed, keepsStruck: true),
            from: arrivals.dayBefore(indices[0]),
            story: story
        )
        await run(world, arrivals)
        return world
    }
}
