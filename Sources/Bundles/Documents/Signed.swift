import CanonicalJSON
import ServiceConfig

/// What a signed document says, apart from who signed it.
///
/// Only this target makes conforming types: each is written and read in one place, as canonical JSON.
public protocol SignedBody: Hashable, Sendable {
    /// The format's name and version; part of what is signed, so that a signature on one kind is none on another.
    static var format: String { get }
}

/// How a body is written and read.
protocol DocumentBody: SignedBody {
    /// The members, without `format` and `signatures`.
    var members: [(String, JSONValue)] { get }
    init(reading reader: inout DocumentReader) throws(DocumentRefusal)
}

/// A document with the signatures on it, none of which has been looked at yet.
public struct Signed<Body: SignedBody>: Hashable, Sendable {
    /// What it says.
    public let body: Body
    /// Who claims to have signed, in order of the keys' ids, each once.
    public let signatures: [Signature]
}

/// One key's signature on a document.
public struct Signature: Hashable, Sendable {
    /// Whose.
    public let key: KeyID
    /// The 64 bytes of Ed25519.
    let bytes: [UInt8]
}

extension Signed where Body: DocumentBody {
    /// A document nobody has signed yet.
    init(unsigned body: Body) {
        self.init(body: body, signatures: [])
    }

    /// Loads a document; its signatures are claims until a ``KeyRing`` has looked at them.
    init(reading bytes: [UInt8]) throws(DocumentRefusal) {
        self = try DocumentReader.read(bytes, Body.format) { reader throws(DocumentRefusal) in
            let body = try Body(reading: &reader)
            let signatures = try reader.records("signatures") { reader throws(DocumentRefusal) in
                try Signature(reading: &reader)
            }
            return Signed(body: body, signatures: signatures)
        }
        guard written == bytes else {
            throw DocumentRefusal(.notCanonical, Body.format, "written again, the document has other bytes")
        }
        let keys = signatures.map(\.key.description)
        guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw DocumentRefusal(.malformed, Body.format, "/signatures: each key once, in order of their ids")
        }
    }

    /// What is signed: the canonical bytes without the signatures.
    var message: [UInt8] {
        json(signatures: nil).canonicalBytes
    }

    /// The canonical bytes, with the signatures.
    var written: [UInt8] {
        json(signatures: .array(signatures.map(\.json))).canonicalBytes
    }

    /// The digest of what is signed: the same whoever signs it.
    var bodyDigest: Digest {
        sha256(message)
    }

    /// The document with one more signature.
    func adding(_ key: SigningKey) -> Signed {
        let signature = Signature(key: key.id, bytes: key.signature(on: message))
        let others = signatures.filter { $0.key != key.id }
        return Signed(
            body: body,
            signatures: (others + [signature]).sorted { $0.key.description < $1.key.description }
        )
    }

    private func json(signatures: JSONValue?) -> JSONValue {
        var object = JSONObject(body.members)
        object["format"] = .string(Body.format)
        object["signatures"] = signatures
        return .object(object)
    }
}

extension Signature {
    init(reading reader: inout DocumentReader) throws(DocumentRefusal) {
        self.key = try reader.word("key", "the 16 hexadecimal digits of a key's id") { KeyID($0) }
        self.bytes = try reader.bytes("signature", count: Ed25519.signatureBytes)
    }

    var json: JSONValue {
        ["key": .string(key.description), "signature": .string(Hexadecimal.text(bytes))]
    }
}
