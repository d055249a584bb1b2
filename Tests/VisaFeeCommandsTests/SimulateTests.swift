import Testing

/// `visafee simulate`, run as a user runs it.
struct SimulateTests {
    @Test func `the same seed prints the same, and how long it took is not part of it`() throws {
        let runs = try (0..<2).map { _ in try Program.run("simulate", "--applications", "25", "--seed", "3") }
        #expect(runs.allSatisfy { $0.code == 0 })
        #expect(runs[0].output == runs[1].output)
        #expect(runs[0].text.hasPrefix("seed 3, faults heavy: 25 applications,"))
        #expect(runs[0].text.hasSuffix("all 15 promises were kept\n"))
        #expect(runs[0].talk.contains("city-years per CPU minute"))
    }

    @Test func `it speaks Chinese where asked to`() throws {
        let run = try Program.run("simulate", "--applications", "3", "--faults", "none", "--lang", "zh")
        #expect(run.code == 0)
        #expect(run.text.contains("15 项约定均未违反"))
    }

    @Test(arguments: [["--years", "0"], ["--years", "10001"], ["--applications", "0"], ["--faults", "some"]])
    func `what cannot be simulated is a matter of usage`(arguments: [String]) throws {
        let run = try Program.run(["simulate"] + arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains(arguments[0]))
    }
}
