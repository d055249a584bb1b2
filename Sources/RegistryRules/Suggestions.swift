import CityRegistry
import Diagnostics
import Divisions
import Vocabulary

extension Findings {
    /// Reports a word that is none of those there are, with the one that may have been meant.
    mutating func report(
        _ rule: Rule,
        unknown word: Located<String>,
        _ what: LocalizedText,
        among known: some Sequence<String>,
        notes: [Note] = []
    ) {
        guard wants(word.range) else { return leaveOut(at: word.range) }
        let known = known.sorted()
        let near = Spelling.nearest(to: word.value, among: known).first
        report(
            rule,
            LocalizedText(
                "'\(word.value)' is not \(what.text(in: .english))" + (near.map { "; did you mean '\($0)'?" } ?? ""),
                "“\(word.value)”不是\(what.text(in: .chinese))" + (near.map { "；是否想写“\($0)”？" } ?? "")
            ),
            at: word.range,
            notes: notes,
            help: Self.listed(known),
            fix: near.map { near in
                Fix(
                    LocalizedText("write '\(near)'", "改为“\(near)”"),
                    edits: [TextEdit(word.range, replacement: near)],
                    isSafe: false
                )
            }
        )
    }

    /// The words there are, as far as a line can hold them.
    private static func listed(_ words: [String]) -> LocalizedText {
        guard !words.isEmpty else { return LocalizedText("there is none to choose from yet", "目前没有可选的词") }
        let shown = words.prefix(16)
        let left = words.count - shown.count
        return LocalizedText(
            "one of: " + shown.joined(separator: ", ") + (left > 0 ? " and \(left) more" : ""),
            "可选的词有" + shown.map { "“\($0)”" }.joined() + (left > 0 ? "等\(words.count)个" : "")
        )
    }
}
