import Foundation
import PaymentEngine

/// One thing the provider or the bureau did.
enum Deed: Hashable, Sendable {
    case placed(OrderNumber)
    case paid(OrderNumber)
    case closed(OrderNumber)
    case refunded(RefundNumber, fen: Int64)
    case shown(OrderNumber)

    /// How it stands in the file.
    var line: String {
        switch self {
        case .placed(let order): "placed \(order)"
        case .paid(let order): "paid \(order)"
        case .closed(let order): "closed \(order)"
        case .refunded(let refund, let fen): "refunded \(refund) \(fen)"
        case .shown(let order): "shown \(order)"
        }
    }

    init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 2 else { return nil }
        if words[0] == "refunded", words.count == 3, let refund = RefundNumber(words[1]), let fen = Int64(words[2]) {
            self = .refunded(refund, fen: fen)
            return
        }
        guard let order = OrderNumber(words[1]) else { return nil }
        switch words[0] {
        case "placed": self = .placed(order)
        case "paid": self = .paid(order)
        case "closed": self = .closed(order)
        case "shown": self = .shown(order)
        default: return nil
        }
    }
}

/// Everything the provider and the bureau did.
struct Deeds {
    private(set) var all: [Deed] = []
    private var known: Set<Deed> = []
    private var shownOrders: [DossierID: OrderNumber] = [:]

    /// Reads the file of a world; nothing was done where there is none.
    init(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            guard let deed = Deed(line) else { throw Trouble("'\(line)' is no deed") }
            _ = add(deed)
        }
    }

    /// Whether it was done.
    func has(_ deed: Deed) -> Bool { known.contains(deed) }

    /// The order the bureau shows as having paid a bill.
    func shown(_ dossier: DossierID) -> OrderNumber? { shownOrders[dossier] }

    /// Does a deed; false where it was done before, and could be done twice without harm.
    mutating func add(_ deed: Deed) -> Bool {
        // A bureau that is told twice has two entries: nobody may tell it twice.
        if case .shown(let order) = deed {
            shownOrders[order.dossier] = order
        } else if known.contains(deed) {
            return false
        }
        known.insert(deed)
        all.append(deed)
        return true
    }
}

/// Why a trial could not be held.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
