extension CivilDate {
    /// The date a text says as `YYYY-MM-DD` in ASCII, or nil if it says none.
    public init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    /// The date some bytes say as `YYYY-MM-DD` in ASCII, or nil if they say none.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard case .success(let date) = Self.parse(utf8: bytes) else { return nil }
        self = date
    }

    /// The date a text says as `YYYY-MM-DD` in ASCII, or why it says none.
    public static func parse(_ text: some StringProtocol) -> Result<CivilDate, DateRefusal> {
        parse(utf8: text.utf8)
    }

    /// The date some bytes say as `YYYY-MM-DD` in ASCII, or why they say none.
    public static func parse(utf8 bytes: some Collection<UInt8>) -> Result<CivilDate, DateRefusal> {
        bytes.withContiguousStorageIfAvailable { parse(buffer: $0) }
            ?? Array(bytes.prefix(textLength + 1)).withUnsafeBufferPointer { parse(buffer: $0) }
    }

    private static let textLength = 10

    private static func parse(buffer: UnsafeBufferPointer<UInt8>) -> Result<CivilDate, DateRefusal> {
        let hyphen = UInt8(ascii: "-")
        guard buffer.count == textLength, buffer[4] == hyphen, buffer[7] == hyphen,
            let year = number(buffer[0..<4]), let month = number(buffer[5..<7]), let day = number(buffer[8..<10])
        else { return .failure(.notADate) }
        return checked(year: year, month: month, day: day)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}

extension CivilDate: CustomStringConvertible {
    /// The date as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = components
        return String(unsafeUninitializedCapacity: Self.textLength) { buffer in
            func write(_ value: Int, at index: Int) {
                buffer.initializeElement(at: index, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
                buffer.initializeElement(at: index + 1, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
            }
            write(year / 100, at: 0)
            write(year % 100, at: 2)
            buffer.initializeElement(at: 4, to: UInt8(ascii: "-"))
            write(month, at: 5)
            buffer.initializeElement(at: 7, to: UInt8(ascii: "-"))
            write(day, at: 8)
            return Self.textLength
        }
    }
}
