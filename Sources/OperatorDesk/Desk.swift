public import CanonicalJSON
public import CivilTime
public import PaymentEngine
import ServiceConfig

/// Answers operators from a running service's own store, and has their decisions committed by its own cashier.
///
/// It knows no socket: whoever hands it requests says who may ask.
public struct Desk: Sendable {
    private let cashier: Cashier
    private let books: any BookDayStore
    private let reconciler: Reconciler
    private let calendar: @Sendable (String) -> WorkingDayCalendar
    private let clock: any PaymentClock

    /// How many dossiers are read in one go, so that payments need not wait for long.
    private static let page = 200

    /// A desk beside a cashier and a reconciler; the calendar of a city counts the treasury's working days.
    public init(
        _ cashier: Cashier,
        books: any BookDayStore,
        reconciler: Reconciler,
        clock: any PaymentClock,
        calendar: @escaping @Sendable (String) -> WorkingDayCalendar
    ) {
        self.cashier = cashier
        self.books = books
        self.reconciler = reconciler
        self.clock = clock
        self.calendar = calendar
    }

    /// Answers a request, one thing after the other.
    ///
    /// - Throws: ``DeskRefusal``, or what `give` has thrown.
    public func answer(_ request: DeskRequest, give: (JSONValue) async throws -> Void) async throws {
        switch request {
        case .orders(let city, let openOnly):
            try await forEachDossier { dossier in
                for order in dossier.orders where city.map({ $0 == order.bill.city }) ?? true {
                    if !(openOnly && order.isFinished) { try await give(OrderSheet(order).json) }
                }
            }
        case .cases(let city):
            try await forEachDossier { dossier in
                for sheet in sheets(of: dossier) where city.map({ $0 == sheet.city }) ?? true {
                    try await give(sheet.json)
                }
            }
            try await forEachDay { day in
                guard city.map({ $0 == day.id.city }) ?? true else { return }
                for sheet in CaseSheet.sheets(of: day, rules, at: clock.now()) { try await give(sheet.json) }
            }
        case .books(let city):
            try await forEachDay { day in
                if city.map({ $0 == day.id.city }) ?? true { try await give(BookDaySheet(day).json) }
            }
        case .decide(let decision):
            try await give(["reply": .string(try await decide(decision))])
        }
    }

    private var rules: Rules { cashier.machine.rules }

    private func sheets(of dossier: Dossier) -> [CaseSheet] {
        guard let city = dossier.orders.first?.bill.city else { return [] }
        return CaseSheet.sheets(of: dossier, by: calendar(city), rules, at: clock.now())
    }

    private func forEachDossier(_ body: (Dossier) async throws -> Void) async throws {
        var last: DossierID?
        while true {
            let page = try await stored { () async throws(StoreFailure) in
                try await cashier.store.dossiers(after: last, limit: Self.page)
            }
            guard let end = page.last else { return }
            for stored in page { try await body(try Self.dossier(of: stored)) }
            last = end.id
        }
    }

    private func forEachDay(_ body: (BookDay) async throws -> Void) async throws {
        var last: BookDayID?
        while true {
            let page = try await stored { () async throws(StoreFailure) in
                try await books.books(after: last, limit: Self.page)
            }
            guard let end = page.last else { return }
            for stored in page { try await body(try Self.day(of: stored)) }
            last = end.id
        }
    }

    private func stored<Value>(_ work: () async throws(StoreFailure) -> Value) async throws(DeskRefusal) -> Value {
        do {
            return try await work()
        } catch {
            throw .store(error)
        }
    }

    private static func dossier(of stored: StoredDossier) throws(DeskRefusal) -> Dossier {
        do {
            return try stored.dossier()
        } catch {
            throw .store(.corrupt("\(error)"))
        }
    }

    private static func day(of stored: StoredBookDay) throws(DeskRefusal) -> BookDay {
        do {
            return try stored.day()
        } catch {
            throw .store(.corrupt("\(error)"))
        }
    }

    /// Has a decision committed.
    ///
    /// - Returns: `recorded`.
    private func decide(_ decision: DeskDecision) async throws(DeskRefusal) -> String {
        let approval = Approval(persons: decision.persons, evidence: decision.evidence)
        switch decision.name {
        case .order(let order, let refund, let reason):
            let request = Cashier.Request(
                key: "desk \(decision.key)",
                digest: cashier.digest(of: DeskRequest.decide(decision).json.canonicalBytes)
            )
            if let earlier = try await answered(request) { return try Self.word(for: earlier) }
            let dossier = try Self.dossier(
                of: try await stored { () async throws(StoreFailure) in
                    try await cashier.store.dossier(order.dossier)
                }
            )
            let found = dossier.orders.first.flatMap { first in
                dossier.cases(by: calendar(first.bill.city), rules, at: clock.now())
                    .first { $0.order == order && $0.refund == refund && $0.reason == reason }
            }
            guard let found else { throw .noSuchCase(decision.name) }
            let action = try Self.action(decision, of: found)
            let reply = try await stored { () async throws(StoreFailure) in
                let input = Input.decided(order, action, approval)
                return try await cashier.take(input, on: order.dossier, at: clock.now(), request: request).reply
            }
            return try Self.word(for: reply)
        case .day(let id, let reason):
            let day = try Self.day(of: try await stored { () async throws(StoreFailure) in try await books.books(id) })
            guard let found = day.cases(rules, at: clock.now()).first(where: { $0.reason == reason }) else {
                throw .noSuchCase(decision.name)
            }
            guard let action = found.actions.first(where: { $0.rawValue == decision.action }) else {
                throw .notOffered(decision.action, found.actions.map(\.rawValue))
            }
            let reply = try await stored { () async throws(StoreFailure) in
                try await reconciler.take(action.input(approval), on: id).reply
            }
            return try Self.word(for: reply)
        }
    }

    /// What the same decision was answered before: its answer may have been lost on the way.
    private func answered(_ request: Cashier.Request) async throws(DeskRefusal) -> Reply? {
        let known = try await stored { () async throws(StoreFailure) in try await cashier.store.answer(to: request.key)
        }
        guard let known else { return nil }
        guard known.request == request.digest else { throw .refused(.keyTaken) }
        do {
            return try Reply(canonical: known.reply)
        } catch {
            throw .store(.corrupt("\(error)"))
        }
    }

    private static func action(_ decision: DeskDecision, of found: Case) throws(DeskRefusal) -> PersonDecision {
        guard let action = found.actions.first(where: { $0.word == decision.action }) else {
            throw .notOffered(decision.action, found.actions.map(\.word))
        }
        guard let amount = decision.amount else { return action }
        guard case .refund = action else { throw .unreadable("'fen' goes with 'refund' alone") }
        return .refund(amount)
    }

    private static func word(for reply: Reply) throws(DeskRefusal) -> String {
        if case .refused(let refusal) = reply { throw .refused(refusal) }
        return "recorded"
    }
}
