import Simulation
import Testing
import Vocabulary

/// A part of the crash points, unoptimised; `Trials` runs all of them.
struct CrashPointTests {
    @Test(arguments: [CrashScenario.unknownOutcome, .doublePay, .refundAbnormal])
    func `a process may die at any place`(scenario: CrashScenario) async {
        let outcome = await CrashSuite(deaths: 1).run(scenario)
        #expect(outcome.broken.isEmpty, "\(outcome.broken)")
        #expect(outcome.fired[0] + outcome.unreachable[0] == CrashPoint.all.count)
        #expect(outcome.fired[0] >= 20)
        #expect(outcome.reasons.values.reduce(0, +) == outcome.unreachable[0])
    }

    @Test func `there are ten effects, and five places to die in each`() {
        #expect(CrashPoint.all.count == 50)
    }

    @Test func `the table counts what fired and what could not, and why`() async {
        let table = CrashTable([await CrashSuite(deaths: 1).run(.happy)])
        #expect(table.isClean)
        #expect(table.fired[0] + table.unreachable[0] == 50)
        let text = table.text(in: .english)
        #expect(text.contains("| happy | \(table.fired[0]) | \(table.unreachable[0]) |"))
        #expect(text.contains("the scenario has no such effect"))
        #expect(table.text(in: .chinese).contains("该场景中没有这一动作"))
    }
}
