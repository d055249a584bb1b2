import Foundation
import PaymentEngine
import SQLiteStore
import ServiceConfig
import StoreConformance
import Synchronization

/// Payments through the engine into a store, as many at once as said.
struct StoreLoad {
    /// What was done in how much time.
    struct Rate {
        var commits: Double
        var payments: Double
    }

    let folder: String
    let payers: Int
    private static let bills = Atomic<Int>(0)

    /// Pays for a while: each payer one bill after the other, all six commits of it.
    func run(_ time: Duration) async throws -> Rate {
        let path = folder + "/store.sqlite"
        let store = try await SQLitePaymentStore.open(path, sha256)
        let cashier = Cashier(store: store, sha256)
        let clock = ContinuousClock()
        let start = clock.now
        let (commits, payments) = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for _ in 0..<payers {
                group.addTask {
                    var (commits, payments) = (0, 0)
                    while true {
                        let id = Self.nextBill()
                        for input in Story.happy(id) {
                            guard clock.now - start < time else { return (commits, payments) }
                            try await cashier.take(input, on: id, at: Sample.noon)
                            commits += 1
                        }
                        payments += 1
                    }
                }
            }
            return try await group.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
        }
        let seconds = (clock.now - start) / .seconds(1)
        try await store.close()
        return Rate(commits: Double(commits) / seconds, payments: Double(payments) / seconds)
    }

    /// What a commit leaves in the log, with so many payers.
    func bytesPerCommit() async throws -> Int {
        let path = folder + "/bytes-\(payers).sqlite"
        defer { for ending in ["", "-wal", "-lock"] { unlink(path + ending) } }
        let store = try await SQLitePaymentStore.open(path, sha256)
        let cashier = Cashier(store: store, sha256)
        let before = try size(of: path + "-wal")
        let payments = 192 / payers
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<payers {
                group.addTask {
                    for _ in 0..<payments {
                        let id = Self.nextBill()
                        for input in Story.happy(id) { try await cashier.take(input, on: id, at: Sample.noon) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let bytes = try size(of: path + "-wal") - before
        try await store.close()
        return bytes / (payers * payments * 6)
    }

    private func size(of path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    /// A bill nobody has paid, anywhere among all bills.
    private static func nextBill() -> DossierID {
        let number = bills.add(1, ordering: .relaxed).newValue
        let digits = sha256(Array("bill \(getpid()) \(number)".utf8)).description.prefix(24)
        guard let id = DossierID(digits) else { preconditionFailure("'\(digits)' is no dossier") }
        return id
    }
}
