internal import Diagnostics

extension Rule {
    /// Letters are what they look like.
    static let lookAlikeLetter = Rule(
        "look-alike-letter",
        summary: "A word does not pass Cyrillic or Greek letters off as Latin ones.",
        why: """
            The Cyrillic 'а' and the Latin 'a' look the same and are different letters. A city or a source whose name \
            holds the wrong one is another name: no reference to it is found, and two records that look alike can \
            stand side by side.
            """,
        remedy: "Retype the word in Latin letters. A Russian or Greek word, in letters only that script has, is fine.",
        rejected: [
            RuleExample("city: ex↓аmpleton\n"),
            RuleExample("rece↓іpt: unknown\n"),
            RuleExample("city: ↓УСА\n"),
        ],
        accepted: [
            RuleExample("city: exampleton  # not exаmpleton\n"), RuleExample("receipt:\n  name: {en: Москва}\n"),
        ]
    )
}

extension Diagnostic {
    static func lookAlike(_ word: LookAlikeWord, wordStart: Int?, at range: SourceRange) -> Diagnostic {
        let script = word.letter.isGreek ? "Greek" : "Cyrillic"
        let letter = "the \(script) '\(word.letter)' (\(word.letter.codePoint))"
        let twin = word.letter.latinTwin.map { "'\($0)'" } ?? "letter"
        let fix = wordStart.map { start in
            let place = SourceRange(
                file: range.file,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: start + word.text.utf8.count)
            )
            return Fix("write Latin letters", edits: [TextEdit(place, replacement: word.latin)], isSafe: word.isMixed)
        }
        return Diagnostic(
            .lookAlikeLetter,
            word.isMixed
                ? "\(Excerpt(word.text)) holds \(letter), which looks like the Latin \(twin)"
                : "\(Excerpt(word.text)) looks Latin and is not: it holds \(letter), not the Latin \(twin)",
            at: range,
            help: "write \(Excerpt(word.latin)) in Latin letters",
            fix: fix
        )
    }
}
