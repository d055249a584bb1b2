import Vocabulary

/// Text made safe for Markdown: nothing a file says makes a link, calls a person or opens a tag.
package enum Markdown {
    /// A text on one line, with everything that Markdown or HTML could read spelled so that it is shown as it is.
    package static func text(_ text: String) -> String {
        Printable.line(text).unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "@": "&#64;"
            case "#": "&#35;"
            case ":": "&#58;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "|", "~", "$": "\\" + String(scalar)
            default: String(scalar)
            }
        }.joined()
    }

    /// A fenced block, whose fence is longer than any row of backticks in it.
    static func block(_ text: String, language: String) -> String {
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(text.hasSuffix("\n") ? text : text + "\n")\(fence)\n"
    }
}

/// What a rule says, in Markdown.
struct RuleMarkdown {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// Why the rule is there, what to do, and examples.
    func help(for rule: Rule) -> String {
        let words = ReportWords(language)
        let sections =
            [
                Markdown.text(rule.summary.text(in: language)) + "\n",
                "**\(words.why)**\(words.colon)\(Markdown.text(rule.why.text(in: language)))\n",
                "**\(words.whatToDo)**\(words.colon)\(Markdown.text(rule.remedy.text(in: language)))\n",
            ]
            + rule.rejected.map { example(words.rejected(words.place(of: $0)), $0) }
            + rule.accepted.map { example(words.accepted(words.place(of: $0)), $0) }
        return sections.joined(separator: "\n")
    }

    private func example(_ title: String, _ example: RuleExample) -> String {
        let words = ReportWords(language)
        let after = Markdown.block(example.marked.text, language: "yaml")
        guard let before = example.markedBefore else { return "**\(title)**\n\n" + after }
        return "**\(title)**\n\n\(words.before)\n\n" + Markdown.block(before.text, language: "yaml")
            + "\n\(words.after)\n\n" + after
    }
}
