import Money
import PaymentEngine

/// A payment in which processes die at every place there is.
public enum CrashScenario: String, CaseIterable, Hashable, Sendable {
    /// Opened, submitted, paid, told to the bureau, read back.
    case happy
    /// For three minutes every answer from outside is lost, and notifications for an hour.
    case unknownOutcome = "unknown outcome"
    /// Paid in the last minute; the money lands when the time is over.
    case latePay = "late pay"
    /// The money lands when the order is proven closed.
    case paidAfterClose = "paid after close"
    /// The money lands when the order is closed and another one is paid.
    case doublePay = "double pay"
    /// Paid at the counter as well.
    case counterPay = "counter pay"
    /// The bureau asks another amount once it is paid; the applicant pays again.
    case billChanged = "bill changed"
    /// The city is switched off while the applicant pays.
    case cityPaused = "city paused"
    /// Paid at the counter as well, and the payer's instrument takes no refund.
    case refundAbnormal = "refund abnormal"
    /// The provider's key and the city's config change while the applicant pays.
    case keyRotated = "key rotated"

    /// Whether the bureau has to show a payment of ours in the end, whoever dies where.
    var endsShown: Bool {
        switch self {
        case .happy, .unknownOutcome, .latePay, .paidAfterClose, .doublePay, .keyRotated: true
        case .counterPay, .billChanged, .cityPaused, .refundAbnormal: false
        }
    }

    /// Puts the applicant and what happens into an empty world.
    func prepare(_ world: World) -> Applicant {
        let applicant = Applicant(0, seed: 1, dossier: World.dossier(0))
        world.welcome(applicant)
        let quick = Act.pay(bankTakes: .milliseconds(300))
        applicant.plan = [(.seconds(10), .submit), (.seconds(20), quick), (.seconds(5), .comeBack)]
        let start = world.now
        world.timetable.add(.act(0, .open(device: 0)), at: start + .seconds(1))
        switch self {
        case .happy: break
        case .unknownOutcome:
            world.answersFrom = start + .minutes(3)
            world.notificationsFrom = start + .hours(1)
        case .latePay:
            applicant.plan[1] = (.seconds(880), .pay(bankTakes: .seconds(90)))
        case .paidAfterClose:
            applicant.plan[1] = (.seconds(800), .pay(bankTakes: .minutes(20)))
        case .doublePay:
            applicant.plan[1] = (.seconds(800), .pay(bankTakes: .minutes(30)))
            let second: [(Duration, Act)] = [(.seconds(10), .submit), (.seconds(60), quick), (.seconds(5), .comeBack)]
            world.timetable.add(.custom { _ in applicant.plan = second }, at: start + .minutes(17))
            world.timetable.add(.act(0, .open(device: 0)), at: start + .minutes(20))
        case .counterPay:
            world.timetable.add(.act(0, .payAtCounter), at: start + .milliseconds(30_500))
        case .billChanged:
            let more = applicant.bill.fen + 2_000
            world.timetable.add(.act(0, .billChanges(fen: more)), at: start + .milliseconds(30_500))
            let second: [(Duration, Act)] = [(.seconds(10), .submit), (.seconds(60), quick)]
            world.timetable.add(.custom { _ in applicant.plan = second }, at: start + .minutes(29))
            world.timetable.add(.act(0, .open(device: 0)), at: start + .minutes(30))
        case .cityPaused:
            world.timetable.add(.custom { $0.isCityOpen = false }, at: start + .seconds(28))
            world.timetable.add(.act(0, .cityIsClosed), at: start + .seconds(28))
        case .refundAbnormal:
            applicant.refundsGoAbnormal = true
            world.timetable.add(.act(0, .payAtCounter), at: start + .milliseconds(30_500))
        case .keyRotated:
            world.timetable.add(
                .custom { world in
                    world.platformKey += 1
                    world.configChanges()
                },
                at: start + .seconds(25)
            )
        }
        return applicant
    }
}
