import PaymentEngine
import Simulation
import Testing
import Vocabulary

/// Each commit that belongs before something is put after it: simulator and crash points have to notice.
struct PlantedBugTests {
    private static let promise: [CommitPoint: Invariant] = [
        .beforeAcknowledging: .acknowledgedIsDurable, .beforeAnswering: .sameRequestSameAnswer,
        .beforeWriting: .bureauHearsTheTruth, .beforeCalling: .exactlyOneJob, .beforeReleasing: .exactlyOneJob,
    ]

    @Test(arguments: CommitPoint.allCases)
    func `the simulator finds a commit that comes too late within a hundred applications`(point: CommitPoint) async {
        let bug = Rules(without: .commit(point))
        let report = await Simulation(seed: 1, applications: 100, level: .light, rules: bug).run()
        #expect(report.violation?.invariant == Self.promise[point])
    }

    @Test(arguments: CommitPoint.allCases)
    func `crash points find a commit that comes too late`(point: CommitPoint) async {
        let suite = CrashSuite(rules: Rules(without: .commit(point)), deaths: 1)
        let outcome = await suite.run(.happy)
        #expect(outcome.broken.contains { $0.violation.invariant == Self.promise[point] })
    }

    @Test func `a broken promise shrinks to a short story`() async throws {
        let bug = Rules(without: .commit(.beforeAcknowledging))
        let simulation = Simulation(seed: 9, applications: 100, level: .heavy, rules: bug)
        let report = await simulation.run()
        let story = try #require(await simulation.shortest(report))
        #expect(story.violation.invariant == .acknowledgedIsDurable)
        #expect(story.applicants == 1)
        #expect(story.faults == 0)
        #expect(story.lines.count < 40)
        let words = story.lines.map { $0.text(in: .english) }
        #expect(words.contains { $0.contains("pays in the wallet") })
        #expect(words.contains { $0.contains("a promise is broken: I-2") })
    }
}
