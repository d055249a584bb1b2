import Vocabulary

/// A plan as a page that needs nothing else: one card for each change, those that matter most first.
struct PlanPage {
    let summary: LocalizedText
    let entries: [PlanReport.Entry]
    let violations: [LocalizedText]
    let remarks: (PlanReport.Entry) -> [String]
    let language: Language

    /// The page.
    var html: String {
        let title = say("What changes for people", "对申请人的影响")
        return """
            <!doctype html>
            <html lang="\(say("en", "zh-Hans"))">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(Self.style)
            </style>
            <h1>\(title)</h1>
            <p class="summary">\(Self.escaped(summary.text(in: language)))</p>
            \(unexpected)\(cards)</html>

            """
    }

    private var cards: String {
        guard !entries.isEmpty else { return "" }
        let order = say(
            "First who may pay, then money, then the rest; within each by how many answers change and by how much. "
                + "How many people ask for each, no source says.",
            "先列可否缴费，再列金额，最后列其他；同类按受影响的答复数量和金额变化排序。各类申请人数没有来源可查。"
        )
        return "<ol>\n\(entries.map(card).joined(separator: "\n"))\n</ol>\n<p class=\"order\">\(order)</p>\n"
    }

    private var unexpected: String {
        guard !violations.isEmpty else { return "" }
        let items = violations.map { "<li>\(Self.escaped($0.text(in: language)))</li>" }.joined()
        return "<section class=\"unexpected\"><h2>\(say("Not as expected", "与声明不符"))</h2><ul>\(items)</ul></section>\n"
    }

    private func card(_ entry: PlanReport.Entry) -> String {
        let kinds = entry.kinds.map { kind in
            "<code title=\"\(kind.rawValue)\">\(Self.escaped(kind.name.text(in: language)))</code>"
        }
        let isRisky = entry.kinds.contains(where: ChangeKind.risky.contains)
        let remarks = remarks(entry).map { "<li>\(Self.escaped($0))</li>" }.joined()
        return "<li class=\"\(isRisky ? "risky" : "calm")\">\(kinds.joined(separator: " "))"
            + "<p>\(Self.escaped(entry.sentence.text(in: language)))</p>"
            + (remarks.isEmpty ? "" : "<ul>\(remarks)</ul>") + "</li>"
    }

    private func say(_ english: String, _ chinese: String) -> String {
        language == .english ? english : chinese
    }

    private static let style = """
        :root{--ink:#1c1b1a;--soft:#6b6864;--line:#dedad4;--paper:#faf8f5;--card:#fff;--calm:#3b6ea5;--risky:#b3391f}
        @media(prefers-color-scheme:dark){:root{--ink:#eceae6;--soft:#a29e98;--line:#3a3835;--paper:#191817;--card:#232120;\
        --calm:#7fb0e3;--risky:#f08a70}}
        body{font:1rem/1.55 system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif;color:var(--ink);background:var(--paper);\
        max-width:46rem;margin:3rem auto;padding:0 1.25rem}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}
        h2{font-size:1rem;margin:0 0 .25rem}
        .summary{font-size:1.1rem;color:var(--soft);margin:0 0 1.75rem}
        ol,ol ul,.unexpected ul{list-style:none;margin:0;padding:0}
        ol>li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--calm);border-radius:.5rem;\
        padding:.85rem 1.1rem;margin:0 0 .75rem;break-inside:avoid}
        ol>li.risky{border-left-color:var(--risky)}
        code{font:.75rem/1 ui-monospace,monospace;color:var(--calm);border:1px solid currentColor;border-radius:1rem;\
        padding:.15rem .55rem;white-space:nowrap}
        .risky code{color:var(--risky)}
        ol p{margin:.5rem 0 0;font-weight:550}
        ol ul{margin-top:.4rem;font-size:.875rem;color:var(--soft)}
        .unexpected{border:1px solid var(--risky);border-radius:.5rem;padding:.85rem 1.1rem;margin:0 0 1.75rem;color:var(--risky)}
        .order{font-size:.875rem;color:var(--soft);margin:1.5rem 0 0}
        """

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
