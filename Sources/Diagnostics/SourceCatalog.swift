/// One file as it was read: its path as people know it, and its bytes.
public struct SourceFile: Sendable {
    /// The path shown in findings, with `/` between folders, relative to where the user works.
    public let path: String
    /// The content, unchanged.
    public let bytes: [UInt8]

    /// A file's path and content.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// All files of one run, sorted by path, so that findings come out in the same order on every machine.
public struct SourceCatalog: Sendable {
    /// The files, in bytewise order of their paths.
    public let files: [SourceFile]

    /// Sorts the files by the bytes of their paths; never by the machine's locale.
    public init(_ files: [SourceFile]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The file with this id.
    public subscript(_ id: FileID) -> SourceFile {
        files[Int(id.index)]
    }

    /// Ids of all files, in order.
    public var ids: [FileID] {
        files.indices.map(FileID.init(index:))
    }

    /// The bytes of a range, as text; broken UTF-8 is shown as U+FFFD.
    public func text(of range: SourceRange) -> String {
        let bytes = self[range.file].bytes
        let end = min(Int(range.end), bytes.count)
        return String(decoding: bytes[min(Int(range.start), end)..<end], as: UTF8.self)
    }

    /// Line and column of the range's start.
    public func position(of range: SourceRange) -> SourcePosition {
        SourcePosition(of: range.start, in: self[range.file].bytes)
    }

    /// Line and column just after the range's last byte.
    public func endPosition(of range: SourceRange) -> SourcePosition {
        SourcePosition(of: range.end, in: self[range.file].bytes)
    }
}

/// A place in a file as an editor shows it.
public struct SourcePosition: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, counted in Unicode scalars (the unit editors and SARIF's `unicodeCodePoints` use).
    public let column: Int

    /// A place by its line and column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Counts lines and columns up to a byte offset.
    init(of offset: UInt32, in bytes: [UInt8]) {
        var line = 1
        var lineStart = 0
        let end = min(Int(offset), bytes.count)
        for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        let column = bytes[lineStart..<end].reduce(into: 1) { count, byte in
            if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
        }
        self.init(line: line, column: column)
    }
}
