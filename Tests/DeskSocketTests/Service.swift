import CivilTime
import DeskSocket
import Foundation
import NIOCore
import NIOPosix
import OperatorDesk
import PaymentEngine
import StoreConformance

/// A clock that stands still.
private struct StoppedClock: PaymentClock {
    func now() -> Moment { Sample.noon + .hours(1) }
    func sleep(until _: Moment) async throws(CancellationError) {}
}

/// Two sides of which nothing is heard.
private struct Silence: PaymentRail, BureauGateway, OrderRecovery, PersonalDataSeal, RandomSource {
    func place(_: Order) async -> Answered<PlaceAnswer> { Answered(.unknown) }
    func query(_: Order) async -> Answered<PaymentStatement> { Answered(.unknown) }
    func close(_: Order) async {}
    func refund(_: Refund, of _: Order) async -> Answered<RefundAnswer> { Answered(.unknown) }
    func redirect(_: Refund, of _: Order) async -> Answered<RefundAnswer> { Answered(.unknown) }
    func query(_: Refund, of _: Order) async -> Answered<RefundStatement> { Answered(.unknown) }
    func dailyBill(of _: CivilDate, city _: String) async -> DailyList<ProviderEntry> { .missing }
    func read(_: BillReference) async -> Answered<BureauReading> { Answered(.unknown) }
    func write(_: Payment, to _: BillReference) async -> Answered<BureauWriteAnswer> { Answered(.unknown) }
    func payments(on _: CivilDate, city _: String) async -> DailyList<BureauEntry> { .missing }
    func order(_: OrderNumber, paid _: Payment, in _: String) async -> RecoveredOrder? { nil }
    func config(of _: String) async -> ConfigVersion { ConfigVersion("config-1") }
    func seal(_: PersonalData, salt _: [UInt8], for order: OrderNumber) -> SealedData {
        SealedData(order: order, bytes: [])
    }
    func open(_: SealedData) -> PersonalData? { nil }
    func next() -> UInt64 { 7 }
}

/// A running service with some bills, and the path of its socket.
struct Service {
    let path: String
    let store = MemoryStore(sha256)
    let cashier: Cashier
    let reconciler: Reconciler
    let desk: Desk

    private init(_ path: String) {
        self.path = path
        self.cashier = Cashier(store: store, sha256)
        let silence = Silence()
        let clock = StoppedClock()
        self.reconciler = Reconciler(
            cashier,
            store: store,
            rail: silence,
            bureau: silence,
            recovery: silence,
            seal: silence,
            clock: clock,
            random: silence
        )
        self.desk = Desk(cashier, books: store, reconciler: reconciler, clock: clock) { _ in
            WorkingDayCalendar(publishedYears: [], exceptions: [:])
        }
    }

    /// Runs a service while `body` asks it; nothing of it is left then.
    static func running(
        _ settings: DeskServer.Settings = DeskServer.Settings(),
        _ body: (Service) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let service = Service(folder.appending(path: "desk.sock").path)
        try await service.serve(settings) { try await body(service) }
    }

    /// Serves while `body` runs.
    func serve(
        _ settings: DeskServer.Settings = DeskServer.Settings(),
        _ body: () async throws -> Void
    ) async throws {
        let (ready, isReady) = AsyncStream.makeStream(of: Void.self)
        let server = Task {
            defer { isReady.finish() }
            try await DeskServer(desk, at: path, settings: settings).run { isReady.yield() }
        }
        for await _ in ready { break }
        do {
            try await body()
        } catch {
            server.cancel()
            _ = await server.result
            throw error
        }
        server.cancel()
        try await server.value
    }

    /// Sends bytes as they are, and gives back what comes until the service hangs up or enough lines have come.
    func say(_ bytes: [UInt8], lines: Int) async throws -> [String] {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: bytes))
            var heard = ""
            for try await piece in inbound {
                heard += String(buffer: piece)
                if heard.count(where: { $0 == "\n" }) >= lines { break }
            }
            return heard.split(separator: "\n").map(String.init)
        }
    }
}
