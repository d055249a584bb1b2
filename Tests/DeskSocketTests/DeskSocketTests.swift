import CanonicalJSON
import DeskSocket
import Foundation
import Money
import OperatorDesk
import PaymentEngine
import StoreConformance
import Testing

struct DeskSocketTests {
    private static let order = OrderNumber(Sample.dossier(1), attempt: 1)
    private static let name = CaseName.order(order, nil, .unattributed)

    /// A bill that is paid, and of which the bureau does not say who has paid it.
    private func leaveUnattributed(_ service: Service, _ number: Int = 1) async throws {
        let id = Sample.dossier(number)
        for input in Story.happy(id).prefix(4) + [.bureauRead(OrderNumber(id, attempt: 1), .paid(nil))] {
            try await service.cashier.take(input, on: id, at: Sample.noon)
        }
    }

    private func decision(
        _ action: String,
        persons: [String] = ["li.na"],
        evidence: String = "file 7",
        fen: Int64? = nil,
        key: String = "k-1"
    ) -> DeskRequest {
        let amount = fen.flatMap { Amount(fen: $0) }
        return .decide(
            DeskDecision(Self.name, action: action, amount: amount, persons: persons, evidence: evidence, key: key)
        )
    }

    private func refusal(_ request: DeskRequest, _ service: Service) async throws -> String {
        do {
            _ = try await DeskClient.ask(request, at: service.path)
            return "nothing"
        } catch let refusal as DeskRefusal {
            return refusal.code
        }
    }

    @Test func `orders and cases are those of the running service`() async throws {
        try await Service.running { service in
            try await leaveUnattributed(service)
            for input in Story.happy(Sample.dossier(2)) {
                try await service.cashier.take(input, on: Sample.dossier(2), at: Sample.noon)
            }
            let orders = try await DeskClient.ask(.orders(city: nil, openOnly: false), at: service.path)
                .map { try OrderSheet($0) }
            #expect(orders.map(\.sync) == ["conflict", "synced"])
            let open = try await DeskClient.ask(.orders(city: "mistport", openOnly: true), at: service.path)
            #expect(open.count == 1)
            #expect(try await DeskClient.ask(.orders(city: "fogtown", openOnly: false), at: service.path).isEmpty)

            let cases = try await DeskClient.ask(.cases(city: nil), at: service.path).map { try CaseSheet($0) }
            #expect(cases.map(\.name) == [Self.name])
            #expect(cases[0].fen == 16_000 && cases[0].persons == 1 && cases[0].actions.contains("resolve-sync"))
        }
    }

    @Test func `an answer longer than any buffer comes whole and in order`() async throws {
        try await Service.running { service in
            for number in 1...1_500 {
                try await service.cashier.take(.open(Sample.terms()), on: Sample.dossier(number), at: Sample.noon)
            }
            let orders = try await DeskClient.ask(.orders(city: nil, openOnly: true), at: service.path)
                .map { try OrderSheet($0).order }
            #expect(orders == (1...1_500).map { "\(OrderNumber(Sample.dossier($0), attempt: 1))" })
        }
    }

    @Test func `a decision is a legal move with evidence, or it is refused and says what to do`() async throws {
        try await Service.running { service in
            try await leaveUnattributed(service)
            #expect(try await refusal(decision("reopen-sync"), service) == "not-offered")
            #expect(
                try await refusal(decision("resolve-sync", evidence: "", key: "k-2"), service) == "evidence-missing"
            )
            #expect(try await refusal(decision("refund", fen: 16_001, key: "k-3"), service) == "more-than-paid")
            #expect(try await refusal(decision("resolve-sync", fen: 1, key: "k-4"), service) == "unreadable")
            #expect(await service.store.dossier(Sample.dossier(1)).records.count == 7)

            let answer = try await DeskClient.ask(decision("resolve-sync", key: "k-5"), at: service.path)
            #expect(answer == [["reply": "recorded"]])
            let stored = await service.store.dossier(Sample.dossier(1))
            let approval = Approval(persons: ["li.na"], evidence: "file 7")
            #expect(stored.records.last?.event.fact == .syncResolved(approval))
            #expect(stored.violations(sha256) == [])
            #expect(try await refusal(decision("resolve-sync", key: "k-6"), service) == "no-such-case")
        }
    }

    @Test func `a decision whose answer was lost is made once, however often it is given again`() async throws {
        try await Service.running { service in
            try await leaveUnattributed(service)
            for _ in 0..<3 { _ = try await DeskClient.ask(decision("refund", fen: 4_000), at: service.path) }
            let order = try await service.store.dossier(Sample.dossier(1)).dossier().order(Self.order)
            #expect(order?.refunds.map(\.amount.fen) == [4_000])
            #expect(try await refusal(decision("refund", fen: 5_000), service) == "key-taken")
        }
    }

    @Test func `a day's books are decided about by two persons`() async throws {
        try await Service.running { service in
            let id = BookDayID("mistport", Sample.day(-1))
            try await service.reconciler.take(.begin, on: id)
            let missing = BookDayComparison(provider: .missing, bureau: .unsound("it has 2 entries and says 3"))
            try await service.reconciler.take(.compared(missing), on: id)
            let days = try await DeskClient.ask(.books(city: "mistport"), at: service.path).map { try BookDaySheet($0) }
            #expect(days == [BookDaySheet(try await service.store.books(id).day())])
            #expect(days[0].bill == "missing" && days[0].list == "unsound" && days[0].stage == "open")
            let cases = try await DeskClient.ask(.cases(city: nil), at: service.path).map { try CaseSheet($0) }
            #expect(cases.map(\.name) == [.day(id, .billMissing), .day(id, .listUnsound)])
            #expect(cases[1].details == ["it has 2 entries and says 3"] && cases[1].persons == 2)
            func accept(_ persons: [String]) -> DeskRequest {
                .decide(DeskDecision(cases[0].name, action: "accept", persons: persons, evidence: "file 7", key: "k"))
            }
            #expect(try await refusal(accept(["li.na"]), service) == "second-person-missing")
            _ = try await DeskClient.ask(accept(["li.na", "wang.wei"]), at: service.path)
            #expect(try await service.store.books(id).day().stage == .accepted)
        }
    }

    @Test func `nobody but the socket's owner can open it, and it is gone when the service has stopped`() async throws {
        var path = ""
        try await Service.running { service in
            path = service.path
            let attributes = try FileManager.default.attributesOfItem(atPath: service.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let files = try FileManager.default.contentsOfDirectory(
                atPath: URL(filePath: service.path).deletingLastPathComponent().path
            )
            #expect(files == ["desk.sock"])
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        await #expect(throws: DeskClientFailure.self) {
            try await DeskClient.ask(.cases(city: nil), at: path)
        }
    }

    @Test(.enabled("becoming another user takes root") { getuid() == 0 })
    func `another user is hung up on, unless the service allows them`() async throws {
        let script = """
            import os, socket, sys
            s = socket.socket(socket.AF_UNIX)
            s.connect(sys.argv[1])
            s.sendall(b'{"ask":"cases","city":null,"desk":1}\\n')
            sys.stdout.write(s.recv(1000).decode())
            """
        func ask(_ service: Service) throws -> String {
            // The folder and the socket are opened to everybody: then only the kernel's word keeps a stranger out.
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: URL(filePath: service.path).deletingLastPathComponent().path
            )
            try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: service.path)
            let tool = Process()
            tool.executableURL = URL(filePath: "/usr/bin/setpriv")
            tool.arguments = ["--reuid=65534", "--clear-groups", "/usr/bin/python3", "-c", script, service.path]
            let pipe = Pipe()
            tool.standardOutput = pipe
            tool.standardError = FileHandle.nullDevice
            try tool.run()
            tool.waitUntilExit()
            return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        try await Service.running { service in
            let heard = try ask(service)
            #expect(heard == "")
        }
        var settings = DeskServer.Settings()
        settings.users = [65534]
        try await Service.running(settings) { service in
            let heard = try ask(service)
            #expect(heard == "{\"desk\":1,\"end\":true}\n")
        }
    }

    @Test(arguments: [
        ("no json at all", "unreadable"), (#"{"desk": 1}"#, "unreadable"), (#"{"desk":1}"#, "unreadable"),
        (#"{"ask":"cases","city":null,"desk":2}"#, "other-version"), (#"{"ask":"money","desk":1}"#, "unreadable"),
        (#"{"action":"x","ask":"decide","case":"x/y","desk":1}"#, "unreadable"), ("[]", "unreadable"),
    ])
    func `a line that cannot be read is refused, and the next one is answered`(line: String, code: String) async throws
    {
        try await Service.running { service in
            let heard = try await service.say(
                Array("\(line)\n\(#"{"ask":"cases","city":null,"desk":1}"#)\n".utf8),
                lines: 2
            )
            #expect(heard.count == 2)
            #expect(heard.first?.contains(#""refused":"\#(code)""#) == true, "\(heard)")
            #expect(heard.last == #"{"desk":1,"end":true}"#)
        }
    }

    @Test func `a line without an end is refused, and the connection with it`() async throws {
        var settings = DeskServer.Settings()
        settings.lineLimit = 1000
        try await Service.running(settings) { service in
            let heard = try await service.say(Array(repeating: 65, count: 5000), lines: 9)
            #expect(heard.count == 1 && heard[0].contains("a line is longer than 1000 bytes"))
            #expect(try await DeskClient.ask(.cases(city: nil), at: service.path).isEmpty)
        }
    }

    @Test func `requests in many pieces, and many in one piece, are answered one after the other`() async throws {
        try await Service.running { service in
            let line = #"{"ask":"cases","city":null,"desk":1}"# + "\n"
            let heard = try await service.say(Array(String(repeating: line, count: 50).utf8), lines: 50)
            #expect(heard == Array(repeating: #"{"desk":1,"end":true}"#, count: 50))
        }
    }

    @Test func `more operators than places wait, and all are answered`() async throws {
        var settings = DeskServer.Settings()
        settings.connections = 2
        try await Service.running(settings) { service in
            try await leaveUnattributed(service)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await DeskClient.ask(.cases(city: nil), at: service.path).count }
                }
                for try await count in group { #expect(count == 1) }
            }
        }
    }

    @Test func `a socket is taken from nobody who answers, and from a service that has died`() async throws {
        try await Service.running { service in
            await #expect(throws: DeskServerFailure.inUse(service.path)) {
                try await DeskServer(service.desk, at: service.path).run()
            }
            let cases = try await DeskClient.ask(.cases(city: nil), at: service.path)
            #expect(cases.isEmpty)
        }
        try await Service.running { service in
            let left = service.path + ".left"
            // What a killed service leaves behind: a socket that nobody listens at.
            let script = "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
            let tool = Process()
            tool.executableURL = URL(filePath: "/usr/bin/python3")
            tool.arguments = ["-c", script, left]
            try tool.run()
            tool.waitUntilExit()
            let again = DeskServer(service.desk, at: left)
            let (ready, isReady) = AsyncStream.makeStream(of: Void.self)
            let server = Task { try await again.run { isReady.yield() } }
            for await _ in ready { break }
            #expect(try await DeskClient.ask(.cases(city: nil), at: left).isEmpty)
            server.cancel()
            try await server.value
        }
    }

    @Test func `a file that is no socket is left as it is`() async throws {
        try await Service.running { service in
            let file = service.path + ".txt"
            try Data("a letter".utf8).write(to: URL(filePath: file))
            await #expect(throws: DeskServerFailure.noSocket(file)) {
                try await DeskServer(service.desk, at: file).run()
            }
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "a letter")
        }
    }
}
