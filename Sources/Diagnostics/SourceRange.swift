/// A file's place in a ``SourceCatalog``.
public struct FileID: Hashable, Comparable, Sendable {
    /// Position in the catalog's list, from 0.
    public let index: Int32

    /// Names the file at `index` of a catalog.
    public init(index: Int) {
        self.index = Int32(truncatingIfNeeded: index)
    }

    /// Catalog order, which is the order of paths.
    public static func < (left: FileID, right: FileID) -> Bool {
        left.index < right.index
    }
}

/// A stretch of one file, as UTF-8 byte offsets.
///
/// Bytes are the one unit every stage agrees on; lines and columns are computed only when a person is to read them.
public struct SourceRange: Hashable, Sendable {
    /// The file.
    public let file: FileID
    /// The first byte, counted from 0.
    public let start: UInt32
    /// One past the last byte; equal to `start` for a place between two bytes.
    public let end: UInt32

    /// The bytes `start..<end` of a file; an end before the start is read as an empty range at `start`.
    public init(file: FileID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    /// The very beginning of a file, for findings about the file as a whole.
    public static func start(of file: FileID) -> SourceRange {
        SourceRange(file: file, start: 0, end: 0)
    }
}

extension SourceRange: Comparable {
    /// Order of reading: by file, then by start, then by end.
    public static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.file, left.start, left.end) < (right.file, right.start, right.end)
    }
}
