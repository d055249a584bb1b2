import Glibc
import NIOCore

/// Who is at the other end of a Unix domain socket, as the kernel knows it; laid out as its `struct ucred`.
struct PeerCredentials: Sendable {
    var process: Int32
    var user: UInt32
    var group: UInt32

    /// Asks the kernel.
    static func of(_ channel: any Channel) async throws -> PeerCredentials? {
        guard let provider = channel as? any SocketOptionProvider else { return nil }
        return try await provider.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        )
        .get()
    }
}
