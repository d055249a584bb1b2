import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// Nobody reads a source before it is published.
public enum SourcesAreReadAfterPublication: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "read-before-published",
        summary: LocalizedText(
            """
            A source is published no later than it was read.
            """,
            "来源的发布日期不得晚于查阅日期。"
        ),
        why: LocalizedText(
            """
            By these two days everybody judges how fresh a fact is. If they contradict each other, one of them is a slip, and \
            the fact may be years older than it looks.
            """,
            "信息新不新，全看这两个日期。两者矛盾说明有一个写错了，信息可能比看上去旧好几年。"
        ),
        remedy: LocalizedText(
            """
            Look both up: on the source itself, and in the notes of whoever read it.
            """,
            "请核对两个日期：一个查来源本身，一个问查阅的人。"
        ),
        rejected: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: ↓2026-01, retrieved: 2025-12-01}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-12, retrieved: 2025-12-01}
                """
            )
        ]
    )
    /// A source stands alone.
    public static let judgesSingleValues = true

    /// Checks the sources of a file.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for source in facts.sources {
            guard let published = source.published, published.value.earliest > source.retrieved.value else { continue }
            findings.report(
                rule,
                LocalizedText(
                    "'\(source.id.value)' is said to have been read before it was published",
                    "“\(source.id.value)”的查阅日期早于发布日期"
                ),
                at: published.range,
                notes: [Note(LocalizedText("the day on which it was read", "查阅日期"), at: source.retrieved.range)],
                comparison: Comparison(
                    .init("sources.\(source.id.value).published", published.value.description),
                    .atMost,
                    .init("retrieved", "\(source.retrieved.value)")
                )
            )
        }
    }
}
