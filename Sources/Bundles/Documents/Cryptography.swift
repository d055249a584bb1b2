import Crypto
import FoundationEssentials
import ServiceConfig

/// SHA-256 by the library this target links.
let sha256: SHA256Function = { bytes in
    ServiceConfig.Digest(bytes: SHA256.hash(data: bytes))
}

/// Ed25519 (RFC 8032), over raw bytes.
enum Ed25519 {
    /// How many bytes a public key has.
    static let publicKeyBytes = 32
    /// How many bytes a signature has.
    static let signatureBytes = 64

    /// A new private key, 32 random bytes from the system.
    static func newPrivateKey() -> [UInt8] {
        Array(Curve25519.Signing.PrivateKey().rawRepresentation)
    }

    /// The public key of a private one; nothing where the bytes are none.
    static func publicKey(of privateKey: [UInt8]) -> [UInt8]? {
        (try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey)).map {
            Array($0.publicKey.rawRepresentation)
        }
    }

    /// Signs a message; nothing where the key is none.
    static func sign(_ message: [UInt8], with privateKey: [UInt8]) -> [UInt8]? {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey),
            let signature = try? key.signature(for: message)
        else { return nil }
        return Array(signature)
    }

    /// Whether a signature on a message is that key's.
    static func isValid(_ signature: [UInt8], for message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

/// Bytes in small hexadecimal digits.
enum Hexadecimal {
    /// Writes two digits for each byte.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Reads what ``text(_:)`` writes, and nothing else.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[position]), let low = value(digits[position + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
