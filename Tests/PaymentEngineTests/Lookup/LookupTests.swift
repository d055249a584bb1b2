import PaymentEngine
import SeededRandomness
import StoreConformance
import Testing

/// A bureau that always says the same, and takes its time.
private struct StubbornDesk: BillDesk {
    let clock: VirtualClock
    let delay: Duration
    let find: BillFind

    func find(_: ReceiptNumber, _: VerificationCode, in _: String, by _: Moment) async -> BillFind {
        clock.advance(to: clock.now() + delay)
        return find
    }
}

/// A bureau with one receipt, whose code is 1234.
private struct OneReceiptDesk: BillDesk {
    let receipt: String

    func find(_ receipt: ReceiptNumber, _ code: VerificationCode, in _: String, by _: Moment) async -> BillFind {
        guard receipt.text == self.receipt else { return .noSuchReceipt }
        guard code.text == "1234" else { return .wrongCode }
        return .found(BureauBill(receipt: receipt, feeName: "Fog visa", state: .due(sixteen)))
    }
}

struct LookupTests {
    private static func question(_ typed: String, _ code: String = "0", from source: String) -> BillLookup.Question {
        BillLookup.Question(
            city: "mistport",
            typed: typed,
            format: nil,
            code: VerificationCode(code),
            source: LookupLimits.Source(source)
        )
    }

    /// All that somebody who tries at random sees, and when.
    private func view(_ find: BillFind, after delay: Duration, seed: UInt64) async throws -> [String] {
        let clock = VirtualClock()
        let lookup = BillLookup(StubbornDesk(clock: clock, delay: delay, find: find), clock: clock)
        var random = SeededGenerator(seed: seed)
        var seen: [String] = []
        for _ in 0..<60 {
            clock.advance(to: clock.now() + .milliseconds(Int64.random(in: 0...40_000, using: &random)))
            let receipt = "MIST\(Int.random(in: 1...3, using: &random))"
            let source = "source \(Int.random(in: 1...3, using: &random))"
            let answer = try await lookup.find(Self.question(receipt, "\(random.next())", from: source))
            seen.append("\(answer) at \(clock.now().milliseconds)")
        }
        return seen
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a stranger sees the same at the same moments whether the receipt exists or not`(seed: UInt64) async throws {
        let exists = try await view(.wrongCode, after: .milliseconds(1_700), seed: seed)
        let doesNot = try await view(.noSuchReceipt, after: .milliseconds(3), seed: seed)
        #expect(exists == doesNot)
        #expect(exists.contains { $0.hasPrefix("noMatch") })
        #expect(exists.contains { $0.hasPrefix("tooSoon") })
        // A test that could not tell a difference would prove nothing.
        #expect(try await view(.unknown, after: .zero, seed: seed) != doesNot)
    }

    @Test func `how late a slow bureau was does not show either`() async throws {
        for delay in [2_001, 2_600, 4_000] as [Int64] {
            let clock = VirtualClock()
            let desk = StubbornDesk(clock: clock, delay: .milliseconds(delay), find: .noSuchReceipt)
            _ = try await BillLookup(desk, clock: clock).find(Self.question("MIST1", from: "a"))
            #expect(clock.now() == Sample.noon + .seconds(4))
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `however strangers hammer, the owner waits no longer than the stated bound`(seed: UInt64) async throws {
        let clock = VirtualClock()
        let lookup = BillLookup(OneReceiptDesk(receipt: "MIST42"), clock: clock)
        var random = SeededGenerator(seed: seed)
        let bound = LookupLimits.Rules().longestCommonWait
        func hammer(until end: Moment) async throws {
            while clock.now() < end {
                let stranger = "stranger \(Int.random(in: 1...200, using: &random))"
                _ = try await lookup.find(Self.question("mist42", "\(random.next())", from: stranger))
            }
        }
        try await hammer(until: Sample.noon + .hours(2))
        let begun = clock.now()
        var answer = try await lookup.find(Self.question("MIST42", "1234", from: "owner"))
        guard case .tooSoon(let until) = answer else {
            Issue.record("hammering had no effect, so nothing was tested")
            return
        }
        // They go on while the owner waits.
        try await hammer(until: until)
        answer = try await lookup.find(Self.question("MIST42", "1234", from: "owner"))
        guard case .found = answer else {
            Issue.record("the owner was kept out: \(answer)")
            return
        }
        #expect(until - begun <= bound)
        // Whoever has found the bill once does not wait for others any more.
        try await hammer(until: clock.now() + .minutes(30))
        guard case .found = try await lookup.find(Self.question("MIST42", "1234", from: "owner")) else {
            Issue.record("the owner had to wait again")
            return
        }
    }

    @Test func `waits for one's own failures grow up to their limit`() throws {
        var limits = LookupLimits()
        let source = LookupLimits.Source("a")
        var now = Sample.noon
        var waits: [Duration] = []
        for number in 1...25 {
            let receipt = try ReceiptNumber("MIST\(number)", format: nil)
            if let until = limits.admit(source, receipt, in: "mistport", at: now) {
                waits.append(until - now)
                now = until
                #expect(limits.admit(source, receipt, in: "mistport", at: now) == nil)
            }
            limits.end(source, receipt, in: "mistport", .nothingFound, at: now)
        }
        #expect(waits.first == .seconds(2))
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 == min($0 * 2, .hours(1)) })
        #expect(waits.last == .hours(1))
    }

    @Test func `asking many times at once gains nothing`() throws {
        var limits = LookupLimits()
        let source = LookupLimits.Source("a")
        let receipt = try ReceiptNumber("MIST1", format: nil)
        let admitted = (1...100).count { _ in limits.admit(source, receipt, in: "mistport", at: Sample.noon) == nil }
        #expect(admitted == LookupLimits.Rules().freeFailures)
    }

    @Test func `nobody makes up for guessing by asking about a receipt of their own`() throws {
        var limits = LookupLimits()
        let source = LookupLimits.Source("a")
        let own = try ReceiptNumber("OWN1", format: nil)
        var guesses = 0
        for number in 1...50 {
            let receipt = try ReceiptNumber("MIST\(number)", format: nil)
            if limits.admit(source, receipt, in: "mistport", at: Sample.noon) == nil {
                limits.end(source, receipt, in: "mistport", .nothingFound, at: Sample.noon)
                guesses += 1
            }
            if limits.admit(source, own, in: "mistport", at: Sample.noon) == nil {
                limits.end(source, own, in: "mistport", .found, at: Sample.noon)
            }
        }
        #expect(guesses == LookupLimits.Rules().freeFailures)
    }

    @Test func `a bureau that does not answer costs nobody a try`() async throws {
        let clock = VirtualClock()
        let lookup = BillLookup(StubbornDesk(clock: clock, delay: .zero, find: .unknown), clock: clock)
        for _ in 1...50 {
            #expect(try await lookup.find(Self.question("MIST1", from: "a")) == .bureauSilent)
        }
    }

    @Test func `other spellings of a receipt are the same receipt to the limits`() throws {
        var limits = LookupLimits()
        for number in 1...9 {
            let source = LookupLimits.Source("source \(number)")
            let receipt = try ReceiptNumber(String(repeating: "-", count: number) + "MIST1", format: nil)
            if limits.admit(source, receipt, in: "mistport", at: Sample.noon) == nil {
                limits.end(source, receipt, in: "mistport", .nothingFound, at: Sample.noon)
            }
        }
        let receipt = try ReceiptNumber("mist 1", format: nil)
        #expect(limits.admit(LookupLimits.Source("b"), receipt, in: "mistport", at: Sample.noon) != nil)
        #expect(limits.admit(LookupLimits.Source("b"), receipt, in: "elsewhere", at: Sample.noon) == nil)
    }

    @Test func `what is remembered stays within its room, and is forgotten after a day`() throws {
        var rules = LookupLimits.Rules()
        rules.capacity = 50
        var limits = LookupLimits(rules)
        for number in 1...1_000 {
            let source = LookupLimits.Source("source \(number)")
            let receipt = try ReceiptNumber("MIST\(number)", format: nil)
            let now = Sample.noon + .seconds(Int64(number))
            if limits.admit(source, receipt, in: "mistport", at: now) == nil {
                limits.end(source, receipt, in: "mistport", .nothingFound, at: now)
            }
            #expect(limits.count <= 3 * (rules.capacity + 1))
        }
    }

    @Test func `a number that cannot be one is said to be so, and asked nobody`() async throws {
        let clock = VirtualClock()
        let lookup = BillLookup(StubbornDesk(clock: clock, delay: .zero, find: .wrongCode), clock: clock)
        #expect(try await lookup.find(Self.question("  ", from: "a")) == .unreadable(.empty))
        #expect(clock.now() == Sample.noon + .seconds(2))
    }

    @Test func `printing a code prints none`() {
        let code = VerificationCode("7391")
        var dumped = ""
        dump(code, to: &dumped)
        for text in ["\(code)", String(reflecting: code), dumped] { #expect(!text.contains("7391")) }
    }

    @Test func `guesses sent side by side from the owner's own source are let in no more than anybody's`() throws {
        var limits = LookupLimits()
        let receipt = try ReceiptNumber("MIST42", format: nil)
        let source = LookupLimits.Source("owner")
        let start = VirtualClock().now()
        #expect(limits.admit(source, receipt, in: "mistport", at: start) == nil)
        limits.end(source, receipt, in: "mistport", .found, at: start)
        let later = start + .seconds(1)
        // None of them has been answered yet.
        let admitted = (0..<1_000).count { _ in limits.admit(source, receipt, in: "mistport", at: later) == nil }
        #expect(admitted <= LookupLimits.Rules().freeFailures + 1, "\(admitted)")
    }

    @Test func `a bureau that does not answer costs the owner nothing of having found the bill`() throws {
        var limits = LookupLimits()
        let receipt = try ReceiptNumber("MIST42", format: nil)
        let source = LookupLimits.Source("owner")
        let now = VirtualClock().now()
        #expect(limits.admit(source, receipt, in: "mistport", at: now) == nil)
        limits.end(source, receipt, in: "mistport", .found, at: now)
        for _ in 0..<50 {
            #expect(limits.admit(source, receipt, in: "mistport", at: now) == nil)
            limits.end(source, receipt, in: "mistport", .unanswered, at: now)
        }
    }
}
