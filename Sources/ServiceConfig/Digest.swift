/// A SHA-256 digest, in 64 small hexadecimal digits.
///
/// How it is computed is the business of whoever has a library for it.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The digits.
    public let description: String

    /// Reads 64 small hexadecimal digits.
    public init?(_ text: String) {
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.description = text
    }

    /// Writes the 32 bytes of a digest.
    public init(bytes: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        self.description = String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }
}

/// Computes SHA-256; a parameter wherever it is needed.
public typealias SHA256Function = @Sendable ([UInt8]) -> Digest
