import CivilTime
import FictionalCities
import Money
import PaymentEngine
import ServiceConfig
import StoreConformance
import Testing
import Vocabulary

/// Everything that decides whether a bill can be paid, in every combination.
struct BillPayabilityTests {
    private static let today = Sample.noon.day
    private static let counterPayment = TransactionID("counter")

    private static func day(_ offset: Int) -> CivilDate {
        today.adding(days: offset) ?? today
    }

    /// What this program may know of the bill: the dossier, and what another attempt to open it comes to.
    private static func dossiers() throws -> [(name: String, dossier: Dossier)] {
        let ways: [(String, [Spec.Step])] = [
            ("nothing", []), ("created", Way.created), ("submitted", Way.submitted), ("awaiting", Way.awaiting),
            ("unconfirmed", Way.unconfirmed), ("closing", Way.closing), ("closed", Way.closed), ("paid", Way.paid),
            ("sent", Way.sent), ("synced", Way.synced), ("unattributed", Way.unattributed),
            ("refunding", Way.refunding), ("second awaiting", Way.secondAwaiting),
        ]
        return try ways.map { ($0, try Spec($0, $1).run()) }
    }

    private static let states: [BureauBill.State] = [
        .due(sixteen), .due(.zero), .paid(TransactionID("T-1")), .paid(counterPayment), .paid(nil),
        .counterOnly(sixteen), .gone,
    ]

    private static let stages: [RolloutStage] = [
        .none, .planned, .shadow, .pilot(percent: 1), .pilot(percent: 99), .live, .paused, .retired,
    ]

    private static let receipt: ReceiptNumber = {
        guard let receipt = try? ReceiptNumber("MIST000042", format: nil) else { preconditionFailure("no receipt") }
        return receipt
    }()

    private static func bill(_ state: BureauBill.State) -> BureauBill {
        BureauBill(receipt: receipt, feeName: "Fog visa", state: state, issued: day(-3), approved: day(-1))
    }

    private static func city(
        _ stage: RolloutStage = .live,
        _ window: Channel.Window? = nil,
        calendar: WorkingDayCalendar = FictionalCity.full.calendar
    ) -> CityConfig {
        var config = FictionalCity.full
        var channel = config.channels[0]
        channel.status = Timeline(.offered)
        channel.applicants = Timeline(["foreign-national"])
        channel.services = []
        channel.window = window
        config.channels = [channel]
        config.rollouts = [Rollout(channel: channel.id, stage: Timeline(stage), rail: nil)]
        config.calendar = calendar
        return config
    }

    private static func maintenance(_ isAway: Bool) -> Maintenance {
        let span = TimeSpan("00:00-24:00")
        return Maintenance(isAway ? [FictionalCity.slug: span.map { [$0] } ?? []] : [:])
    }

    @Test func `every combination has one answer with a text key and a next step, and all answers occur`() throws {
        var keys: Set<BillPayability.Key> = []
        var count = 0
        let readings = Self.states.map { BillReading.bill(Self.bill($0)) } + [.unknown]
        for (name, dossier) in try Self.dossiers() {
            for reading in readings {
                for stage in Self.stages {
                    for isAway in [false, true] {
                        for (window, dates) in Self.windows {
                            var reading = reading
                            if case .bill(var bill) = reading {
                                (bill.payableFrom, bill.payableThrough) = (dates.from, dates.through)
                                reading = .bill(bill)
                            }
                            var question = BillQuestion(reading, receipt: Self.receipt, dossier: dossier)
                            if stage == .live, let priced = Self.priced {
                                question.service = priced.leaf.service
                                question.choices = priced.leaf.choices
                                question.nationality = priced.nationality
                            }
                            let answer = Self.city(stage, window)
                                .payability(of: question, maintenance: Self.maintenance(isAway), at: Sample.noon)
                            keys.insert(answer.key)
                            count += 1
                            Self.check(answer, reading, dossier, stage, isAway, name)
                        }
                    }
                }
            }
        }
        #expect(count == 13 * 8 * 8 * 2 * Self.windows.count)
        #expect(keys == Set(BillPayability.Key.allCases))
    }

    private static let windows: [(Channel.Window?, (from: BillDate?, through: BillDate?))] = [
        (nil, (nil, nil)), (nil, (.on(day(1)), nil)), (nil, (nil, .on(day(-1)))), (nil, (.on(day(-1)), .on(day(0)))),
        (Channel.Window(opens: .receiptIssued, closes: .endOfDay, fallback: .counter), (nil, nil)),
        (Channel.Window(opens: .applicationApproved, closes: .collection, fallback: .counter), (nil, nil)),
    ]

    /// Something the fee schedule of Mistport prices otherwise than the bill.
    private static let priced: (leaf: Leaf, nationality: NationalityCode)? = {
        let fees = FictionalCity.full.fees
        for (number, leaf) in fees.leaves.enumerated() {
            for nationality in fees.nationalities {
                let amount = fees.answer(leaf: number, nationality: nationality, on: today)?.fee.amount
                if let amount, amount != sixteen { return (leaf, nationality) }
            }
        }
        return nil
    }()

    /// What must hold of an answer, whichever it is.
    private static func check(
        _ answer: BillPayability,
        _ reading: BillReading,
        _ dossier: Dossier,
        _ stage: RolloutStage,
        _ isAway: Bool,
        _ name: String
    ) {
        let opened = Machine().decide(about: dossier, .open(Sample.terms()), at: Sample.noon).reply
        switch answer {
        case .payable(let offer):
            // Whoever is told to pay can.
            #expect(opened == .opened(dossier.nextNumber), "\(name)")
            #expect(offer.amount == sixteen)
            #expect(!offer.channel.isEmpty)
            #expect(stage.kind.takesMoney && !isAway)
        case .inProgress(let order):
            #expect(dossier.order(order)?.isLive == true)
            #expect(opened == .resumed(order) || opened == .refused(.earlierOrderClosing), "\(name)")
        case .alreadyPaid(.shown(let order, _)), .alreadyPaid(.notShownYet(let order, _)):
            #expect(dossier.order(order)?.payment != nil)
        case .alreadyPaid(.elsewhere(let reference)):
            guard case .bill(let bill) = reading else {
                Issue.record("nobody said so")
                return
            }
            #expect(bill.state == .paid(reference))
        case .bureauAway(let until):
            #expect(isAway && until > Sample.noon)
        case .bureauSilent:
            #expect(reading == .unknown && !isAway)
        case .cityPaused:
            #expect(stage == .paused)
        case .notYet(let opening):
            #expect(opening == .day(day(1)))
        case .ended(let ending):
            #expect(ending == .day(day(-1)) || ending == .day(day(-3)))
        case .needsCounter, .nothingToPay:
            break
        }
        // Nobody whose money is here is ever told to pay.
        if dossier.orders.contains(where: \.holdsMoney) { #expect(answer.nextStep == .keepReference, "\(name)") }
    }

    private static func ask(_ bill: BureauBill, _ city: CityConfig, at now: Moment = Sample.noon) -> BillPayability {
        city.payability(
            of: BillQuestion(.bill(bill), receipt: receipt, dossier: Dossier(Sample.dossier(1))),
            at: now
        )
    }

    @Test func `a bill that disagrees with the fee schedule can be paid, with a warning`() throws {
        let city = Self.city()
        var question = BillQuestion(
            .bill(Self.bill(.due(Sample.amount(fen: 1)))),
            receipt: Self.receipt,
            dossier: Dossier(Sample.dossier(1)),
            service: "moon-permit"
        )
        let lines = try #require(
            try Engine(Cities([city])).quote(
                FeeQuestion(
                    city: city.place.slug,
                    service: "moon-permit",
                    choices: [],
                    nationality: nil,
                    day: Self.today
                )
            )
        ).lines
        for line in lines {
            question.choices = line.leaf.choices
            question.nationality = line.nationalities?.nationalities.first ?? city.fees.nationalities.first
            let answer = city.payability(of: question, at: Sample.noon)
            let expected = line.answer.fee.amount.map { [$0] } ?? []
            guard case .payable(let offer) = answer else {
                Issue.record("\(line.leaf.path) is not payable")
                continue
            }
            #expect(offer.scheduleSays == expected)
            #expect(offer.amount == Sample.amount(fen: 1))
            #expect(answer.key == (expected.isEmpty ? .payable : .payableAmountDiffers))
        }
        #expect(lines.contains { $0.answer.fee.amount != nil })
        #expect(lines.contains { $0.answer.fee.amount == nil })
    }

    @Test func `days are counted as working days`() {
        // 2030-02-01 is a Friday; the 3rd and 4th are holidays in Mistport, and the 9th, a Saturday, is worked.
        let start = FictionalCity.day("2030-02-01")
        let noon = Moment(startOf: FictionalCity.day("2030-02-10")) + .hours(12)
        var bill = Self.bill(.due(sixteen))
        bill.payableThrough = .workingDays(5, after: start)
        #expect(Self.ask(bill, Self.city(), at: noon) == .ended(.day(FictionalCity.day("2030-02-09"))))
        bill.payableThrough = .workingDays(6, after: start)
        guard case .payable(let offer) = Self.ask(bill, Self.city(), at: noon) else {
            Issue.record("it can be paid")
            return
        }
        #expect(offer.through == .day(FictionalCity.day("2030-02-11")))
        bill.payableFrom = .workingDays(7, after: start)
        #expect(
            Self.ask(bill, Self.city(), at: noon) == .notYet(from: .day(FictionalCity.day("2030-02-12")))
        )
    }

    @Test func `where the calendar is not published that is said, and the bill rules once the year has come`() {
        let start = FictionalCity.day("2030-12-30")
        let before = Moment(startOf: FictionalCity.day("2030-12-31"))
        let after = Moment(startOf: FictionalCity.day("2031-01-20"))
        var bill = Self.bill(.due(sixteen))
        bill.payableThrough = .workingDays(9, after: start)
        for now in [before, after] {
            guard case .payable(let offer) = Self.ask(bill, Self.city(), at: now) else {
                Issue.record("nobody can say that it is over")
                continue
            }
            #expect(offer.through == .calendarNotPublished(year: 2031))
        }
        bill.payableThrough = nil
        bill.payableFrom = .workingDays(9, after: start)
        #expect(Self.ask(bill, Self.city(), at: before) == .notYet(from: .calendarNotPublished(year: 2031)))
        #expect(Self.ask(bill, Self.city(), at: after).key == .payable)
    }

    @Test func `what the channel is known to do opens and ends a bill that gives no dates itself`() {
        var bill = Self.bill(.due(sixteen))
        let byApproval = Channel.Window(opens: .applicationApproved, closes: .collection, fallback: .counter)
        #expect(Self.ask(bill, Self.city(.live, byApproval)).key == .payable)
        bill.approved = nil
        #expect(Self.ask(bill, Self.city(.live, byApproval)) == .notYet(from: .approval))
        bill.approved = Self.day(-2)
        bill.collected = Self.day(0)
        #expect(Self.ask(bill, Self.city(.live, byApproval)) == .ended(.collection(Self.day(0))))
        let thatDay = Channel.Window(opens: .receiptIssued, closes: .endOfDay, fallback: .counter)
        #expect(Self.ask(bill, Self.city(.live, thatDay)) == .ended(.day(Self.day(-3))))
        bill.issued = Self.day(0)
        #expect(Self.ask(bill, Self.city(.live, thatDay)).key == .payable)
    }

    @Test func `the last minute of the last day counts in Shanghai`() {
        var bill = Self.bill(.due(sixteen))
        bill.payableThrough = .on(Self.today)
        let midnight = Moment(startOf: Self.day(1))
        #expect(Self.ask(bill, Self.city(), at: midnight + .milliseconds(-1)).key == .payable)
        #expect(Self.ask(bill, Self.city(), at: midnight) == .ended(.day(Self.today)))
    }

    @Test func `whoever missed the last day is not told to wait for a paused city`() {
        var bill = Self.bill(.due(sixteen))
        #expect(Self.ask(bill, Self.city(.paused)) == .cityPaused)
        bill.payableThrough = .on(Self.day(-1))
        #expect(Self.ask(bill, Self.city(.paused)) == .ended(.day(Self.day(-1))))
    }

    @Test func `the pilot takes the receipts it always took`() {
        let bill = Self.bill(.due(sixteen))
        for percent in [1, 50, 99] {
            let city = Self.city(.pilot(percent: percent))
            let bucket = PilotBucket(salt: city.channels[0].id, city: FictionalCity.slug, receipt: Self.receipt.text)
            let isTaken = Self.ask(bill, city).key == .payable
            #expect(isTaken == bucket.isTaken(percent: percent))
            if !isTaken { #expect(Self.ask(bill, city) == .needsCounter(.notInPilot)) }
        }
    }
}
