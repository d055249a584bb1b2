public import CanonicalJSON
import NIOCore
import NIOPosix
public import OperatorDesk

/// Asks a running service over its socket.
public enum DeskClient {
    /// How long a line of an answer may be, in bytes.
    private static let lineLimit = 1 << 20

    /// Asks, and waits for all of the answer.
    ///
    /// - Returns: the things that were asked for.
    /// - Throws: ``OperatorDesk/DeskRefusal``, where the service has refused it; ``DeskClientFailure``, where there is no answer.
    ///   Then a decision may have been made or not: give it again with the same key.
    public static func ask(_ request: DeskRequest, at path: String) async throws -> [JSONValue] {
        let connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
                }
        } catch {
            throw DeskClientFailure.notThere("\(error)")
        }
        return try await connection.executeThenClose { inbound, outbound in
            do {
                try await outbound.write(request.json.line)
                return try await answer(inbound)
            } catch let refusal as DeskRefusal {
                throw refusal
            } catch {
                throw DeskClientFailure.cutOff
            }
        }
    }

    private static func answer(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> [JSONValue] {
        var items: [JSONValue] = []
        var lines = Lines(limit: lineLimit)
        for try await piece in inbound {
            lines.append(piece)
            while let line = try lines.next() {
                switch try DeskAnswer(JSONValue(line: line)) {
                case .item(let item): items.append(item)
                case .end: return items
                case .refused(let refusal): throw refusal
                }
            }
        }
        throw DeskClientFailure.cutOff
    }
}

/// Why there is no answer.
public enum DeskClientFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody answers at the path; why.
    case notThere(String)
    /// The answer ended before its end.
    case cutOff

    /// What it is and what to do, as a clause.
    public var description: String {
        switch self {
        case .notThere(let reason):
            "no service answers there (\(reason)); is it running, and is this its socket?"
        case .cutOff:
            "the service hung up: it is stopping, or does not know you; ask as the user it runs as"
        }
    }
}
