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
        self.description =
            bytes.withContiguousStorageIfAvailable { Self.digits(of: $0) }
            ?? Array(bytes).withUnsafeBufferPointer(Self.digits)
    }

    private static func digits(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[2 * index] = digit(byte >> 4)
                buffer[2 * index + 1] = digit(byte & 15)
            }
            return 2 * bytes.count
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

/// Computes SHA-256; a parameter wherever it is needed.
public typealias SHA256Function = @Sendable ([UInt8]) -> Digest
