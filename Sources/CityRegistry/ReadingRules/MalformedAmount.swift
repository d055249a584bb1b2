public import Diagnostics
import Vocabulary

extension Rule {
    /// An amount that is not plain yuan.
    public static let malformedAmount = Rule(
        "malformed-amount",
        summary: LocalizedText(
            """
            An amount is yuan, written as 168 or 168.50, not negative, and below the cap for a single fee.
            """,
            "金额以元为单位，写成168或168.50，不能为负，也不能超过单项收费的上限。"
        ),
        why: LocalizedText(
            """
            An amount with three decimals, an exponent or a sign is rounded or refused differently by every program; \
            a slip of three zeros would be shown to people as a fee.
            """,
            "带三位小数、科学记数法或正负号的金额，各程序的舍入或拒收方式不一；多写三个0，就会作为收费展示给公众。"
        ),
        remedy: LocalizedText(
            """
            Write whole yuan, or yuan with two decimals.
            """,
            "写整数元，或者带两位小数的元。"
        ),
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
