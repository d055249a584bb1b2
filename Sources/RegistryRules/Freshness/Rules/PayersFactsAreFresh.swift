public import Diagnostics
import Vocabulary

/// Where money is taken, what decides a price or reaches the bureau is fresh.
public enum PayersFactsAreFresh: AgeingRule {
    /// What it says.
    public static let rule = Rule(
        "stale-while-paying",
        summary: LocalizedText(
            """
            On the day that 'visafee validate --as-of' names, no fee and no contact is stale where money is taken.
            """,
            "在“visafee validate --as-of”所指定的日期，正在收款之处的收费和联系方式都不得过期。"
        ),
        why: LocalizedText(
            """
            Somebody who pays a wrong amount, or cannot reach the bureau when a payment goes wrong, has lost money and time \
            by an answer that this registry vouched for.
            """,
            "金额付错，或者付款出了问题却联系不上办理机构，人们就因为信息库担保的答复损失了钱和时间。"
        ),
        remedy: LocalizedText(
            """
            Read the source again before anybody pays, record the day and the digest, or pause the channel.
            """,
            "请在有人缴费之前重新查阅来源，记录日期和摘要，或者暂停该渠道。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones:
                    - {number: ↓"0990-1234567", source: old}
                rollout:
                  official-account:
                    stage: {2025-12-01: shadow, 2025-12-08: {pilot: 5%}}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                sources:
                  notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                  old: {kind: government, address: example.test/old, published: 2024-01, retrieved: 2025-12-01}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2025-12-01: shadow, 2025-12-08: {pilot: 5%}}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ],
        isSuppressible: false
    )

    /// What decides a price, and whom to ask, where somebody pays.
    public static func objects(to kind: FreshnessClass, isPaying: Bool) -> Bool {
        isPaying && (kind == .fee || kind == .contact)
    }
}
