import GRDB
import PaymentEngine

extension StoreFailure {
    /// There is no room; everything committed is there, and there will be commits again when there is room.
    static let diskFull = StoreFailure.unavailable("the disk is full")

    /// What an error of SQLite means before anything was committed.
    init(_ error: any Error) {
        switch error {
        case let failure as StoreFailure: self = failure
        case let error as DatabaseError: self.init(error)
        case is MalformedRecord, is IllegalEvent: self = .corrupt("\(error)")
        default: self = .unavailable("\(error)")
        }
    }

    private init(_ error: DatabaseError) {
        // The statement and its arguments stay out of it: they may hold what nobody shall read in a log.
        let detail = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse("another program has the file open")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(detail)
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: self = .unsound(detail)
        default: self = .unavailable(detail)
        }
    }

    /// What an error of SQLite means when a commit has failed.
    ///
    /// After a failed sync nobody knows what the disk has: the operating system may count as written what is not.
    static func committing(_ error: any Error) -> StoreFailure {
        guard let error = error as? DatabaseError, error.resultCode == .SQLITE_IOERR,
            error.extendedResultCode != .SQLITE_IOERR_WRITE
        else { return StoreFailure(error) }
        return .outcomeUnknown(error.message ?? "\(error.extendedResultCode)")
    }
}
