import GRDB
import Glibc
public import PaymentEngine

/// A copy of a store, or a store that nobody runs: read, and never written.
public final class StoreBackup: Sendable {
    private let queue: DatabaseQueue
    private let format: Int

    /// Opens a copy made by ``SQLitePaymentStore/backUp(to:)`` and checks its pages.
    ///
    /// - Throws: ``StoreFailure``: a store that a service runs is refused, and so are newer formats and damaged files.
    public static func open(_ path: String) async throws(StoreFailure) -> StoreBackup {
        try await Background.run { try StoreBackup(path) }
    }

    private init(_ path: String) throws {
        guard access(path, R_OK) == 0 else {
            throw StoreFailure.unavailable("cannot read \(path): \(String(cString: strerror(errno)))")
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "StoreBackup"
        self.queue = try DatabaseQueue(path: path, configuration: configuration)
        self.format = try queue.read { db in
            try StoreFile.checkPages(db)
            let found = try Format.number(of: db)
            guard (1...Format.current.number).contains(found) else {
                let what = found == 0 ? "it is no store of payments" : "it was written in format \(found)"
                throw StoreFailure.otherVersion("\(what), this program reads formats up to \(Format.current.number)")
            }
            return found
        }
    }

    /// The next dossiers after one, in order of their ids; from the first where none is given.
    public func dossiers(after id: DossierID?, limit: Int) async throws(StoreFailure) -> [StoredDossier] {
        try await Background.run { [queue] in
            try queue.read { db in
                try Rows.ids(after: id, limit: limit, db).map { try Rows.dossier($0, db) }
            }
        }
    }

    /// Those of some orders whose personal data are in the copy.
    public func sealed(among orders: [OrderNumber]) async throws(StoreFailure) -> [OrderNumber] {
        guard !orders.isEmpty else { return [] }
        return try await Background.run { [queue] in
            try queue.read { db in try orders.filter { try Rows.sealed($0, db) != nil } }
        }
    }

    /// Calls `body` with the books of every day, in order of cities and days; the first format had none.
    public func forEachBookDay(_ body: (StoredBookDay) throws(StoreFailure) -> Void) async throws(StoreFailure) {
        guard format >= Format.withBooks else { return }
        var last: BookDayID?
        while true {
            let page = try await books(after: last, limit: 500)
            guard let end = page.last else { return }
            for stored in page { try body(stored) }
            last = end.id
        }
    }

    private func books(after id: BookDayID?, limit: Int) async throws(StoreFailure) -> [StoredBookDay] {
        try await Background.run { [queue] in
            try queue.read { db in
                try BookRows.ids(after: id, limit: limit, db).map { try BookRows.books($0, db) }
            }
        }
    }

    /// Calls `body` with every dossier, in order of their ids; at no time are more than some in memory.
    public func forEachDossier(_ body: (StoredDossier) throws(StoreFailure) -> Void) async throws(StoreFailure) {
        var last: DossierID?
        while true {
            let page = try await dossiers(after: last, limit: 500)
            guard let end = page.last else { return }
            for stored in page { try body(stored) }
            last = end.id
        }
    }
}
