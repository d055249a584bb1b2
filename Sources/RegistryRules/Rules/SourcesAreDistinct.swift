import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// One page is one source.
public enum SourcesAreDistinct: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "duplicate-source",
        severity: .warning,
        summary: LocalizedText(
            """
            No two sources of a file have the same address.
            """,
            "同一文件中的两个来源不得使用同一地址。"
        ),
        why: LocalizedText(
            """
            A fact with two sources looks confirmed. If both are the same page, nothing has been confirmed.
            """,
            "有两个来源的信息看上去得到了印证。如果两者是同一网页，就什么也没有印证。"
        ),
        remedy: LocalizedText(
            """
            Keep one of them and let the facts name it. If they were two readings of a page that changed, say so in the titles \
            and write the address of each copy.
            """,
            "只保留一个，并让信息引用它。如果是网页变动前后的两次查阅，请在标题中写明，并写各自副本的地址。"
        ),
        rejected: [
            RuleExample(
                """
                receipt: {name: {en: RECEIPT}, format: unknown, source: [notice, again], confidence: high}
                sources:
                  notice: {kind: government, address: example.test/city, retrieved: 2025-12-01}
                  again: {kind: government, address: ↓example.test/city, retrieved: 2025-12-02}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                receipt: {name: {en: RECEIPT}, format: unknown, source: [notice, again], confidence: high}
                sources:
                  notice: {kind: government, address: example.test/city, retrieved: 2025-12-01}
                  again: {kind: government, address: unknown, retrieved: 2025-12-02}
                """
            )
        ]
    )
    /// Sources stand alone.
    public static let judgesSingleValues = true

    /// Compares the sources of a file.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        var first: [String: Source] = [:]
        for source in facts.sources {
            guard let address = source.address.value else { continue }
            guard let other = first[address.value], let place = other.address.value?.range else {
                first[address.value] = source
                continue
            }
            findings.report(
                rule,
                LocalizedText(
                    "'\(source.id.value)' is the same page as '\(other.id.value)'",
                    "“\(source.id.value)”与“\(other.id.value)”是同一网页"
                ),
                at: address.range,
                notes: [Note(LocalizedText("its address stands here", "其地址写在此处"), at: place)]
            )
        }
    }
}
