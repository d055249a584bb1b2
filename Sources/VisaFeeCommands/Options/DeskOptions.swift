import ArgumentParser
import CanonicalJSON
import CivilTime
import DeskSocket
import OperatorDesk
import PaymentEngine
import SQLiteStore

/// Where a command looks at payments: at a copy of a store, or through a running service.
struct DeskOptions: ParsableArguments {
    @Option(help: "A backup of the store; the file of a running service is refused.", completion: .file())
    var store: String?

    @Option(help: "The socket of a running service, to ask it.", completion: .file())
    var socket: String?

    @Option(help: "The form of the answer: human or json.")
    var format: AnswerFormat = .human

    @OptionGroup
    var speech: LanguageOption

    mutating func validate() throws {
        guard (store == nil) != (socket == nil) else {
            throw ValidationError("say where to look: either --store BACKUP or --socket PATH")
        }
    }

    /// The orders, of a city or of all.
    func orders(in city: String?, openOnly: Bool) async throws -> [OrderSheet] {
        var sheets: [OrderSheet] = []
        if let store {
            try await Self.read(store) { dossier in
                for order in dossier.orders where city.map({ $0 == order.bill.city }) ?? true {
                    if !(openOnly && order.isFinished) { sheets.append(OrderSheet(order)) }
                }
            }
        } else {
            sheets = try await ask(.orders(city: city, openOnly: openOnly)).map { try OrderSheet($0) }
        }
        return sheets
    }

    /// The cases, of a city or of all, the longest waiting first; the calendar counts the treasury's days in a backup.
    func cases(in city: String?, _ calendar: WorkingDayCalendar) async throws -> [CaseSheet] {
        var sheets: [CaseSheet] = []
        if let store {
            let now = try Self.now()
            try await Self.read(store) { sheets += CaseSheet.sheets(of: $0, by: calendar, at: now) }
            try await Self.readBooks(store) { sheets += CaseSheet.sheets(of: $0, at: now) }
        } else {
            sheets = try await ask(.cases(city: city)).map { try CaseSheet($0) }
        }
        return sheets.filter { city == nil || $0.city == city }
            .sorted { ($0.since, $0.name.description) < ($1.since, $1.name.description) }
    }

    /// The books of days, of a city or of all, by city and day.
    func books(in city: String?) async throws -> [BookDaySheet] {
        guard let store else { return try await ask(.books(city: city)).map { try BookDaySheet($0) } }
        var sheets: [BookDaySheet] = []
        try await Self.readBooks(store) { day in
            if city.map({ $0 == day.id.city }) ?? true { sheets.append(BookDaySheet(day)) }
        }
        return sheets
    }

    /// Asks a running service.
    func ask(_ request: DeskRequest) async throws -> [JSONValue] {
        guard let socket else { throw Failure.couldNot("only a running service can do this: give its --socket") }
        do {
            return try await DeskClient.ask(request, at: socket)
        } catch let failure as DeskClientFailure {
            throw Failure.couldNot("\(Echo.safe(socket)): \(failure)")
        }
    }

    /// What time it is.
    static func now() throws -> Moment {
        Moment(milliseconds: try ProgramClock.now().unixSeconds * 1000)
    }

    /// Reads every dossier of a backup, some at a time.
    private static func read(_ store: String, _ body: (Dossier) -> Void) async throws(Failure) {
        var unreadable: DossierID?
        do throws(StoreFailure) {
            let backup = try await StoreBackup.open(store)
            try await backup.forEachDossier { stored throws(StoreFailure) in
                guard let dossier = try? stored.dossier() else { return unreadable = unreadable ?? stored.id }
                body(dossier)
            }
        } catch {
            throw .couldNot("\(Echo.safe(store)): \(error)")
        }
        guard let id = unreadable else { return }
        throw .couldNot("the records of dossier \(id) contradict each other; run: visafee audit verify")
    }

    private static func readBooks(_ store: String, _ body: (BookDay) -> Void) async throws(Failure) {
        var unreadable: BookDayID?
        do throws(StoreFailure) {
            let backup = try await StoreBackup.open(store)
            try await backup.forEachBookDay { stored throws(StoreFailure) in
                guard let day = try? stored.day() else { return unreadable = unreadable ?? stored.id }
                body(day)
            }
        } catch {
            throw .couldNot("\(Echo.safe(store)): \(error)")
        }
        guard let id = unreadable else { return }
        throw .couldNot("the books of \(id) contradict each other; run: visafee audit verify")
    }

    /// Runs a command's work; a failure is said, and becomes the exit code.
    func run(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let refusal as DeskRefusal {
            Terminal.say("visafee: \(refusal)")
            throw refusal.exitCode
        } catch let failure as Failure {
            Terminal.say("visafee: \(failure)")
            throw failure.code
        }
    }
}

extension DeskRefusal {
    /// The exit code: what was refused is a finding, and what could not be understood a failure.
    fileprivate var exitCode: ExitCode {
        switch code {
        case "unreadable", "other-version", "store": .couldNot
        default: .findings
        }
    }
}
