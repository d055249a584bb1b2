/// Splits the bytes of a CSV file into records, as RFC 4180 writes them.
///
/// The first record names the columns, and every later one has as many fields.
struct CommaSeparatedText {
    /// One line of the table: its fields and the number of the line it begins on.
    struct Record {
        var line: Int
        var fields: [String]
    }

    let header: [String]
    private(set) var records: [Record] = []

    /// Reads a table whose first columns must be the ones given, in this order.
    init(_ bytes: [UInt8], columns: [String], allowsMoreColumns: Bool = false) throws(TableError) {
        var reader = RecordReader(bytes: bytes)
        let header = try reader.next()?.fields ?? []
        let named = allowsMoreColumns ? Array(header.prefix(columns.count)) : header
        guard named == columns else { throw TableError(line: 1, problem: .header(expected: columns)) }
        self.header = header
        while let record = try reader.next() {
            guard record.fields.count == header.count else {
                throw TableError(
                    line: record.line,
                    problem: .fieldCount(found: record.fields.count, columns: header)
                )
            }
            records.append(record)
        }
    }
}

extension CommaSeparatedText.Record {
    /// The field in this column, which may not be empty.
    func required(_ column: Int, named name: String) throws(TableError) -> String {
        guard !fields[column].isEmpty else { throw TableError(line: line, problem: .emptyField(column: name)) }
        return fields[column]
    }
}

private struct RecordReader {
    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() throws(TableError) -> CommaSeparatedText.Record? {
        guard position < bytes.count else { return nil }
        let first = line
        var fields: [String] = []
        fields.reserveCapacity(10)
        while true {
            fields.append(try field())
            guard position < bytes.count, bytes[position] == Self.comma else { break }
            position += 1
        }
        if position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
        if position < bytes.count {
            guard bytes[position] == Self.lineFeed else { throw TableError(line: line, problem: .strayQuote) }
            position += 1
            line += 1
        }
        return CommaSeparatedText.Record(line: first, fields: fields)
    }

    private mutating func field() throws(TableError) -> String {
        if position < bytes.count, bytes[position] == Self.quote { return try quotedField() }
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            guard byte != Self.quote else { throw TableError(line: line, problem: .strayQuote) }
            position += 1
        }
        return try text(bytes[start..<position], line: line)
    }

    private mutating func quotedField() throws(TableError) -> String {
        let first = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else {
                    return try text(content[...], line: first)
                }
                position += 1
            } else if byte == Self.lineFeed {
                line += 1
            }
            content.append(byte)
        }
        throw TableError(line: first, problem: .openQuote)
    }

    private func text(_ slice: ArraySlice<UInt8>, line: Int) throws(TableError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw TableError(line: line, problem: .notUTF8)
        }
        return text
    }
}
