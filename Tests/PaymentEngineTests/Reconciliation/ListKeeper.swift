import CivilTime
import PaymentEngine
import StoreConformance
import Synchronization

/// Two sides that have only their lists: what is not in them has not happened, and a day that is withheld is missing.
final class ListKeeper: PaymentRail, BureauGateway {
    private struct Lists {
        var bills: [CivilDate: [ProviderEntry]] = [:]
        var shown: [CivilDate: [BureauEntry]] = [:]
        var withheld: Set<CivilDate> = []
        var asked = 0
    }

    private let lists = Mutex(Lists())

    /// Lists something.
    func list(_ entry: ProviderEntry, on day: CivilDate) { lists.withLock { $0.bills[day, default: []].append(entry) } }
    func list(_ entry: BureauEntry, on day: CivilDate) { lists.withLock { $0.shown[day, default: []].append(entry) } }
    /// Takes a day's bureau list away, or gives it.
    func setShown(_ entries: [BureauEntry], on day: CivilDate) { lists.withLock { $0.shown[day] = entries } }
    /// Withholds the provider's bill of a day, or gives it.
    func withhold(_ day: CivilDate, _ isWithheld: Bool) {
        lists.withLock { lists in
            if isWithheld { lists.withheld.insert(day) } else { lists.withheld.remove(day) }
        }
    }
    /// How often a provider's bill was asked for.
    var asked: Int { lists.withLock { $0.asked } }

    func dailyBill(of day: CivilDate, city: String) async -> DailyList<ProviderEntry> {
        lists.withLock { lists in
            lists.asked += 1
            guard city == "mistport" else { return .entries([]) }
            return lists.withheld.contains(day) ? .missing : .entries(lists.bills[day] ?? [])
        }
    }

    func payments(on day: CivilDate, city: String) async -> DailyList<BureauEntry> {
        lists.withLock { .entries(city == "mistport" ? $0.shown[day] ?? [] : []) }
    }

    func place(_: Order) async -> Answered<PlaceAnswer> { Answered(.unknown) }
    func query(_: Order) async -> Answered<PaymentStatement> { Answered(.unknown) }
    func close(_: Order) async {}
    func refund(_: Refund, of _: Order) async -> Answered<RefundAnswer> { Answered(.unknown) }
    func redirect(_: Refund, of _: Order) async -> Answered<RefundAnswer> { Answered(.unknown) }
    func query(_: Refund, of _: Order) async -> Answered<RefundStatement> { Answered(.unknown) }
    func read(_: BillReference) async -> Answered<BureauReading> { Answered(.unknown) }
    func write(_: Payment, to _: BillReference) async -> Answered<BureauWriteAnswer> { Answered(.unknown) }
}

/// Keeps personal data as they are: for tests only.
struct PlainSeal: PersonalDataSeal {
    func seal(_ data: PersonalData, salt _: [UInt8], for order: OrderNumber) -> SealedData {
        SealedData(order: order, bytes: data.canonicalBytes)
    }

    func open(_ sealed: SealedData) -> PersonalData? { try? PersonalData(canonical: sealed.bytes) }
}

/// Always the same number.
struct FixedChance: RandomSource {
    func next() -> UInt64 { 7 }
}

/// Knows all orders of the samples.
struct SampleRecovery: OrderRecovery {
    func order(_: OrderNumber, paid _: Payment, in city: String) async -> RecoveredOrder? {
        RecoveredOrder(
            bill: Sample.terms(city: city).bill,
            config: Sample.terms().config,
            personal: Sample.personal,
            salt: Array(repeating: 7, count: 16)
        )
    }

    func config(of _: String) async -> ConfigVersion { Sample.terms().config }
}
