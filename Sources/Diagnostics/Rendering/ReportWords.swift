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
    var colon: String { say(": ", "：") }
    var mayChangeTheMeaning: String { say(" (may change the meaning: check it)", "（可能改变原意，请核对）") }
    var why: String { say("Why", "原因") }
    var whatToDo: String { say("What to do", "处理办法") }
    var here: String { say("here", "此处") }

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
