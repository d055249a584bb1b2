public import PaymentEngine
public import Vocabulary

/// What a simulation has come to.
public struct SimulationReport: Sendable {
    /// What was simulated.
    public let simulation: Simulation
    /// How many applicants came.
    public let applications: Int
    /// How many steps there were, and commits among them.
    public let steps: Int
    /// How many commits.
    public let commits: Int
    /// How often each fault struck.
    public let faults: [(kind: FaultKind, count: Int)]
    /// A digest of everything that happened, in 16 hexadecimal digits: the same for the same seed.
    public let trace: String
    /// The first broken promise; nothing where all were kept.
    public let violation: Violation?
    /// Which applicant it was about, from 0.
    public let culprit: Int?
    let tally: Tally

    init(_ simulation: Simulation, _ world: World) {
        self.simulation = simulation
        self.applications = world.tally.applications
        self.steps = world.tally.steps
        self.commits = world.tally.commits
        self.faults = FaultKind.allCases.map { ($0, world.faults.counts[$0.rawValue]) }
        let digits = String(world.trace.digest, radix: 16)
        self.trace = String(repeating: "0", count: 16 - digits.count) + digits
        self.violation = world.violation
        self.culprit = world.culprit
        self.tally = world.tally
    }

    /// The applications as city-years, in hundredths.
    public var cityYearHundredths: Int { applications * 100 / Simulation.applicationsPerYear }

    /// What is printed, line by line; without how long it took, which is no matter of the simulation.
    public var lines: [LocalizedText] {
        let years =
            "\(cityYearHundredths / 100)." + (cityYearHundredths % 100 < 10 ? "0" : "") + "\(cityYearHundredths % 100)"
        let level = simulation.level.rawValue
        var lines = [
            LocalizedText(
                "seed \(simulation.seed), faults \(level): \(applications) applications, \(years) city-years of "
                    + "\(Simulation.applicationsPerYear) applications each",
                "种子 \(simulation.seed)，故障级别 \(level)：\(applications) 件申请，合 \(years) 个城市年（每年 "
                    + "\(Simulation.applicationsPerYear) 件）"
            ),
            LocalizedText(
                "\(tally.shown) shown by the bureau, \(tally.refunded) refunded in full, \(tally.byHand) decided by people, "
                    + "\(tally.unpaid) never paid",
                "出入境系统已显示 \(tally.shown) 件，全额退款 \(tally.refunded) 件，人工处理 \(tally.byHand) 件，未支付 \(tally.unpaid) 件"
            ),
            LocalizedText(
                "\(steps) steps, \(commits) commits, trace \(trace)",
                "共 \(steps) 步，\(commits) 次提交，轨迹 \(trace)"
            ),
        ]
        for (kind, count) in faults where count > 0 || simulation.level != .none {
            let english = kind.text.text(in: .english)
            let chinese = kind.text.text(in: .chinese)
            lines.append(LocalizedText("  \(count)  \(kind.name): \(english)", "  \(count)  \(kind.name)：\(chinese)"))
        }
        lines.append(
            violation.map { LocalizedText("BROKEN \($0)", "违反约定 \($0)") }
                ?? LocalizedText(
                    "all \(Invariant.allCases.count) promises were kept",
                    "\(Invariant.allCases.count) 项约定均未违反"
                )
        )
        return lines
    }
}
