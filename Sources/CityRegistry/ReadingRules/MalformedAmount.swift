public import Diagnostics

extension Rule {
    /// An amount that is not plain yuan.
    public static let malformedAmount = Rule(
        "malformed-amount",
        summary: """
            An amount is yuan, written as 168 or 168.50, not negative, and below the cap for a single fee.
            """,
        why: """
            An amount with three decimals, an exponent or a sign is rounded or refused differently by every program; \
            a slip of three zeros would be shown to people as a fee.
            """,
        remedy: """
            Write whole yuan, or yuan with two decimals.
            """,
        rejected: [
            RuleExample(
                in: .schedule,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue, validity: under-1-year}, fee: ↓400.505}
                      - {when: {action: issue, validity: 1-to-3-years}, fee: ↓-800}
                      - {when: {action: change}, fee: ↓2000000}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates: {fee: ↓"160"}
                """
            )
        ],
        accepted: [
            RuleExample(
                in: .schedule,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates: {fee: 400.50}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates: {fee: 160}
                """
            )
        ]
    )
}
