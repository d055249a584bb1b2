public import Diagnostics

extension Rule {
    /// A list that says the same thing twice.
    public static let repeatedWord = Rule(
        "repeated-word",
        summary: """
            A list names everything once.
            """,
        why: """
            A second 'wechat-balance' in a list of methods says nothing, and usually stands where another word was \
            meant, which is now missing.
            """,
        remedy: """
            Delete one of the two, or write the one that was meant.
            """,
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
