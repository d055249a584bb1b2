/// What is wrong with a table of divisions, nationalities or names, and on which line.
public struct TableError: Error, Hashable, Sendable {
    /// The line the problem is on, counted from one.
    public let line: Int

    /// What is wrong there.
    public let problem: Problem

    /// The ways in which a table can be wrong.
    public enum Problem: Hashable, Sendable {
        /// The first line does not name these columns.
        case header(expected: [String])
        /// The line has this many fields, not one for each column.
        case fieldCount(found: Int, columns: [String])
        /// The field in this column is empty.
        case emptyField(column: String)
        /// The field in this column is not written as the column asks.
        case malformed(column: String, value: String, expected: String)
        /// The value in this column was used before.
        case duplicate(column: String, value: String, firstLine: Int)
        /// The name belongs to no row of the table it refers to.
        case unknownReference(column: String, value: String)
        /// The province was described otherwise on an earlier line.
        case provinceDiffers(code: String)
        /// A quote is opened and never closed.
        case openQuote
        /// A quote stands inside a field that is not quoted, or text follows a closed quote.
        case strayQuote
        /// The bytes are not UTF-8.
        case notUTF8
    }
}

extension TableError: CustomStringConvertible {
    /// The problem, its line and what to do about it, in one sentence.
    public var description: String {
        "line \(line): \(problem)"
    }
}

extension TableError.Problem: CustomStringConvertible {
    /// The problem and what to do about it.
    public var description: String {
        switch self {
        case .header(let expected):
            "the first line must name the columns '\(expected.joined(separator: ","))'"
        case .fieldCount(let found, let columns):
            """
            \(found) fields where \(columns.count) are expected \
            ('\(columns.joined(separator: ","))'); put a field that holds a comma in quotes
            """
        case .emptyField(let column):
            "'\(column)' is empty; write its value"
        case .malformed(let column, let value, let expected):
            "'\(value)' cannot be a '\(column)'; write \(expected)"
        case .duplicate(let column, let value, let firstLine):
            "the '\(column)' '\(value)' is already on line \(firstLine); remove one of the two"
        case .unknownReference(let column, let value):
            "no row has the '\(column)' '\(value)'; name one that exists"
        case .provinceDiffers(let code):
            "province '\(code)' was named differently on an earlier line; name it the same way on both"
        case .openQuote:
            "a quote is opened here and never closed; close it"
        case .strayQuote:
            "a quote stands where none may; quote the whole field and double the quotes inside it"
        case .notUTF8:
            "the text is not UTF-8; save the file as UTF-8"
        }
    }
}
