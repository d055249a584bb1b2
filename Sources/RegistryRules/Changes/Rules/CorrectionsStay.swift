import CityRegistry
public import Diagnostics
import Vocabulary

/// A correction stays where it was made.
public enum CorrectionsStay: ChangeRule {
    /// What it says.
    public static let rule = Rule(
        "correction-removed",
        summary: LocalizedText(
            """
            A correction that was made is neither taken away nor rewritten.
            """,
            "已经作出的更正记录，不得删除或改写。"
        ),
        why: LocalizedText(
            """
            It is all that tells a later reader that the registry once said something else, and why that was wrong.
            """,
            "以后的读者只能靠它知道信息库曾有不同的记载，以及当时为什么错了。"
        ),
        remedy: LocalizedText(
            """
            Bring it back as it was. If it was wrong itself, add another one that says so.
            """,
            "请按原样恢复。如果更正记录本身有误，请另加一条说明。"
        ),
        rejected: [
            RuleExample(
                before: """
                    corrections:
                      - {of: channels/cash, made: 2026-03-02, reason: the notice was misread, source: notice}
                      - {of: receipt, made: 2026-03-02, reason: another bureau's receipt, source: notice}
                    """,
                """
                city: ↓exampleton
                corrections:
                  - {of: receipt, made: 2026-03-02, reason: another bureau's receipt, source: notice}
                """
            )
        ],
        accepted: [
            RuleExample(
                before: """
                    corrections:
                      - {of: channels/cash, made: 2026-03-02, reason: the notice was misread, source: notice}
                    """,
                """
                corrections:
                  - {of: receipt, made: 2026-06-20, reason: another bureau's receipt, source: notice}
                  - {of: channels/cash, made: 2026-03-02, reason: the notice was misread, source: notice}
                """
            )
        ]
    )

    /// Looks for corrections that are gone.
    public static func check(_ file: FileChange, in _: RegistryChange, _ findings: inout Findings) {
        let left = Set(file.facts.after.corrections.map(\.identity))
        for correction in file.facts.before.corrections where !left.contains(correction.identity) {
            findings.report(
                rule,
                LocalizedText(
                    "the correction of '\(correction.subject.value)' made on \(correction.made.value) is gone",
                    "“\(correction.subject.value)”于\(correction.made.value)的更正记录不见了"
                ),
                at: file.place,
                help: LocalizedText(
                    "bring it back under 'corrections', with the reason it had",
                    "请在“corrections”中恢复，并保留原来的理由"
                )
            )
        }
    }
}
