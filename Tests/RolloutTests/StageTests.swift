import CivilTime
import FictionalCities
import Rollout
import ServiceConfig
import TestSupport
import Testing
import Vocabulary

/// The stages as a whole: what can happen, and what the documentation shows of it.
struct StageTests {
    @Test func `from every state one command leads to no new payments, and no way strands a payment`() {
        let verdict = RolloutModel().check()
        #expect(verdict.unstoppable == nil)
        #expect(verdict.stranding == nil)
        #expect(verdict.stateCount >= 32)
        print("\(verdict.stateCount) states and \(verdict.stepCount) steps of the stages were looked at")
    }

    @Test func `without the gate that nothing is open, a way strands a payment`() {
        let open = RolloutModel.legalMoves.map { (from: $0.from, to: $0.to, needsDrained: false) }
        let way = RolloutModel(moves: open).check().stranding
        #expect(way?.contains(.begin) == true)
        #expect(way.flatMap(\.last).map { [.move(.shadow), .move(.retired)].contains($0) } == true)
    }

    @Test func `without a way to pause, a state cannot be left at once`() {
        let stuck = RolloutModel.legalMoves.filter { $0.to != .paused }
        #expect(RolloutModel(moves: stuck).check().unstoppable?.takesPayments == true)
    }

    @Test
    func `every legal move that opens payments has gates, and none that closes them has any but that nothing is open`()
    {
        for (from, to, _) in RolloutModel.legalMoves {
            let gates = GateTable.requirements(from: from, to: to, raising: true).map(\.gate)
            if to.takesMoney, !(from == .live && to == .pilot) {
                #expect(gates.contains(.approved) && gates.contains(.railNamed), "\(from) to \(to)")
            } else if from.finishesPayments, !to.finishesPayments {
                #expect(gates == [.drained], "\(from) to \(to)")
            } else if !to.takesMoney, to != .shadow {
                #expect(gates == [], "\(from) to \(to)")
            }
        }
        #expect(GateTable.requirements(from: .pilot, to: .pilot, raising: false).isEmpty)
    }

    @Test func `the picture and the table in the documentation are drawn from the code`() throws {
        let folder = TestFiles.package + "/Sources/Rollout/Documentation.docc/"
        let picture = String(decoding: try TestFiles.bytes(folder + "Resources/stages.svg"), as: UTF8.self)
        #expect(picture == StageDrawing.picture, "write what StageDrawing.picture gives to Resources/stages.svg")
        let page = String(decoding: try TestFiles.bytes(folder + "Stages.md"), as: UTF8.self)
        #expect(page.contains("\n\(StageDrawing.table)\n"), "write this into Stages.md:\n\(StageDrawing.table)")
        for move in RolloutStage.Kind.legalMoves {
            for to in move.to { #expect(picture.contains("id=\"\(move.from.rawValue)-\(to.rawValue)\"")) }
        }
    }
}

/// Gates and their evidence.
struct GateTests {
    private static let content = sha256([7])
    private static let now = moment("2030-02-05T11:00:00")

    private static func moment(_ text: String) -> Instant {
        guard let moment = Instant(text + "+08:00") else { preconditionFailure("'\(text)' is no moment") }
        return moment
    }

    private static func evidence(
        _ gate: Gate,
        content: ServiceConfig.Digest = content,
        found: String = "2030-02-05T09:00:00",
        isGood: Bool = true,
        producer: String? = "ci"
    ) -> GateEvidence {
        GateEvidence(
            gate: gate,
            city: "mistport",
            channel: "fog-account",
            content: content,
            found: moment(found),
            isGood: isGood,
            detail: "12 of 12 payments",
            producer: producer
        )
    }

    private static func words(
        _ move: WantedMove,
        _ evidence: [GateEvidence] = [],
        approvers: [String] = [],
        _ change: (inout CityConfig) -> Void = { _ in }
    ) -> [Gate: GateVerdict] {
        var config = FictionalCity.full
        config.freshness.days["contact"] = 400
        change(&config)
        let keeper = GateKeeper(config, content: content, at: now, evidence: evidence, approvers: approvers)
        return Dictionary(keeper.verdicts(on: move).map { ($0.requirement.gate, $0.verdict) }) { first, _ in first }
    }

    private static let pilot = WantedMove(
        channel: "fog-account",
        from: .shadow,
        to: .pilot(percent: 5),
        day: FictionalCity.day("2030-02-05"),
        since: FictionalCity.day("2030-02-01")
    )

    @Test func `with all evidence, approvals and a safe day a move is free`() {
        let verdicts = Self.words(Self.pilot, [Self.evidence(.sandboxPayment)], approvers: ["ben"])
        #expect(verdicts.count == 7)
        for (gate, verdict) in verdicts { #expect(verdict.isPass, "\(gate): \(verdict)") }
    }

    @Test func `a gate whose producer is not there cannot tell, and names no command that does not exist`() throws {
        let verdict = try #require(Self.words(Self.pilot)[.sandboxPayment])
        #expect(verdict.word == "inconclusive")
        #expect(verdict.command == nil)
        #expect(verdict.reason.text(in: .english).contains("no command produces it yet"))
        #expect(verdict.reason.text(in: .chinese).contains("--decide"))
    }

    @Test func `evidence by hand, about other content, or too old cannot tell; bad evidence fails`() {
        let cases: [(GateEvidence, String)] = [
            (Self.evidence(.sandboxPayment), "pass"), (Self.evidence(.sandboxPayment, producer: nil), "inconclusive"),
            (Self.evidence(.sandboxPayment, content: sha256([8])), "inconclusive"),
            (Self.evidence(.sandboxPayment, found: "2030-01-05T10:59:59"), "inconclusive"),
            (Self.evidence(.sandboxPayment, found: "2030-01-06T11:00:00"), "pass"),
            (Self.evidence(.sandboxPayment, found: "2030-02-05T11:00:01"), "inconclusive"),
            (Self.evidence(.sandboxPayment, isGood: false), "fail"), (Self.evidence(.drained), "inconclusive"),
        ]
        for (evidence, word) in cases {
            #expect(Self.words(Self.pilot, [evidence])[.sandboxPayment]?.word == word, "\(evidence)")
        }
        // The newest counts.
        let newer = Self.evidence(.sandboxPayment, found: "2030-02-05T10:00:00", isGood: false)
        #expect(Self.words(Self.pilot, [Self.evidence(.sandboxPayment), newer])[.sandboxPayment]?.word == "fail")
    }

    @Test func `what is missing is named with the command that supplies it`() {
        func verdict(_ gate: Gate, _ change: @escaping (inout CityConfig) -> Void) -> GateVerdict? {
            Self.words(Self.pilot, [], approvers: [], change)[gate]
        }
        #expect(
            verdict(.railNamed) { $0.rollouts[0].rail = nil }?.command?.hasPrefix("visafee city enable mistport")
                == true
        )
        #expect(verdict(.contactsFresh) { $0.bureau = nil }?.command == "visafee contact set mistport")
        let stale = verdict(.contactsFresh) { $0.freshness.days["contact"] = 1 }
        #expect(stale?.word == "fail" && stale?.command?.hasPrefix("visafee source seen ") == true)
        #expect(verdict(.approved) { _ in }?.command?.hasPrefix("visafee release approve") == true)
    }

    @Test func `a stage must last, and a frozen day names the next safe one`() {
        var early = Self.pilot
        early.since = FictionalCity.day("2030-02-03")
        #expect(Self.words(early)[.soaked]?.command == "write 2030-02-06 or a later day for the stage")
        // 2030-02-09, a Saturday, is worked; the Sunday after it is not.
        var frozen = Self.pilot
        frozen.day = FictionalCity.day("2030-02-09")
        #expect(Self.words(frozen)[.noFreeze]?.command == "write 2030-02-11 for the stage: the next safe day")
        var unpublished = Self.pilot
        unpublished.day = FictionalCity.day("2031-02-05")
        #expect(Self.words(unpublished)[.noFreeze]?.word == "inconclusive")
    }

    @Test func `lowering a share and pausing need nothing`() {
        for to in [RolloutStage.pilot(percent: 4), .paused] {
            var move = Self.pilot
            (move.from, move.to) = (.pilot(percent: 5), to)
            #expect(move.isLegal && Self.words(move).isEmpty)
        }
    }
}

/// When something may be changed, and in which order.
struct WaveTests {
    private let calendar = ChangeCalendar(FictionalCity.full.calendar)

    private func moment(_ text: String) throws -> Instant {
        try #require(Instant(text + "+08:00"))
    }

    @Test func `the next safe moment is now, or the next opening of a working day that one follows`() throws {
        // In 2030: 02-01 is a Friday, 02-03 and 02-04 are off, 02-05 a Tuesday.
        for (now, safe) in [
            ("2030-01-31T11:00:00", "2030-01-31T11:00:00"), ("2030-01-30T11:00:00", "2030-01-30T11:00:00"),
            ("2030-01-30T09:59:59", "2030-01-30T10:00:00"), ("2030-01-30T16:00:00", "2030-01-31T10:00:00"),
            ("2030-02-01T11:00:00", "2030-02-05T10:00:00"), ("2030-02-08T11:00:00", "2030-02-08T11:00:00"),
        ] {
            #expect(try calendar.nextSafeMoment(from: moment(now)) == .success(moment(safe)), "\(now)")
        }
        #expect(
            try calendar.nextSafeMoment(from: moment("2030-12-31T11:00:00"))
                == .failure(CalendarNotPublished(year: 2031))
        )
    }

    @Test func `a wave waits for those before it, and for a safe day`() throws {
        let waves = try Waves([
            Wave("west", cities: ["c"], after: ["south", "east"]), Wave("south", cities: ["a"]),
            Wave("east", cities: ["b"], after: ["south"]),
        ])
        #expect(waves.inOrder.map(\.name) == ["south", "east", "west"])
        let now = try moment("2030-01-30T11:00:00")
        let starts = waves.schedule(from: now, soaking: 4, calendar).map(\.start)
        #expect(
            try starts == [
                .success(now), .success(moment("2030-02-05T10:00:00")), .success(moment("2030-02-11T10:00:00")),
            ]
        )
        let late = try waves.schedule(from: moment("2030-12-30T11:00:00"), soaking: 4, calendar).map(\.start)
        #expect(try late[0] == .success(moment("2030-12-30T11:00:00")))
        #expect(late[1] == .failure(CalendarNotPublished(year: 2031)) && late[2] == late[1])
    }

    @Test func `waves that cannot be put in order are refused`() {
        let refused: [([Wave], WavesRefusal)] = [
            ([Wave("a", cities: ["x"], after: ["b"]), Wave("b", cities: ["y"], after: ["a"])], .circle(["a", "b"])),
            ([Wave("a", cities: ["x"]), Wave("a", cities: ["y"])], .twice("a")),
            ([Wave("a", cities: ["x"]), Wave("b", cities: ["x"])], .cityTwice("x")),
            ([Wave("a", cities: ["x"], after: ["z"])], .unknown("z", in: "a")),
        ]
        for (waves, refusal) in refused {
            #expect(throws: refusal) { try Waves(waves) }
        }
    }
}
