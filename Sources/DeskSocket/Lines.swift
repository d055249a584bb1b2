import CanonicalJSON
import NIOCore
import OperatorDesk

/// Bytes that come in pieces, cut at line feeds.
struct Lines {
    private var pending = ByteBuffer()
    private let limit: Int

    /// Lines of at most so many bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Whether bytes wait for the rest of their line.
    var isInside: Bool { pending.readableBytes > 0 }

    /// Takes in a piece.
    mutating func append(_ piece: ByteBuffer) {
        pending.writeImmutableBuffer(piece)
    }

    /// The next whole line, without its line feed; nothing where it has not come yet.
    ///
    /// - Throws: ``DeskRefusal``, where it is longer than lines may be.
    mutating func next() throws(DeskRefusal) -> [UInt8]? {
        guard let end = pending.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) else {
            guard pending.readableBytes <= limit else { throw .unreadable("a line is longer than \(limit) bytes") }
            return nil
        }
        let length = end - pending.readerIndex
        guard length <= limit else { throw .unreadable("a line is longer than \(limit) bytes") }
        let line = pending.readBytes(length: length) ?? []
        pending.moveReaderIndex(forwardBy: 1)
        pending.discardReadBytes()
        return line
    }
}

extension JSONValue {
    /// Reads a line.
    ///
    /// - Throws: ``DeskRefusal``, where it is not canonical JSON.
    init(line: [UInt8]) throws(DeskRefusal) {
        do {
            self = try JSONValue(canonical: line)
        } catch {
            throw .unreadable("\(error)")
        }
    }

    /// The value as a line.
    var line: ByteBuffer {
        ByteBuffer(bytes: canonicalBytes + [UInt8(ascii: "\n")])
    }
}
