import ArgumentParser
import CanonicalJSON
import Money
import PaymentEngine
import Vocabulary

/// `visafee orders`.
struct OrdersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders",
        abstract: "What has become of payments.",
        subcommands: [OrdersListCommand.self]
    )
}

/// `visafee orders list`.
struct OrdersListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List a backup's orders: how far the money, its showing at the bureau and its refunds have come.",
        discussion: """
            No name and no receipt number is shown: the log holds none.

            EXAMPLES
              visafee orders list --store backup.sqlite --open
              visafee orders list --store backup.sqlite --city guangzhou --format json
            """
    )

    @ArgumentParser.Flag(help: "Only orders that are not finished.")
    var open = false

    @Option(help: "Only orders of this city, by its slug.", completion: .cities)
    var city: String?

    @OptionGroup
    var backup: BackupOptions

    func run() async throws {
        try await backup.run {
            var orders: [Order] = []
            var unreadable: [DossierID] = []
            try await backup.forEachDossier { stored in
                guard let dossier = try? stored.dossier() else { return unreadable.append(stored.id) }
                orders += dossier.orders.filter { isWanted($0) }
            }
            if let id = unreadable.first {
                throw Failure.couldNot("the records of dossier \(id) contradict each other; run: visafee audit verify")
            }
            switch backup.format {
            case .human: try Terminal.write(orders.map { line($0) }.joined(separator: "\n"))
            case .json:
                try Terminal.write((["formatVersion": 1, "orders": .array(orders.map(\.sheet))] as JSONValue).pretty)
            }
        }
    }

    private func isWanted(_ order: Order) -> Bool {
        !(open && order.isFinished) && (city.map { $0 == order.bill.city } ?? true)
    }

    private func line(_ order: Order) -> String {
        let refunds = order.refunds.map { "refund \($0.amount) \($0.stage.rawValue)" }
        let state = [order.isFinished ? "finished" : "open", order.stage.rawValue, "sync \(order.sync.rawValue)"]
        let flags = order.flags.map { "! \($0.rawValue)" }
        return (["\(order.number)", order.bill.city, "\(order.bill.amount)"] + state + refunds + flags)
            .joined(separator: "  ")
    }
}

extension Order {
    /// The order as a document, without personal data.
    fileprivate var sheet: JSONValue {
        [
            "amountFen": .integer(bill.amount.fen), "city": .string(bill.city), "finished": .bool(isFinished),
            "flags": .array(flags.map { .string($0.rawValue) }), "order": .string(number.description),
            "refunds": .array(
                refunds.map { ["amountFen": .integer($0.amount.fen), "stage": .string($0.stage.rawValue)] }
            ),
            "stage": .string(stage.rawValue), "sync": .string(sync.rawValue),
        ]
    }
}
