import CanonicalJSON
import ServiceConfig

/// The short name of a key: the first 16 hexadecimal digits of its public half's SHA-256.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
    /// The digits.
    public let description: String

    /// Reads 16 small hexadecimal digits.
    public init?(_ text: String) {
        guard text.utf8.count == 16, Hexadecimal.bytes(text) != nil else { return nil }
        self.description = text
    }

    /// The name of a public key.
    init(of publicKey: [UInt8]) {
        self.description = String(sha256(publicKey).description.prefix(16))
    }
}

/// An operator's private key.
///
/// It lives in a file of the operator's own, never in a repository, a registry or a release; printed, it shows only its id.
public struct SigningKey: Sendable {
    /// The format's name and version.
    public static let format = "visafee.private-key/1"

    /// Its short name.
    public let id: KeyID
    /// Whose it is: a name people use, such as `zhang-wei-desk`.
    public let name: String
    /// The public half, 32 bytes.
    public let publicKey: [UInt8]
    private let privateKey: [UInt8]

    /// A new key, from the system's randomness.
    public static func new(named name: String) -> SigningKey {
        let privateKey = Ed25519.newPrivateKey()
        guard let key = SigningKey(name: name, privateKey: privateKey) else {
            preconditionFailure("a key that was just made is one")
        }
        return key
    }

    /// The key of 32 private bytes; nothing where they are none.
    public init?(name: String, privateKey: [UInt8]) {
        guard let publicKey = Ed25519.publicKey(of: privateKey) else { return nil }
        self.id = KeyID(of: publicKey)
        self.name = name
        self.publicKey = publicKey
        self.privateKey = privateKey
    }

    /// Loads a key from an operator's file.
    public init(loading bytes: [UInt8]) throws(DocumentRefusal) {
        let (name, secret) = try DocumentReader.read(bytes, Self.format) { reader throws(DocumentRefusal) in
            (try reader.text("name"), try reader.bytes("private", count: 32))
        }
        guard let key = SigningKey(name: name, privateKey: secret) else {
            throw DocumentRefusal(.malformed, Self.format, "/private is no Ed25519 key")
        }
        self = key
    }

    /// What the operator's file holds: the private half itself.
    public var secretFileBytes: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format), "name": .string(name), "private": .string(Hexadecimal.text(privateKey)),
        ]
        return value.canonicalBytes
    }

    func signature(on message: [UInt8]) -> [UInt8] {
        guard let signature = Ed25519.sign(message, with: privateKey) else {
            preconditionFailure("a key that was accepted can sign")
        }
        return signature
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name and the id; never the private half.
    public var description: String { "\(name) (\(id))" }

    /// The same: a debugger's log is a log too.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
