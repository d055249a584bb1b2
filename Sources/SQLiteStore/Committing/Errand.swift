import GRDB
import PaymentEngine

/// Something asked of a database, until whoever asked is answered.
///
/// It belongs to the database's own thread from the moment it is in the mailbox.
protocol Errand: Sendable {
    /// Does it.
    ///
    /// - Returns: why it was not done.
    func run(_ db: Database) -> StoreFailure?
    /// Answers whoever asked: with what came of it, or with what befell all of its group.
    func finish(failure: StoreFailure?)
}

/// An errand with a result.
///
/// Unchecked: only the database's own thread touches it once it is in the mailbox, and the mailbox's lock is between.
final class OneErrand<Value: Sendable>: Errand, @unchecked Sendable {
    private let body: @Sendable (Database) throws -> Value
    private let committed: @Sendable (Value) -> Void
    private let continuation: CheckedContinuation<Result<Value, StoreFailure>, Never>
    private var result = Result<Value, StoreFailure>.failure(.unavailable("it was never begun"))

    init(
        _ body: @escaping @Sendable (Database) throws -> Value,
        _ committed: @escaping @Sendable (Value) -> Void,
        _ continuation: CheckedContinuation<Result<Value, StoreFailure>, Never>
    ) {
        self.body = body
        self.committed = committed
        self.continuation = continuation
    }

    func run(_ db: Database) -> StoreFailure? {
        do {
            result = .success(try body(db))
            return nil
        } catch {
            let failure = StoreFailure(error)
            result = .failure(failure)
            return failure
        }
    }

    func finish(failure: StoreFailure?) {
        if let failure { return continuation.resume(returning: .failure(failure)) }
        if case .success(let value) = result { committed(value) }
        continuation.resume(returning: result)
    }
}
