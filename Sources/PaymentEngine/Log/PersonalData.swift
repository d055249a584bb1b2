import CanonicalJSON
public import ServiceConfig

/// What identifies a person.
///
/// It is kept apart from the log, sealed for one order, and can be destroyed alone.
///
/// Printing it prints nothing.
public struct PersonalData: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The receipt number, as the bureau knows it.
    public var receiptNumber: String
    /// The payer's name as the bill shows it, masked.
    public var displayName: String

    /// Personal data.
    public init(receiptNumber: String, displayName: String) {
        self.receiptNumber = receiptNumber
        self.displayName = displayName
    }

    /// A mask.
    public var description: String { "<personal data>" }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The bytes that are sealed and committed to.
    public var canonicalBytes: [UInt8] {
        let json: JSONValue = ["name": .string(displayName), "receipt": .string(receiptNumber)]
        return json.canonicalBytes
    }

    /// Reads what ``canonicalBytes`` wrote.
    public init(canonical bytes: [UInt8]) throws(MalformedRecord) {
        let members = try Members(bytes)
        self.init(receiptNumber: try members.text("receipt"), displayName: try members.text("name"))
    }
}

/// A digest of personal data and a secret salt: it binds the log to them and tells nothing once the salt is gone.
public struct SealedCommitment: Hashable, Sendable {
    /// The digest.
    public let digest: Digest

    /// A commitment read from a log.
    public init(_ digest: Digest) {
        self.digest = digest
    }

    /// Commits to personal data; the salt has at least sixteen bytes and goes where the data go.
    public init(to data: PersonalData, salt: [UInt8], _ sha256: SHA256Function) {
        precondition(salt.count >= 16, "a shorter salt can be guessed")
        self.digest = sha256(salt + data.canonicalBytes)
    }
}

/// Personal data sealed for one order: only who has the order's key can open them, and there is one key for each order.
public struct SealedData: Hashable, Sendable {
    /// The order.
    public var order: OrderNumber
    /// The sealed bytes, the salt among them.
    public var bytes: [UInt8]

    /// Sealed data.
    public init(order: OrderNumber, bytes: [UInt8]) {
        self.order = order
        self.bytes = bytes
    }
}

/// Seals and opens personal data.
///
/// The engine has no ciphers of its own.
public protocol PersonalDataSeal: Sendable {
    /// Seals data under a fresh key for the order.
    func seal(_ data: PersonalData, salt: [UInt8], for order: OrderNumber) -> SealedData
    /// Opens what was sealed; nothing where the key is gone.
    func open(_ sealed: SealedData) -> PersonalData?
}
