import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A channel that a bureau offers is described far enough to be of use.
public enum OfferedChannelsSpeak: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "offered-channel-silent",
        summary: LocalizedText(
            """
            An offered channel says for whom it is and with what one pays, or writes that this is unknown; an official \
            account says which.
            """,
            "已开通的缴费渠道要写明适用对象和支付方式，或者写明“unknown”；公众号要写明是哪一个。"
        ),
        why: LocalizedText(
            """
            "You can pay by phone" is worth nothing to a foreigner if only citizens can. Saying nothing looks like "for \
            everybody".
            """,
            "如果只有中国公民能用，“可用手机缴费”对外国人就毫无意义。什么都不写，看上去就像“人人可用”。"
        ),
        remedy: LocalizedText(
            """
            Add the keys that the finding names. Where no source says, write 'unknown'.
            """,
            "补上提示中的键。没有来源说明的，写“unknown”。"
        ),
        rejected: [
            RuleExample(
                """
                channels:
                  ↓official-account:
                    kind: official-account
                    status: offered
                    applicants: foreign-national
                    source: notice
                    confidence: high
                  ↓cash:
                    kind: counter-cash
                    status: {undated: offered, 2027-01-01: withdrawn}
                    methods: cash
                    source: notice
                    confidence: high
                rollout: {}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: offered
                    applicants: unknown
                    methods: unknown
                    account: {id: unknown}
                    source: notice
                    confidence: high
                  cash:
                    kind: counter-cash
                    status: not-offered
                    source: notice
                    confidence: high
                rollout: {}
                """
            )
        ]
    )

    /// The kind of channel that lives in an account.
    private static let officialAccount = "official-account"

    /// Checks each channel that is offered at some time.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        for channel in file.city.channels where channel.status.holds({ $0.value == .offered }) {
            let needsAccount = channel.kind.value == officialAccount
            let missing = [
                channel.applicants == nil ? "applicants" : nil,
                channel.methods == nil ? "methods" : nil,
                needsAccount && channel.account == nil ? "account" : nil,
            ].compactMap(\.self)
            guard !missing.isEmpty else { continue }
            let inEnglish = missing.map { "'\($0)'" }.joined(separator: ", ")
            let inChinese = missing.map { "“\($0)”" }.joined()
            findings.report(
                rule,
                LocalizedText(
                    "'\(channel.id.value)' is offered, and does not say \(inEnglish)",
                    "“\(channel.id.value)”已开通，但没有写明\(inChinese)"
                ),
                at: channel.id.range,
                help: LocalizedText(
                    "add \(inEnglish); where no source says, write 'unknown'",
                    "请加上\(inChinese)；没有来源说明的，写“unknown”"
                )
            )
        }
    }
}
