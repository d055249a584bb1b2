public import Vocabulary

/// What kind of change it is for people, by a word that policies can forbid or allow.
public enum ChangeKind: String, CaseIterable, Sendable {
    // Who may pay through this program.
    case paymentsOpened = "payments-opened"
    case shareRaised = "share-raised"
    case shareLowered = "share-lowered"
    case paymentsPaused = "payments-paused"
    case stageChanged = "stage-changed"
    case railChanged = "rail-changed"
    // What it costs.
    case feeIncreased = "fee-increased"
    case feeDecreased = "fee-decreased"
    case feeBecameKnown = "fee-became-known"
    case feeBecameUnknown = "fee-became-unknown"
    case feeLeftToBill = "fee-left-to-bill"
    case serviceWithdrawn = "service-withdrawn"
    case feeChanged = "fee-changed"
    case questionAdded = "question-added"
    case questionRemoved = "question-removed"
    case feeBasisChanged = "fee-basis-changed"
    // What the bureau offers.
    case channelOffered = "channel-offered"
    case channelWithdrawn = "channel-withdrawn"
    case channelBecameUnknown = "channel-became-unknown"
    case channelNarrowed = "channel-narrowed"
    case channelChanged = "channel-changed"
    case cityAdded = "city-added"
    case cityRemoved = "city-removed"
    // Whom to ask, and from where it is known.
    case contactChanged = "contact-changed"
    case receiptChanged = "receipt-changed"
    case sourceAdded = "source-added"
    case sourceRemoved = "source-removed"
    case sourceChanged = "source-changed"
    case policyChanged = "policy-changed"
    // In addition to another kind.
    case historyRewritten = "history-rewritten"

    /// Kinds that an unreviewed edit should never bring about.
    public static let risky: [ChangeKind] = [
        .paymentsOpened, .shareRaised, .feeIncreased, .feeBecameUnknown, .channelWithdrawn,
        .channelBecameUnknown, .channelNarrowed, .cityRemoved, .sourceRemoved, .historyRewritten,
    ]

    /// What it means, in a few words.
    public var name: LocalizedText {
        switch self {
        case .paymentsOpened: LocalizedText("payments opened", "开放缴费")
        case .shareRaised: LocalizedText("pilot share raised", "试点比例提高")
        case .shareLowered: LocalizedText("pilot share lowered", "试点比例降低")
        case .paymentsPaused: LocalizedText("new payments stopped", "停止新的缴费")
        case .stageChanged: LocalizedText("stage changed", "阶段变更")
        case .railChanged: LocalizedText("rail changed", "支付通道变更")
        case .feeIncreased: LocalizedText("fee increased", "费用提高")
        case .feeDecreased: LocalizedText("fee decreased", "费用降低")
        case .feeBecameKnown: LocalizedText("fee became known", "费用由未知变为已知")
        case .feeBecameUnknown: LocalizedText("fee became unknown", "费用变为未知")
        case .feeLeftToBill: LocalizedText("fee left to the bill", "费用改由缴费单确定")
        case .serviceWithdrawn: LocalizedText("no longer provided", "不再办理")
        case .feeChanged: LocalizedText("fee changed", "费用变更")
        case .questionAdded: LocalizedText("new question", "新增项目")
        case .questionRemoved: LocalizedText("question removed", "取消项目")
        case .feeBasisChanged: LocalizedText("what a fee rests on changed", "费用依据变更")
        case .channelOffered: LocalizedText("channel offered", "渠道开通")
        case .channelWithdrawn: LocalizedText("channel no longer offered", "渠道不再提供")
        case .channelBecameUnknown: LocalizedText("whether a channel is offered became unknown", "渠道是否提供变为未知")
        case .channelNarrowed: LocalizedText("channel serves fewer or less", "渠道适用范围缩小")
        case .channelChanged: LocalizedText("channel changed", "渠道信息变更")
        case .cityAdded: LocalizedText("city added", "新增城市")
        case .cityRemoved: LocalizedText("city removed", "移除城市")
        case .contactChanged: LocalizedText("contact changed", "联系方式变更")
        case .receiptChanged: LocalizedText("receipt changed", "回执变更")
        case .sourceAdded: LocalizedText("source added", "新增来源")
        case .sourceRemoved: LocalizedText("source removed", "移除来源")
        case .sourceChanged: LocalizedText("source changed", "来源变更")
        case .policyChanged: LocalizedText("policy or wording changed", "规则或用语变更")
        case .historyRewritten: LocalizedText("about days gone by", "涉及过去的日期")
        }
    }
}
