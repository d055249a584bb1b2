public import Diagnostics
import Vocabulary

extension Rule {
    /// A list that says the same thing twice.
    public static let repeatedWord = Rule(
        "repeated-word",
        summary: LocalizedText(
            """
            A list names everything once.
            """,
            "列表中每一项只出现一次。"
        ),
        why: LocalizedText(
            """
            A second 'wechat-balance' in a list of methods says nothing, and usually stands where another word was \
            meant, which is now missing.
            """,
            "支付方式列表中第二个“wechat-balance”没有意义，通常是写错了另一个词，而那个词就缺失了。"
        ),
        remedy: LocalizedText(
            """
            Delete one of the two, or write the one that was meant.
            """,
            "删除重复的一项，或者改成本来要写的那一项。"
        ),
        rejected: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    methods: [cash, ↓cash]
                    languages: [zh, en, ↓zh]
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: unknown
                    methods: [cash, wechat-bank-card]
                """
            )
        ]
    )
}
