import CivilTime
import Money
import ServiceConfig
import Vocabulary

/// Words that sentences of a plan are put together from, in both languages.
enum Sentence {
    /// An amount of fen as yuan, with its sign where it is negative: `600`, `-0.50`.
    static func yuan(_ fen: Int64) -> String {
        let (whole, part) = (abs(fen) / 100, abs(fen) % 100)
        let digits = part == 0 ? "\(whole)" : "\(whole)." + (part < 10 ? "0\(part)" : "\(part)")
        return fen < 0 ? "-\(digits)" : digits
    }

    /// A difference of fen: `+600`, `-0.50`.
    static func difference(_ fen: Int64) -> String {
        fen > 0 ? "+" + yuan(fen) : yuan(fen)
    }

    /// A list of names, the first few of it: `a, b, c and 4 more`.
    static func list(_ names: [LocalizedText], atMost limit: Int) -> LocalizedText {
        let shown = names.count > limit ? Array(names.prefix(limit)) : names
        let rest = names.count - shown.count
        return LocalizedText(
            shown.map { $0.text(in: .english) }.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
            shown.map { $0.text(in: .chinese) }.joined(separator: "、") + (rest > 0 ? "等\(names.count)项" : "")
        )
    }

    /// A text that is the same in both languages.
    static func same(_ text: String) -> LocalizedText { LocalizedText(text, text) }

    /// What an answer about a fee says, short.
    static func fee(_ answer: FeeAnswer?) -> LocalizedText {
        guard let answer else { return LocalizedText("not asked", "无此项目") }
        return switch answer.fee {
        case .amount(let amount):
            switch answer.unit {
            case .person: LocalizedText("CNY \(yuan(amount.fen))", "\(yuan(amount.fen))元")
            case .time: LocalizedText("CNY \(yuan(amount.fen)) each time", "每次\(yuan(amount.fen))元")
            }
        case .setByBill: LocalizedText("set by the bill", "以缴费单为准")
        case .notOffered: LocalizedText("not provided", "不办理")
        case .unknown: LocalizedText("unknown", "未知")
        }
    }

    /// A stage.
    static func stage(_ stage: RolloutStage) -> LocalizedText {
        switch stage {
        case .none: LocalizedText("none", "未开始")
        case .planned: LocalizedText("planned", "计划中")
        case .shadow: LocalizedText("shadow", "影子运行")
        case .pilot(let percent): LocalizedText("pilot \(percent)%", "试点\(percent)%")
        case .live: LocalizedText("live", "全面开放")
        case .paused: LocalizedText("paused", "暂停")
        case .retired: LocalizedText("retired", "停用")
        }
    }

    /// From a day on, or between two.
    static func time(_ from: CivilDate, _ until: CivilDate?) -> LocalizedText {
        guard let last = until?.previous else { return LocalizedText("From \(from) on", "自\(from)起") }
        return from == last
            ? LocalizedText("On \(from)", "\(from)当日") : LocalizedText("From \(from) to \(last)", "自\(from)至\(last)")
    }
}
