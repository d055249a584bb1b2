import Money
import ServiceConfig
import Vocabulary

/// All the fees of a city that comes or goes, held against what is answered for a place without a file: unknown.
struct WholeTable {
    private let table: FeeTable

    init(_ table: FeeTable) {
        self.table = table
    }

    /// How many pairs of path and nationality are told something other than unknown on some day.
    var knownCount: Int {
        table.cells.reduce(0) { count, row in
            count
                + zip(row, table.classes).reduce(0) { sum, cell in
                    let isKnown = cell.0.contains { table.answers[$0.answer].fee != .unknown }
                    return sum + (isKnown ? cell.1.nationalities.count : 0)
                }
        }
    }

    /// What becomes known or unknown, as one change for the whole city; nothing where all was and stays unknown.
    func change(in city: String, isNew: Bool) -> FactChange? {
        guard knownCount > 0 else { return nil }
        let kind: ChangeKind = isNew ? .feeBecameKnown : .feeBecameUnknown
        let part = LocalizedText(
            knownCount == 1 ? "1 answer" : "\(knownCount) answers",
            "\(knownCount)条答复"
        )
        return FactChange(
            kind,
            in: city,
            Self.subject,
            part: part,
            isNew ? FactWords.unknown : words,
            isNew ? words : FactWords.unknown
        )
    }

    /// What such a change is about.
    static let subject = "fees"

    /// The least and the largest amount, and what else is answered.
    private var words: LocalizedText {
        let used = Set(table.cells.flatMap { $0.flatMap { $0.map(\.answer) } }).map { table.answers[$0].fee }
        let amounts = used.compactMap { $0.amount?.fen }.sorted()
        var words: [LocalizedText] = []
        if let least = amounts.first, let most = amounts.last {
            let (low, high) = (Sentence.yuan(least), Sentence.yuan(most))
            words.append(
                least == most
                    ? LocalizedText("CNY \(low)", "\(low)元") : LocalizedText("CNY \(low) to \(high)", "\(low)至\(high)元")
            )
        }
        if used.contains(.setByBill) { words.append(LocalizedText("set by the bill", "以缴费单为准")) }
        if used.contains(.notOffered) { words.append(LocalizedText("not provided", "不办理")) }
        return FactWords.list(words)
    }
}
