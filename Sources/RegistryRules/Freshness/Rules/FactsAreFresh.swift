public import Diagnostics
import Vocabulary

/// What is told to applicants has been looked at not too long ago.
public enum FactsAreFresh: AgeingRule {
    /// What it says.
    public static let rule = Rule(
        "stale-fact",
        severity: .warning,
        summary: LocalizedText(
            """
            On the day that 'visafee validate --as-of' names, no fact is older than 'fresh-for' in registry.yaml allows.
            """,
            "在“visafee validate --as-of”所指定的日期，信息不得超过 registry.yaml 中“fresh-for”规定的天数。"
        ),
        why: LocalizedText(
            """
            Phones change, offices move and channels close without anybody writing it down. A fact's age is told to \
            applicants, but an old one sends them to the wrong door all the same.
            """,
            "电话会换，地点会搬，渠道会关，往往没有人记下来。虽然会告诉申请人信息有多旧，旧信息还是会让人找错门。"
        ),
        remedy: LocalizedText(
            """
            Read one of its sources again, or a better one, and record the day together with the digest of what was read.
            """,
            "请重新查阅其中一个来源，或查阅更好的来源，并记录日期和所读内容的摘要。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones:
                    - {number: ↓"0990-1234567", source: old}
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  old: {kind: government, address: example.test/old, published: 2024-01, retrieved: 2025-12-01}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones:
                    - {number: "0990-1234567", source: [old, notice]}
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  old: {kind: government, address: example.test/old, published: 2024-01, retrieved: 2025-12-01}
                """
            )
        ],
        isSuppressible: false
    )

    /// Stale facts that nobody pays by.
    public static func objects(to kind: FreshnessClass, isPaying: Bool) -> Bool {
        !isPaying || kind == .channel || kind == .steps
    }
}
