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

    private init(sorted files: [SourceFile]) {
        self.files = files
    }

    /// The same files with another text of one of them, and which one that is; nothing where no file has its path.
    public func replacing(_ file: SourceFile) -> (catalog: SourceCatalog, id: FileID)? {
        guard let index = files.firstIndex(where: { $0.path == file.path }) else { return nil }
        var files = files
        files[index] = file
        return (SourceCatalog(sorted: files), FileID(index: index))
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

    /// Line and column of the range's start; a ``Report`` answers this faster when there are many.
    public func position(of range: SourceRange) -> SourcePosition {
        LineIndex(self[range.file].bytes).position(of: range.start)
    }

    /// Line and column just after the range's last byte.
    public func endPosition(of range: SourceRange) -> SourcePosition {
        LineIndex(self[range.file].bytes).position(of: range.end)
    }
}
