import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A source is as fresh as what was read, not as a date that was typed.
public enum NewDatesHaveEvidence: ChangeRule {
    /// What it says.
    public static let rule = Rule(
        "date-without-evidence",
        summary: LocalizedText(
            """
            The day on which a source was read only moves together with something that shows that it was read.
            """,
            "来源的查阅日期只有在附上查阅证据时，才可以改新。"
        ),
        why: LocalizedText(
            """
            A newer date makes every fact of the source look fresh again. Typed by itself it shows nothing: such dates are \
            bumped by scripts and by habit, and the stale fee beneath is believed for another year.
            """,
            "日期一改新，该来源的所有信息就都显得是新的。只改日期什么也证明不了：这种日期往往是脚本或习惯改的，而下面过时的收费又会被相信一年。"
        ),
        remedy: LocalizedText(
            """
            Read the source again and write the SHA-256 of the bytes as 'sha256', also where they are the same as before; or \
            write what has changed in it. Otherwise leave the day alone.
            """,
            "请重新查阅该来源，把所读字节的摘要写入“sha256”，内容没变也要写；或者写明来源有哪些变化。否则请保留原日期。"
        ),
        rejected: [
            RuleExample(
                before: """
                    sources:
                      notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                    """,
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: ↓2026-06-20}
                """
            )
        ],
        accepted: [
            RuleExample(
                before: """
                    sources:
                      notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                    """,
                """
                sources:
                  notice:
                    kind: government
                    address: example.test/city
                    published: 2025-06-01
                    retrieved: 2026-06-20
                    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                """
            ),
            RuleExample(
                before: """
                    sources:
                      notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                    """,
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2026-06-01, retrieved: 2026-06-20}
                """
            ),
        ]
    )

    /// Compares the sources of a file.
    public static func check(_ file: FileChange, in _: RegistryChange, _ findings: inout Findings) {
        for source in file.facts.after.sources {
            guard let old = file.facts.before.source(source.id.value), source.digest == nil,
                source.retrieved.value > old.retrieved.value, source.content == old.content
            else { continue }
            findings.report(
                rule,
                LocalizedText(
                    "'\(source.id.value)' is said to have been read again, and nothing shows it",
                    "“\(source.id.value)”据称重新查阅过，但没有任何证据"
                ),
                at: source.retrieved.range,
                help: LocalizedText(
                    "add the SHA-256 of the bytes read as 'sha256:', or leave the day as it was",
                    "请加上“sha256:”，填写所读字节的摘要，或者保留原日期"
                ),
                comparison: Comparison(
                    .init("sources.\(source.id.value).retrieved, as it is", "\(source.retrieved.value)"),
                    .equal,
                    .init("as it was", "\(old.retrieved.value)")
                )
            )
        }
    }
}

extension Source {
    /// What it says of itself, without the day on which it was read.
    fileprivate var content: [String?] {
        [
            kind.value, copy?.value, title?.value, publisher?.value, address.value?.value,
            published?.value.description,
        ]
    }
}
