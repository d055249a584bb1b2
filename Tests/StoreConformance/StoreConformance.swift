public import PaymentEngine

/// What every store has to pass, whatever it keeps its records in.
///
/// A store's own tests run each check against an empty store:
///
/// ```swift
/// @Test(arguments: StoreConformance.checks)
/// func `the store keeps its promises`(check: StoreConformance.Check) async throws {
///     try await check.run(on: StoreUnderTest(make: { try SQLitePaymentStore(path: temporaryPath()) }))
/// }
/// ```
public enum StoreConformance {
    /// One promise and how it is tried.
    public struct Check: Sendable, CustomStringConvertible {
        /// The promise, as a sentence.
        public let name: String
        private let body: @Sendable (StoreUnderTest) async throws -> Void

        init(_ name: String, _ body: @escaping @Sendable (StoreUnderTest) async throws -> Void) {
            self.name = name
            self.body = body
        }

        /// Tries it.
        ///
        /// - Throws: ``Broken`` where the store does not keep it, or whatever the store has thrown.
        public func run(on store: StoreUnderTest) async throws {
            try await body(store)
        }

        /// The promise, as a sentence.
        public var description: String { name }
    }

    /// A promise that was not kept.
    public struct Broken: Error, CustomStringConvertible {
        /// What was seen, and where.
        public let description: String
    }

    /// All of them.
    public static let checks: [Check] =
        writing + requests + refusals + jobs + personalData + faults + everyStep + books + shredding
}

/// How to get a store.
public struct StoreUnderTest: Sendable {
    /// Makes an empty one.
    public var make: @Sendable () async throws -> any PaymentStore
    /// Closes a store and opens it again with what it has kept; nothing where it keeps nothing.
    public var reopen: (@Sendable (any PaymentStore) async throws -> any PaymentStore)?

    /// A store to be tried.
    public init(
        make: @escaping @Sendable () async throws -> any PaymentStore,
        reopen: (@Sendable (any PaymentStore) async throws -> any PaymentStore)? = nil
    ) {
        self.make = make
        self.reopen = reopen
    }
}

func expect(
    _ isTrue: Bool,
    _ what: @autoclosure () -> String,
    line: Int = #line,
    file: String = #fileID
) throws(StoreConformance.Broken) {
    guard isTrue else { throw StoreConformance.Broken(description: "\(file):\(line): \(what())") }
}
