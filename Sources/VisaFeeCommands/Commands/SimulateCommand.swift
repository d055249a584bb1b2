public import ArgumentParser
public import Simulation
import Vocabulary

/// `visafee simulate`.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the payment engine through years of faults, and see whether it keeps its promises.",
        discussion: """
            A simulated city has a provider, a bureau, a disk, a process and a clock, and all of them fail. Nothing is paid
            and nothing is read but the seed: the same seed comes to the same, to the last bit. A broken promise is shrunk
            to a short story.

            EXAMPLES
              visafee simulate --seed 7 --faults heavy
              visafee simulate --seed 7 --years 10 --faults light --lang zh
            """
    )

    @Option(help: "From which everything follows.")
    var seed: UInt64 = 1

    @Option(help: "How many city-years of \(Simulation.applicationsPerYear) applications, 1 to 10000.")
    var years = 1

    @Option(help: "How many applications instead of whole years.")
    var applications: Int?

    @Option(help: "How much goes wrong: none, light or heavy.")
    var faults = FaultLevel.heavy

    @OptionGroup
    var language: LanguageOption

    func validate() throws {
        guard (1...10_000).contains(years) else { throw ValidationError("--years is 1 to 10000") }
        guard (applications ?? 1) > 0 else { throw ValidationError("--applications is at least 1") }
    }

    func run() async throws {
        let simulation = Simulation(
            seed: seed,
            applications: applications ?? years * Simulation.applicationsPerYear,
            level: faults
        )
        let start = ProgramClock.processorMilliseconds()
        let report = await simulation.run { done in
            if Terminal.isInteractive, done % 1000 < 200 { Terminal.say("\(done) applications") }
        }
        let duration = max(ProgramClock.processorMilliseconds() - start, 1)
        let story = report.violation == nil ? nil : await simulation.shortest(report)
        try Terminal.run {
            for line in report.lines { try Terminal.write(line.text(in: language.language)) }
            Terminal.say(Self.rate(report, duration).text(in: language.language))
            if let story {
                for line in story.lines { try Terminal.write(line.text(in: language.language)) }
            }
        }
        if report.violation != nil { throw ExitCode.findings }
    }

    /// How fast it was; that is talk, because it is different each time.
    private static func rate(_ report: SimulationReport, _ milliseconds: Int64) -> LocalizedText {
        let perMinute = Int64(report.cityYearHundredths) * 60_000 / milliseconds
        let hundredths = perMinute % 100
        let years = "\(perMinute / 100)." + (hundredths < 10 ? "0\(hundredths)" : "\(hundredths)")
        let rate = Int64(report.applications) * 1000 / milliseconds
        return LocalizedText(
            "\(milliseconds / 1000) CPU seconds: \(years) city-years per CPU minute, \(rate) applications per second",
            "用时 \(milliseconds / 1000) CPU 秒：每 CPU 分钟 \(years) 个城市年，每秒 \(rate) 件申请"
        )
    }
}

extension FaultLevel: ExpressibleByArgument {}
