import Foundation
import PaymentEngine
import SQLiteStore
import ServiceConfig
import StoreConformance

/// What an order that waits for its payer costs in memory.
enum OpenOrders {
    /// Bytes of resident memory for each order that a store keeps at hand.
    static func bytes(in folder: String, count: Int) async throws -> Double {
        let path = folder + "/open.sqlite"
        defer { for ending in ["", "-wal", "-lock"] { unlink(path + ending) } }
        let store = try await SQLitePaymentStore.open(path, cachedDossiers: count, sha256)
        let cashier = Cashier(store: store, sha256)
        try await open(1...64, cashier)
        let before = try resident()
        try await open(65...64 + count - 100, cashier)
        let after = try resident()
        try await store.close()
        return Double(after - before) / Double(count - 100)
    }

    /// The memory this process occupies.
    private static func resident() throws -> Int {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (pages.count > 1 ? Int(pages[1]) ?? 0 : 0) * 4096
    }

    private static func open(_ numbers: ClosedRange<Int>, _ cashier: Cashier) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<32 {
                group.addTask {
                    for number in stride(from: numbers.lowerBound + lane, through: numbers.upperBound, by: 32) {
                        let id = Sample.dossier(number)
                        for input in Story.happy(id).prefix(3) {
                            try await cashier.take(input, on: id, at: Sample.noon)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
