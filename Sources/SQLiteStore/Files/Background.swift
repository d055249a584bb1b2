import Dispatch
import PaymentEngine

/// Work that waits for a disk, away from the threads that tasks run on: those are few, and nobody else could use them.
enum Background {
    private static let queue = DispatchQueue(label: "SQLiteStore", attributes: .concurrent)

    /// Does something that blocks.
    static func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            queue.async {
                do {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(StoreFailure(error)))
                }
            }
        }
        return try result.get()
    }
}
