import ArgumentParser
import CanonicalJSON
import Money
import OperatorDesk

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
        abstract: "List orders: how far the money, its showing at the bureau and its refunds have come.",
        discussion: """
            No name and no receipt number is shown: the log holds none.

            EXAMPLES
              visafee orders list --store backup.sqlite --open
              visafee orders list --store backup.sqlite --city guangzhou --format json
              visafee orders list --socket /run/visafee/desk.sock --open
            """
    )

    @ArgumentParser.Flag(help: "Only orders that are not finished.")
    var open = false

    @Option(help: "Only orders of this city, by its slug.", completion: .cities)
    var city: String?

    @OptionGroup
    var desk: DeskOptions

    func run() async throws {
        try await desk.run {
            let orders = try await desk.orders(in: city, openOnly: open)
            switch desk.format {
            case .human: try Terminal.write(orders.map(\.line).joined(separator: "\n"))
            case .json:
                try Terminal.write((["formatVersion": 1, "orders": .array(orders.map(\.json))] as JSONValue).pretty)
            }
        }
    }
}

extension OrderSheet {
    fileprivate var line: String {
        let refunds = refunds.map { "refund \(Self.text($0.fen)) \($0.stage)" }
        let state = [isFinished ? "finished" : "open", stage, "sync \(sync)"]
        return ([order, city, Self.text(fen)] + state + refunds + flags.map { "! \($0)" }).joined(separator: "  ")
    }

    private static func text(_ fen: Int64) -> String { Amount(fen: fen).map { "\($0)" } ?? "\(fen) fen" }
}
