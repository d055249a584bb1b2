import PaymentEngine
import Simulation
import Testing
import Vocabulary

struct SimulationTests {
    @Test func `a seed comes to the same each time, and another seed to something else`() async {
        let simulation = Simulation(seed: 5, applications: 60, level: .heavy)
        let (first, second) = (await simulation.run(), await simulation.run())
        #expect(first.violation == nil)
        #expect(first.lines == second.lines)
        let other = await Simulation(seed: 6, applications: 60, level: .heavy).run()
        #expect(first.trace != other.trace)
    }

    @Test func `where nothing goes wrong, nothing is decided by people`() async {
        let report = await Simulation(seed: 1, applications: 60, level: .none).run()
        #expect(report.violation == nil)
        #expect(report.applications == 60)
        #expect(report.faults.allSatisfy { $0.count == 0 })
        #expect(report.lines.contains { $0.text(in: .english).contains("0 decided by people") })
    }

    @Test(arguments: FaultLevel.allCases)
    func `whatever goes wrong, every promise is kept and everything comes to an end`(level: FaultLevel) async {
        let report = await Simulation(seed: 3, applications: 120, level: level).run()
        #expect(report.violation == nil, "\(String(describing: report.violation))")
        #expect(report.applications == 120)
    }

    @Test func `a report says in both languages what was simulated and what came of it`() async {
        let report = await Simulation(seed: 2, applications: 6, level: .light).run()
        let english = report.lines.map { $0.text(in: .english) }
        let chinese = report.lines.map { $0.text(in: .chinese) }
        #expect(english.first == "seed 2, faults light: 6 applications, 0.00 city-years of 60000 applications each")
        #expect(english.last == "all 15 promises were kept")
        #expect(chinese.last == "15 项约定均未违反")
        for kind in FaultKind.allCases {
            #expect(english.contains { $0.contains(" \(kind.name): ") })
            #expect(chinese.contains { $0.contains(" \(kind.name)：") })
        }
    }
}
