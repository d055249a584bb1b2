import CivilTime
import ServiceConfig
import Vocabulary

/// Words for what is known, in both languages.
enum FactWords {
    static let unknown = LocalizedText("unknown", "未知")
    static let none = LocalizedText("none", "无")
    static let otherParts = LocalizedText("other parts of its record", "记录的其他内容")

    /// A text that is the same in both languages.
    static func same(_ text: String) -> LocalizedText { LocalizedText(text, text) }

    /// All of these names; what nobody knows is said to be unknown, and what is empty to be none.
    static func list(_ names: [LocalizedText]?) -> LocalizedText {
        guard let names else { return unknown }
        guard !names.isEmpty else { return none }
        return LocalizedText(
            names.map { $0.text(in: .english) }.joined(separator: ", "),
            names.map { $0.text(in: .chinese) }.joined(separator: "、")
        )
    }

    /// Values with the days they begin on.
    static func timeline<Value>(_ timeline: Timeline<Value>, _ words: (Value) -> LocalizedText) -> LocalizedText {
        let dated = timeline.changes.map { change -> LocalizedText in
            let value = words(change.value)
            return LocalizedText(
                "\(value.text(in: .english)) from \(change.date)",
                "自\(change.date)起\(value.text(in: .chinese))"
            )
        }
        let all = (timeline.undated.map { [words($0)] } ?? []) + dated
        return LocalizedText(
            all.map { $0.text(in: .english) }.joined(separator: ", "),
            all.map { $0.text(in: .chinese) }.joined(separator: "，")
        )
    }
}

extension ChannelStatus {
    /// The status, in a word.
    var words: LocalizedText {
        switch self {
        case .offered: LocalizedText("offered", "提供")
        case .notOffered: LocalizedText("not offered", "不提供")
        case .withdrawn: LocalizedText("withdrawn", "已停止提供")
        case .unknown: FactWords.unknown
        }
    }
}

extension Timeline<ChannelStatus> {
    /// The statuses with their days.
    var words: LocalizedText { FactWords.timeline(self) { $0.words } }
}

extension Provenance {
    /// The sources and how sure it is.
    var words: LocalizedText {
        LocalizedText(
            (sources + [confidence.map { "confidence \($0.rawValue)" } ?? "no confidence"]).joined(separator: ", ")
                + (against.isEmpty ? "" : ", against it \(against.joined(separator: ", "))"),
            (sources + [confidence.map { "可信度\($0.rawValue)" } ?? "无可信度"]).joined(separator: "、")
                + (against.isEmpty ? "" : "，异议来源\(against.joined(separator: "、"))")
        )
    }
}
