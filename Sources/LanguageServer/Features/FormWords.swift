import CityRegistry
import Vocabulary

extension Form {
    /// What a place expects, for a person.
    var words: LocalizedText {
        switch self {
        case .text: LocalizedText("text", "文本")
        case .word: LocalizedText("a word in kebab case", "小写标识")
        case .digits: LocalizedText("digits in quotes", "加引号的数字")
        case .integer(let range):
            LocalizedText(
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                "\(range.lowerBound)至\(range.upperBound)的整数"
            )
        case .date: LocalizedText("a day, YYYY-MM-DD", "日期，YYYY-MM-DD")
        case .partialDate: LocalizedText("a year, a month or a day", "年、年月或日期")
        case .dateSpan: LocalizedText("a day, or first..last", "日期，或“起..止”")
        case .amount: LocalizedText("yuan: 168 or 168.50", "元数：168或168.50")
        case .nationality: LocalizedText("three letters of a nationality", "国籍的三个字母")
        case .choice(let words):
            words.count == 1
                ? LocalizedText(words[0], words[0])
                : LocalizedText("one of: " + words.joined(separator: ", "), "可选：" + words.joined(separator: "、"))
        case .localized: LocalizedText("{en: ..., zh: ...}", "{en: ..., zh: ...}")
        case .oneOrMany(let form): form.words.with(", or a list of these", "，或其列表")
        case .list(let form): form.words.with(", as a list", "的列表")
        case .known(let form): form.words.with(", or unknown", "，或 unknown")
        case .timeline(let form): form.words.with(", or {undated: ..., DATE: ...}", "，或 {undated: ..., 日期: ...}")
        case .record(let keys): RecordShape(keys).name
        case .map(let form, .word): form.words.with(", by word", "，以标识为键")
        case .map(let form, .year): form.words.with(", by year", "，以年份为键")
        case .map(let form, .code): form.words.with(", by document code", "，以证件代码为键")
        case .conditions: LocalizedText("answers by question", "以询问项为键的选项")
        case .question: LocalizedText("answers by word", "以标识为键的选项")
        case .weekdays: LocalizedText("days such as mon-fri", "星期，如 mon-fri")
        case .hours: LocalizedText("times such as \"08:30-12:00\"", "时段，如 \"08:30-12:00\"")
        case .share: LocalizedText("whole percent, such as 5%", "整百分数，如 5%")
        case .either(let forms):
            forms.dropFirst().reduce(forms.first?.words ?? LocalizedText("", "")) { all, form in
                all.with("; or " + form.words.text(in: .english), "；或" + form.words.text(in: .chinese))
            }
        }
    }
}

extension LocalizedText {
    fileprivate func with(_ english: String, _ chinese: String) -> LocalizedText {
        LocalizedText(text(in: .english) + english, text(in: .chinese) + chinese)
    }
}
