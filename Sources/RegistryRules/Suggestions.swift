import CityRegistry
import Diagnostics
import Divisions

extension Findings {
    /// Reports a word that is none of those there are, with the one that may have been meant.
    mutating func report(
        _ rule: Rule,
        unknown word: Located<String>,
        _ what: String,
        among known: some Sequence<String>,
        notes: [Note] = []
    ) {
        guard wants(word.range) else { return leaveOut(at: word.range) }
        let known = known.sorted()
        let near = Spelling.nearest(to: word.value, among: known).first
        report(
            rule,
            "'\(word.value)' is not \(what)" + (near.map { "; did you mean '\($0)'?" } ?? ""),
            at: word.range,
            notes: notes,
            help: known.isEmpty ? "there is none to choose from yet" : "one of: \(Self.listed(known))",
            fix: near.map { Fix("write '\($0)'", edits: [TextEdit(word.range, replacement: $0)], isSafe: false) }
        )
    }

    /// The words, as far as a line can hold them.
    private static func listed(_ words: [String]) -> String {
        let most = 16
        let shown = words.prefix(most).joined(separator: ", ")
        return words.count > most ? "\(shown) and \(words.count - most) more" : shown
    }
}
