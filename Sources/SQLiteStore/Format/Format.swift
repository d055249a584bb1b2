import GRDB
import PaymentEngine

/// How a store's tables are laid out, as steps from an empty file to the newest format.
///
/// A step that was ever released never changes; a new format is a new step.
struct Format: Sendable {
    /// The SQL of each step; the format's number is how many were taken.
    let steps: [String]

    /// What this program writes.
    static let current = Format(steps: [Format.first, Format.books])

    /// The first format with the books of days.
    static let withBooks = 2

    /// The number of the newest format this program knows.
    var number: Int { steps.count }

    /// Marks a SQLite file as a store of payments: the letters `VFee`.
    static let applicationID = 0x5646_6565

    /// Brings a file to the newest format, in one transaction.
    ///
    /// - Throws: ``StoreFailure/otherVersion(_:)`` where the file is no store of payments, or of a newer format.
    func migrate(_ db: Database) throws {
        let found = try Self.number(of: db)
        guard try found > 0 || Self.isEmpty(db) else {
            throw StoreFailure.otherVersion("it is a SQLite file, and none of this program's")
        }
        guard found <= number else {
            throw StoreFailure.otherVersion("it was written in format \(found), this program knows up to \(number)")
        }
        guard found < number else { return }
        try db.inTransaction(.immediate) {
            for step in steps[found...] { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(number)")
            return .commit
        }
    }

    /// The number of a file's format; zero where the file is none of this program's.
    static func number(of db: Database) throws -> Int {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        return application == applicationID ? try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 : 0
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }
}
