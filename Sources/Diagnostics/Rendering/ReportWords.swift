import CivilTime
import Vocabulary

/// The words that a report for people puts around findings, in one language.
///
/// Rule ids and commands are the same in every language, so that a report can be searched for and answered.
struct ReportWords {
    private let language: Language

    /// The words of a language.
    init(_ language: Language) {
        self.language = language
    }

    private func say(_ english: String, _ chinese: String) -> String {
        LocalizedText(english, chinese).text(in: language)
    }

    var note: String { say("note", "说明") }
    var help: String { say("help", "建议") }
    var fix: String { say("fix", "修复") }
    var comparison: String { say("compared", "比较") }
    var doesNotHold: String { say("false", "不成立") }
    var colon: String { say(": ", "：") }
    var mayChangeTheMeaning: String { say(" (may change the meaning: check it)", "（可能改变原意，请核对）") }
    var why: String { say("Why", "原因") }
    var whatToDo: String { say("What to do", "处理办法") }
    var before: String { say("Before:", "改动前：") }
    var after: String { say("After:", "改动后：") }
    var here: String { say("here", "此处") }
    var severity: String { say("Severity", "级别") }
    var place: String { say("Place", "位置") }
    var rule: String { say("Rule", "规则") }
    var finding: String { say("Finding", "问题") }
    var until: String { say("Until", "截止日期") }
    var reason: String { say("Reason", "理由") }
    var noFindings: String { say("no findings", "未发现问题") }
    var folderOfTheRun: String { say("the folder the program ran in", "程序运行所在的文件夹") }

    /// How many findings are not shown.
    func more(_ count: Int) -> String {
        say("\(count) more \(count == 1 ? "finding" : "findings")", "另有\(count)个问题未列出")
    }

    /// How many findings are allowed to stand.
    func suppressed(_ count: Int) -> String { say("\(count) suppressed", "\(count)个已获豁免") }

    /// Until when a finding may stand, and why.
    func allowed(until day: CivilDate, because reason: String) -> String {
        say("allowed until \(day), because \(reason)", "豁免至\(day)，理由：\(reason)")
    }

    var toAllowIt: String { say("To let a finding stand for a while", "如需暂时豁免") }
    var howToAllowIt: String {
        say(
            "Say so in a comment at the end of its line or on the line before, with a day and a reason:",
            "请在该行末尾或上一行写明注释，注明截止日期和理由："
        )
    }

    /// The comment that allows a finding of a rule to stand.
    func comment(allowing rule: RuleID) -> String {
        "# visafee: allow \(rule) until YYYY-MM-DD, because " + say("REASON", "理由")
    }

    /// How grave a finding is.
    func severity(_ severity: Severity) -> String {
        switch severity {
        case .advice: say("advice", "提示")
        case .warning: say("warning", "警告")
        case .error: say("error", "错误")
        }
    }

    /// Where the reason of one rule can be read.
    func reason(of rule: String) -> String {
        say("For the reason: visafee explain \(rule)", "查看原因：visafee explain \(rule) --lang zh")
    }

    /// Where the reasons of several rules can be read.
    func reasons(of rules: [String]) -> String {
        say(
            "For the reasons: visafee explain RULE, one of \(rules.joined(separator: ", "))",
            "查看原因：visafee explain 规则名 --lang zh，规则名为：\(rules.joined(separator: "、"))"
        )
    }

    /// The heading of an example that breaks a rule.
    func rejected(_ place: String) -> String { say("Rejected, \(place)", "错误写法（\(place)）") }

    /// The heading of an example that keeps a rule.
    func accepted(_ place: String) -> String { say("Accepted, \(place)", "正确写法（\(place)）") }

    /// Where an example would stand.
    func place(of example: RuleExample) -> String {
        let name =
            switch example.file {
            case .city: say("city file", "城市文件")
            case .registry: "registry.yaml"
            case .schedule: say("fee schedule", "收费标准文件")
            case .calendar: "calendar.yaml"
            }
        if example.isWholeFile { return say("a whole \(name)", "整个\(name)") }
        return switch example.file {
        case .city, .schedule: say("in a \(name)", "\(name)中")
        case .registry, .calendar: say("in \(name)", "\(name) 中")
        }
    }
}

extension Report {
    /// The words around its findings.
    var words: ReportWords { ReportWords(language) }
}
