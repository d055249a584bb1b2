import CanonicalJSON
import Glibc
import NIOCore
import NIOPosix
public import OperatorDesk

/// Lets operators on this machine ask a running service, over a Unix domain socket.
///
/// Nobody but the socket's owner can open it, and whoever does is asked by the kernel who they are. Nothing here waits on a
/// thread that tasks run on.
public struct DeskServer: Sendable {
    /// What a server allows.
    public struct Settings: Sendable {
        /// Who may ask besides the user that the service runs as, by numeric user id.
        public var users: Set<UInt32> = []
        /// How many operators at once.
        public var connections = 16
        /// How long a request may be, in bytes.
        public var lineLimit = 64 * 1024

        /// The usual settings.
        public init() {}
    }

    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private let desk: Desk
    private let path: String
    private let settings: Settings

    /// A server for a desk, at a path in a folder that is the service's own.
    public init(_ desk: Desk, at path: String, settings: Settings = Settings()) {
        self.desk = desk
        self.path = path
        self.settings = settings
    }

    /// Serves until the task is cancelled; the socket is then taken away.
    ///
    /// - Parameter isReady: Called once operators can ask.
    /// - Throws: ``DeskServerFailure``, where there can be no socket.
    public func run(isReady: @Sendable () -> Void = {}) async throws {
        let server = try await open()
        defer { unlink(path) }
        isReady()
        try await server.executeThenClose { connections in
            await withTaskGroup(of: Void.self) { group in
                var count = 0
                do {
                    for try await connection in connections {
                        // Whoever comes while all places are taken waits until one is free.
                        if count >= settings.connections { await group.next() } else { count += 1 }
                        group.addTask { await serve(connection) }
                    }
                } catch {
                    // The socket is gone: those who are being answered are answered, and the server ends.
                }
                group.cancelAll()
            }
        }
    }

    /// Makes the socket under another name, closes it to others, and only then gives it its name.
    private func open() async throws -> NIOAsyncChannel<Connection, Never> {
        guard !(try await isServed()) else { throw DeskServerFailure.inUse(path) }
        let partial = "\(path).partial"
        unlink(partial)
        let server: NIOAsyncChannel<Connection, Never>
        do {
            server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .bind(unixDomainSocketPath: partial) { channel in
                    channel.eventLoop.makeCompletedFuture { try Connection(wrappingChannelSynchronously: channel) }
                }
        } catch {
            throw DeskServerFailure.cannotOpen(path, "\(error)")
        }
        guard chmod(partial, 0o600) == 0, rename(partial, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(partial)
            try? await server.channel.close()
            throw DeskServerFailure.cannotOpen(path, reason)
        }
        return server
    }

    /// Whether somebody answers at the path already; a socket whose service has died is no obstacle.
    private func isServed() async throws -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw DeskServerFailure.noSocket(path) }
        guard
            let channel = try? await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(unixDomainSocketPath: path).get()
        else { return false }
        try? await channel.close()
        return true
    }

    private func isAllowed(_ channel: any Channel) async -> Bool {
        guard let peer = try? await PeerCredentials.of(channel) else { return false }
        return peer.user == geteuid() || settings.users.contains(peer.user)
    }

    /// Answers one operator's requests, one after the other.
    private func serve(_ connection: Connection) async {
        let isAllowed = await isAllowed(connection.channel)
        try? await connection.executeThenClose { inbound, outbound in
            guard isAllowed else { return }
            var lines = Lines(limit: settings.lineLimit)
            for try await piece in inbound {
                lines.append(piece)
                do {
                    while let line = try lines.next() { try await answer(line, outbound) }
                } catch let refusal as DeskRefusal {
                    // What comes after a line that is no line cannot be trusted.
                    try await outbound.write(DeskAnswer.refused(refusal).json.line)
                    return
                }
            }
        }
    }

    /// Answers one request; what is wrong with it is said, and the next may come.
    private func answer(_ line: [UInt8], _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws {
        do {
            let request = try DeskRequest(JSONValue(line: line))
            try await desk.answer(request) { item in try await outbound.write(DeskAnswer.item(item).json.line) }
            try await outbound.write(DeskAnswer.end.json.line)
        } catch let refusal as DeskRefusal {
            try await outbound.write(DeskAnswer.refused(refusal).json.line)
        }
    }
}

/// Why there can be no socket.
public enum DeskServerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another service answers there.
    case inUse(String)
    /// There is something that is no socket.
    case noSocket(String)
    /// It cannot be made; why.
    case cannotOpen(String, String)

    /// What it is and what to do, as a clause.
    public var description: String {
        switch self {
        case .inUse(let path): "another service answers at \(path); stop it, or use another path"
        case .noSocket(let path): "\(path) is there and is no socket; use another path"
        case .cannotOpen(let path, let reason): "cannot open a socket at \(path): \(reason)"
        }
    }
}
