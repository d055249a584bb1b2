public import CanonicalJSON
public import CivilTime
public import PaymentEngine

/// A day's books as operators see them.
public struct BookDaySheet: Hashable, Sendable {
    /// What one side counts: so many, and so many fen.
    public struct Sum: Hashable, Sendable {
        /// How many.
        public var count: Int64
        /// How much, in fen.
        public var fen: Int64
    }

    /// What the sides count, by the words ``sides`` gives; each payment and each refund for itself.
    public static let sides = ["provider", "log", "bureau", "elsewhere", "providerRefunds", "logRefunds"]

    /// The city's slug.
    public var city: String
    /// The day.
    public var day: CivilDate
    /// How far the books have come, in the log's word.
    public var stage: String
    /// The provider's bill: `read`, `missing` or `unsound`; nothing before the first comparison.
    public var bill: String?
    /// The bureau's list, in the same words.
    public var list: String?
    /// What each side counts, by ``sides``.
    public var sums: [String: Sum]
    /// How many payments and refunds the sides do not agree on, or that cannot be compared yet.
    public var unsettled: Int64

    /// The sheet of a day's books.
    public init(_ day: BookDay) {
        self.city = day.id.city
        self.day = day.id.day
        self.stage = day.stage.rawValue
        self.bill = day.comparison?.provider.word
        self.list = day.comparison?.bureau.word
        self.unsettled = Int64(day.comparison?.unsettled ?? 0)
        let totals = day.comparison?.totals ?? Reconciliation.Totals()
        let all = [
            totals.provider, totals.log, totals.bureau, totals.elsewhere, totals.providerRefunds, totals.logRefunds,
        ]
        self.sums = Dictionary(
            uniqueKeysWithValues: zip(Self.sides, all.map { Sum(count: Int64($0.count), fen: $0.fen) })
        )
    }

    /// Reads what ``json`` writes.
    ///
    /// - Throws: ``DeskRefusal``, where it is no sheet.
    public init(_ json: JSONValue) throws(DeskRefusal) {
        let fields = try Fields(json)
        guard let day = CivilDate(try fields.text("day")) else { throw .unreadable("'day' is no day") }
        self.city = try fields.text("city")
        self.day = day
        self.stage = try fields.text("stage")
        self.bill = try fields.optionalText("bill")
        self.list = try fields.optionalText("list")
        self.unsettled = try fields.integer("unsettled")
        self.sums = [:]
        for side in Self.sides {
            let sum = try Fields(fields[side])
            sums[side] = Sum(count: try sum.integer("count"), fen: try sum.integer("fen"))
        }
    }

    /// The sheet as a document.
    public var json: JSONValue {
        let plain: [(String, JSONValue)] = [
            ("bill", bill.map(JSONValue.string) ?? .null), ("city", .string(city)), ("day", .string(day.description)),
            ("list", list.map(JSONValue.string) ?? .null), ("stage", .string(stage)),
            ("unsettled", .integer(unsettled)),
        ]
        let counted = Self.sides.map { side in
            let sum = sums[side] ?? Sum(count: 0, fen: 0)
            return (side, ["count": .integer(sum.count), "fen": .integer(sum.fen)] as JSONValue)
        }
        return .object(JSONObject(plain + counted))
    }
}

extension BookDayComparison.List {
    fileprivate var word: String {
        switch self {
        case .read: "read"
        case .missing: "missing"
        case .unsound: "unsound"
        }
    }
}
