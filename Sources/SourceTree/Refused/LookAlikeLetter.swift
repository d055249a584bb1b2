internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// Letters are what they look like.
    static let lookAlikeLetter = Rule(
        "look-alike-letter",
        summary: LocalizedText(
            "A word does not pass Cyrillic or Greek letters off as Latin ones.",
            "词中不能用西里尔字母或希腊字母冒充拉丁字母。"
        ),
        why: LocalizedText(
            """
            The Cyrillic 'а' and the Latin 'a' look the same and are different letters. A city or a source whose name \
            holds the wrong one is another name: no reference to it is found, and two records that look alike can \
            stand side by side.
            """,
            """
            西里尔字母“а”与拉丁字母“a”看上去一样，却是不同的字母。城市或来源的名称里混入这样的字母，就成了另一\
            个名称：对它的引用都找不到，两条看上去相同的记录还可能并存。
            """
        ),
        remedy: LocalizedText(
            "Retype the word in Latin letters. A Russian or Greek word, in letters only that script has, is fine.",
            "用拉丁字母重新输入该词。用本文字独有字母书写的俄文或希腊文词可以保留。"
        ),
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
        let script = word.letter.isGreek ? LocalizedText("Greek", "希腊") : LocalizedText("Cyrillic", "西里尔")
        let letter = LocalizedText(
            "the \(script.text(in: .english)) '\(word.letter)' (\(word.letter.codePoint))",
            "\(script.text(in: .chinese))字母“\(word.letter)”（\(word.letter.codePoint)）"
        )
        let twin = word.letter.latinTwin.map { LocalizedText("'\($0)'", "“\($0)”") } ?? LocalizedText("letter", "")
        let fix = wordStart.map { start in
            let place = SourceRange(
                file: range.file,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: start + word.text.utf8.count)
            )
            return Fix(
                LocalizedText("write Latin letters", "改为拉丁字母"),
                edits: [TextEdit(place, replacement: word.latin)],
                isSafe: word.isMixed
            )
        }
        return Diagnostic(
            .lookAlikeLetter,
            word.isMixed
                ? LocalizedText(
                    "\(Excerpt(word.text)) holds \(letter.text(in: .english)), "
                        + "which looks like the Latin \(twin.text(in: .english))",
                    "“\(Excerpt(word.text).text)”含有\(letter.text(in: .chinese))，"
                        + "形似拉丁字母\(twin.text(in: .chinese))"
                )
                : LocalizedText(
                    "\(Excerpt(word.text)) looks Latin and is not: it holds \(letter.text(in: .english)), "
                        + "not the Latin \(twin.text(in: .english))",
                    "“\(Excerpt(word.text).text)”看似拉丁字母，实际含有\(letter.text(in: .chinese))，"
                        + "并非拉丁字母\(twin.text(in: .chinese))"
                ),
            at: range,
            help: LocalizedText(
                "write \(Excerpt(word.latin)) in Latin letters",
                "请用拉丁字母写成“\(Excerpt(word.latin).text)”"
            ),
            fix: fix
        )
    }
}
