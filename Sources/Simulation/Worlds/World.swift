import CivilTime
import Money
import PaymentEngine
import ServiceConfig
import Vocabulary

/// A city with its applicants, its provider, its bureau, and the service in between, in a time of its own.
///
/// Everything happens in one task, one thing after the other; where a call takes time, other things happen in the middle
/// of it. So a seed always comes to the same. `@unchecked` because nothing in a world ever runs beside anything else of it.
final class World: @unchecked Sendable {
    let seed: UInt64
    let rules: Rules
    /// The moment now, as the world has it.
    var now: Moment
    var timetable = Timetable()
    var faults: Faults
    let disk: MemoryStore
    var applicants: [DossierID: Applicant] = [:]
    /// The dossiers of the last commits, for the day on which the disk turns out to have lied.
    var lastCommits: [DossierID] = []
    var instances: [Instance] = []
    var tally = Tally()
    var trace = Trace()
    /// What happened, in words; kept only where asked for.
    var story: Story?
    /// The first promise that was broken; nothing happens after it.
    private(set) var violation: Violation?
    /// Which applicant it was about.
    private(set) var culprit: Int?
    /// Whom it is about just now.
    var subject: Int?
    /// Who comes when; nobody but who is welcomed where nothing is given.
    var arrivals: Arrivals?

    // What holds for everybody.
    var providerAwayUntil: Moment?
    var bureauAwayUntil: Moment?
    var billsFrom: [CivilDate: Moment] = [:]
    var dailyBills: [CivilDate: [ProviderEntry]] = [:]
    /// Days that could not be reconciled in full.
    var openDays: Set<CivilDate> = []
    /// The platform key notifications are signed with now.
    var platformKey = 1
    var isCityOpen = true
    var config = ConfigVersion("config-1")
    var configNumber = 1
    /// Whether applicants still come.
    var isGoingOn = true

    // Crash points.
    var crashPlan: CrashPlan?
    /// The effects there have been.
    var occurred: Set<CrashEffect> = []
    /// Until when notifications are lost, and answers from outside, in a scenario that says so.
    var notificationsFrom: Moment?
    var answersFrom: Moment?

    private var depth = 0
    private static let deepest = 3

    init(
        seed: UInt64,
        rules: Rules = .standard,
        _ faults: Faults,
        from start: Moment = World.beginning,
        story: Story? = nil
    ) {
        self.seed = seed
        self.rules = rules
        self.now = start
        self.faults = faults
        self.story = story
        self.disk = MemoryStore(QuickDigest.function, journalLimit: 64)
        self.instances.append(Instance(0, in: self))
    }

    /// New Year of a year far from here.
    static let beginning = Moment(milliseconds: 1_893_427_200_000)

    /// The dossier of an applicant.
    static func dossier(_ index: Int) -> DossierID {
        let digits = String(index, radix: 16)
        guard let id = DossierID(String(repeating: "0", count: 24 - digits.utf8.count) + digits) else {
            preconditionFailure("24 hexadecimal digits are a dossier's id")
        }
        return id
    }

    /// Whether a fault befalls an applicant now.
    func strikes(_ kind: FaultKind, _ applicant: Applicant) -> Bool {
        subject = applicant.index
        let chance = applicant.chances[kind.rawValue]
        applicant.chances[kind.rawValue] += 1
        guard faults.strikes(kind, applicant.index, chance) else { return false }
        tell(kind.text)
        return true
    }

    /// Notes the first broken promise.
    func fail(_ invariant: Invariant, _ detail: @autoclosure () -> String) {
        fail(Violation(invariant, detail()))
    }

    /// Notes the first broken promise.
    func fail(_ violation: Violation) {
        guard self.violation == nil else { return }
        self.violation = violation
        culprit = subject
        tell(LocalizedText("a promise is broken: \(violation)", "违反约定：\(violation)"))
    }

    // MARK: Time

    /// Lets time pass, and everything that is due happen in it.
    func pass(_ duration: Duration) async {
        guard depth < Self.deepest else { return }
        await run(until: now + duration)
    }

    /// Lets everything happen that happens before a moment.
    func run(until end: Moment) async {
        depth += 1
        defer { depth -= 1 }
        while violation == nil {
            let job = await nextJob()
            let next = timetable.next
            if let job, job.at <= end, next.map({ job.at <= $0 }) ?? true {
                now = max(now, job.at)
                await job.instance.work()
            } else if let next, next <= end, let (at, happening) = timetable.removeFirst() {
                now = max(now, at)
                trace.add(UInt64(bitPattern: now.milliseconds))
                await happen(happening)
            } else {
                break
            }
            tally.steps += 1
        }
        now = max(now, end)
    }

    /// Whether anything is left to happen.
    func nextMoment() async -> Moment? {
        let job = await nextJob()?.at
        guard let next = timetable.next else { return job }
        return job.map { min($0, next) } ?? next
    }

    /// The instance that works next, and when.
    private func nextJob() async -> (at: Moment, instance: Instance)? {
        guard let due = await disk.nextDue() else { return nil }
        var first: (at: Moment, instance: Instance)?
        for instance in instances where instance.isAlive {
            let at = max(due + .milliseconds(-instance.skew), instance.restingUntil)
            if first.map({ at < $0.at }) ?? true { first = (at, instance) }
        }
        return first
    }
}

/// What has been counted.
struct Tally: Sendable {
    var steps = 0
    var commits = 0
    var applications = 0
    var settled = 0
    var shown = 0
    var refunded = 0
    var byHand = 0
    var unpaid = 0
}

/// A digest of everything that has happened, step by step.
struct Trace: Hashable, Sendable {
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: UInt64) {
        digest = Chance.mixed(digest ^ number) &+ 0x9E37_79B9_7F4A_7C15
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var word: UInt64 = 0
            for (place, byte) in bytes.enumerated() {
                word = word << 8 | UInt64(byte)
                if place % 8 == 7 { add(word) }
            }
            add(word)
        }
    }
}
