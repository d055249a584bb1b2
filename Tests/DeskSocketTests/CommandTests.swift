import Dispatch
import Foundation
import Money
import OperatorDesk
import PaymentEngine
import StoreConformance
import Testing

/// The program asks a running service.
struct CommandTests {
    private struct Run {
        var code: Int32
        var text: String
        var talk: String
    }

    /// Runs the program, away from the threads that the service is answered on.
    private static func visafee(_ arguments: String...) async throws -> Run {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try run(arguments) })
            }
        }
    }

    private static func run(_ arguments: [String]) throws -> Run {
        let process = Process()
        // It lies beside the tests' own executable.
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "visafee")
        process.arguments = arguments
        let (text, talk) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (text, talk)
        try process.run()
        let said = text.fileHandleForReading.readDataToEndOfFile()
        let complained = talk.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus,
            text: String(decoding: said, as: UTF8.self),
            talk: String(decoding: complained, as: UTF8.self)
        )
    }

    @Test func `orders and cases are listed and decided about through a running service`() async throws {
        try await Service.running { service in
            let id = Sample.dossier(1)
            let order = OrderNumber(id, attempt: 1)
            for input in Story.happy(id).prefix(4) + [.bureauRead(order, .paid(nil))] {
                try await service.cashier.take(input, on: id, at: Sample.noon)
            }
            let orders = try await Self.visafee("orders", "list", "--socket", service.path, "--open")
            #expect(orders.code == 0 && orders.text.hasPrefix("\(order)  mistport  CNY 160  open"), "\(orders)")
            let cases = try await Self.visafee("cases", "list", "--socket", service.path, "--format", "json")
            #expect(cases.text.contains("\"case\": \"\(order)/unattributed\""), "\(cases)")

            let name = "\(order)/unattributed"
            let wrong = try await Self.visafee(
                "cases",
                "decide",
                name,
                "reopen-sync",
                "--person",
                "li.na",
                "--evidence",
                "file 7",
                "--socket",
                service.path
            )
            #expect(wrong.code == 1 && wrong.talk.contains("it offers: retry-sync, resolve-sync, refund"), "\(wrong)")
            for _ in 0..<2 {
                let decided = try await Self.visafee(
                    "cases",
                    "decide",
                    name,
                    "refund",
                    "--amount",
                    "40.00",
                    "--person",
                    "li.na",
                    "--evidence",
                    "file 7",
                    "--key",
                    "desk-1",
                    "--socket",
                    service.path
                )
                #expect(decided.code == 0 && decided.text.hasPrefix("decided: refund for \(name)"), "\(decided)")
            }
            let refunds = try await service.store.dossier(id).dossier().order(order)?.refunds
            #expect(refunds?.map(\.amount.fen) == [4_000])
        }
    }
}
