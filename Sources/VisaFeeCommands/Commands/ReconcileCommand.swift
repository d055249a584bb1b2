import ArgumentParser
import CanonicalJSON
import CivilTime
import OperatorDesk
import PaymentEngine
import Vocabulary

/// `visafee reconcile`.
struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "What came of comparing the provider's bill, the log and the bureau's list, day by day.",
        subcommands: [ReconcileListCommand.self]
    )
}

/// `visafee reconcile list`.
struct ReconcileListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the books of days: how far they have come, which lists are there, and what each side counts.",
        discussion: """
            A list that is missing is no empty one: it is asked for again each hour. A day is settled once all sides agree and \
            three mornings have passed; one that stays open for a month is people's: see 'visafee cases list'.

            The exit code is 1 where a day has a list missing, or is older than three days and not settled.

            EXAMPLES
              visafee reconcile list --store backup.sqlite --city guangzhou
              visafee reconcile list --socket /run/visafee/desk.sock --format json
            """
    )

    @Option(help: "Only the days of this city, by its slug.", completion: .cities)
    var city: String?

    @OptionGroup
    var desk: DeskOptions

    func run() async throws {
        try await desk.run {
            let sheets = try await desk.books(in: city)
            switch desk.format {
            case .human:
                try Terminal.write(sheets.map { $0.line(in: desk.speech.language) }.joined(separator: "\n"))
            case .json:
                try Terminal.write((["days": .array(sheets.map(\.json)), "formatVersion": 1] as JSONValue).pretty)
            }
            let today = try DeskOptions.now().day
            if sheets.contains(where: { $0.isFinding(today) }) { throw ExitCode.findings }
        }
    }
}

extension BookDaySheet {
    /// Whether somebody ought to look.
    fileprivate func isFinding(_ today: CivilDate) -> Bool {
        if stage == "settled" || stage == "accepted" { return false }
        return bill == "missing" || bill == "unsound" || list == "missing" || list == "unsound"
            || day.days(to: today) > 3
    }

    fileprivate func line(in language: Language) -> String {
        let parts: [String?] = [
            city, "\(day)", state.text(in: language), bill.map { text("bill", "对账单", $0, "provider", in: language) },
            list.map { text("list", "清单", $0, "bureau", in: language) },
            bill == nil ? nil : count("log", in: language),
            unsettled == 0
                ? nil : LocalizedText("\(unsettled) not settled", "\(unsettled)笔未核平").text(in: language),
        ]
        return parts.compactMap(\.self).joined(separator: "  ")
    }

    private var state: LocalizedText {
        switch stage {
        case "due": LocalizedText("due", "待对账")
        case "open": LocalizedText("open", "未结账")
        case "settled": LocalizedText("settled", "已核平")
        case "aged": LocalizedText("aged", "长期未核平")
        case "accepted": LocalizedText("accepted", "已由人工结账")
        default: LocalizedText(stage, stage)
        }
    }

    /// A list's state, and where it could be used what it counts.
    private func text(_ english: String, _ chinese: String, _ word: String, _ side: String, in language: Language)
        -> String
    {
        let name = LocalizedText(english, chinese).text(in: language)
        switch word {
        case "missing": return LocalizedText("\(name) MISSING", "\(name)缺失").text(in: language)
        case "unsound": return LocalizedText("\(name) UNSOUND", "\(name)自相矛盾").text(in: language)
        default: return "\(name) \(sum(side, in: language))"
        }
    }

    private func count(_ side: String, in language: Language) -> String {
        "\(LocalizedText("log", "日志").text(in: language)) \(sum(side, in: language))"
    }

    private func sum(_ side: String, in language: Language) -> String {
        let (yuan, fen) = (sums[side]?.fen ?? 0).quotientAndRemainder(dividingBy: 100)
        let count = sums[side]?.count ?? 0
        let amount = fen == 0 ? "CNY \(yuan)" : "CNY \(yuan).\(fen < 10 ? "0" : "")\(fen)"
        return LocalizedText("\(count) (\(amount))", "\(count)笔（\(amount)）").text(in: language)
    }
}
