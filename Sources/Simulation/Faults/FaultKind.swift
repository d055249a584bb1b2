public import Vocabulary

/// What can go wrong outside the engine, or to it.
public enum FaultKind: Int, CaseIterable, Hashable, Sendable {
    // The provider.
    case notificationLost
    case notificationDoubled
    case notificationLate
    case notificationForged
    case signatureProbe
    case keyRotated
    case providerDown
    case providerRequestLost
    case providerRequestLate
    case providerAnswerLost
    case providerError
    case providerSlow
    case paymentShownLate
    case statementUnreadable
    case lateBankSuccess
    case amountDiffers
    case dailyBillLate
    case refundAbnormal
    case refundClosed
    case refundElsewhere
    case refundRejected
    // The bureau.
    case bureauDown
    case bureauMaintenance
    case bureauRequestLost
    case bureauRequestLate
    case bureauAnswerLost
    case bureauSlow
    case bureauRecordsTwice
    case bureauRefuses
    case staleReading
    case wrongCharset
    case unattributedPayment
    case billChanged
    case billGone
    case paidAtCounter
    // The disk.
    case diskFull
    case tornWrite
    case commitAnswerLost
    case diskSlow
    case lyingDisk
    // The process, its clock and its configuration.
    case crash
    case secondProcess
    case clockForward
    case clockBack
    case cityPaused
    case configChanged

    /// Its name in reports: `notification-lost`.
    public var name: String {
        String(
            String(describing: self).flatMap { $0.isUppercase ? ["-", Character($0.lowercased())] : [$0] }
        )
    }

    /// What happens, as a clause.
    public var text: LocalizedText {
        switch self {
        case .notificationLost: LocalizedText("a notification is lost", "一条支付通知丢失")
        case .notificationDoubled: LocalizedText("a notification comes twice", "一条支付通知送达两次")
        case .notificationLate: LocalizedText("a notification comes hours late", "一条支付通知迟到数小时")
        case .notificationForged: LocalizedText("somebody forges a notification", "有人伪造支付通知")
        case .signatureProbe: LocalizedText("the provider probes the signature check", "支付平台探测验签")
        case .keyRotated: LocalizedText("the provider signs with a new key", "支付平台改用新密钥签名")
        case .providerDown: LocalizedText("the provider is away", "支付平台不可用")
        case .providerRequestLost: LocalizedText("a call to the provider is lost", "发往支付平台的请求丢失")
        case .providerRequestLate: LocalizedText("a call reaches the provider late", "请求迟到支付平台")
        case .providerAnswerLost: LocalizedText("the provider acts and its answer is lost", "支付平台已处理，应答丢失")
        case .providerError: LocalizedText("the provider answers with an error", "支付平台返回错误")
        case .providerSlow:
            LocalizedText("the provider is slow, and other things happen meanwhile", "支付平台响应缓慢，其间另有他事发生")
        case .paymentShownLate: LocalizedText("the provider says NOTPAY of what is paid", "已支付的订单仍显示未支付")
        case .statementUnreadable: LocalizedText("the provider's statement cannot be read", "支付平台的说明无法读取")
        case .lateBankSuccess: LocalizedText("the bank is slow, and the money lands after the close", "银行处理缓慢，关单后款项才到账")
        case .amountDiffers: LocalizedText("the provider takes another amount", "支付平台收取的金额不符")
        case .dailyBillLate: LocalizedText("the provider's daily bill is late", "支付平台日账单迟到")
        case .refundAbnormal: LocalizedText("the payer's instrument takes no refund", "原支付工具无法收到退款")
        case .refundClosed: LocalizedText("the provider closes a refund", "支付平台关闭退款")
        case .refundElsewhere: LocalizedText("a refund goes elsewhere", "退款退到其他账户")
        case .refundRejected: LocalizedText("the provider rejects a refund", "支付平台拒绝退款")
        case .bureauDown: LocalizedText("the bureau's system is down for hours", "出入境系统停机数小时")
        case .bureauMaintenance: LocalizedText("the bureau's system is being maintained", "出入境系统维护")
        case .bureauRequestLost: LocalizedText("a call to the bureau is lost", "发往出入境系统的请求丢失")
        case .bureauRequestLate: LocalizedText("a call reaches the bureau late", "请求迟到出入境系统")
        case .bureauAnswerLost: LocalizedText("the bureau acts and its answer is lost", "出入境系统已处理，应答丢失")
        case .bureauSlow: LocalizedText("the bureau is slow, and other things happen meanwhile", "出入境系统响应缓慢，其间另有他事发生")
        case .bureauRecordsTwice: LocalizedText("the bureau records one payment twice", "出入境系统重复记录同一笔缴费")
        case .bureauRefuses: LocalizedText("the bureau refuses a payment", "出入境系统拒绝缴费记录")
        case .staleReading: LocalizedText("the bureau shows an old state", "出入境系统显示旧数据")
        case .wrongCharset: LocalizedText("the bureau's answer is in a wrong character set", "出入境系统应答的字符集错误")
        case .unattributedPayment:
            LocalizedText("the bureau shows a payment without saying whose", "出入境系统显示已缴费但未注明来源")
        case .billChanged: LocalizedText("the bureau changes the bill", "出入境管理部门更改缴费单金额")
        case .billGone: LocalizedText("the bureau's bill is gone for a while", "缴费单暂时消失")
        case .paidAtCounter: LocalizedText("the bill is paid at the counter as well", "同时在柜台缴费")
        case .diskFull: LocalizedText("the disk is full", "磁盘已满")
        case .tornWrite: LocalizedText("a write is torn, and nobody is told", "写入中断且无告知")
        case .commitAnswerLost: LocalizedText("a commit succeeds and its answer is lost", "提交成功，应答丢失")
        case .diskSlow: LocalizedText("the disk is slow, and other things happen meanwhile", "磁盘缓慢，其间另有他事发生")
        case .lyingDisk:
            LocalizedText("the disk has only claimed to write, and loses the last commits", "磁盘谎报已落盘，丢失最近的提交")
        case .crash: LocalizedText("the process dies", "进程崩溃")
        case .secondProcess: LocalizedText("a second process runs beside the first", "第二个进程同时运行")
        case .clockForward: LocalizedText("the clock jumps ahead", "时钟前跳")
        case .clockBack: LocalizedText("the clock jumps back", "时钟回拨")
        case .cityPaused: LocalizedText("the city is switched off for a while", "该市暂停收费")
        case .configChanged: LocalizedText("the city's config changes", "该市配置更新")
        }
    }

    /// Whether it befalls a whole day rather than one applicant.
    var befallsDays: Bool {
        switch self {
        case .keyRotated, .providerDown, .dailyBillLate, .bureauDown, .bureauMaintenance, .secondProcess, .clockForward,
            .clockBack, .cityPaused, .configChanged, .lyingDisk:
            true
        default: false
        }
    }
}

/// How much goes wrong.
public enum FaultLevel: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case none
    /// About what a bad year brings.
    case light
    /// Far more than any year brings.
    case heavy

    /// In how many of 100,000 cases, or days, a fault strikes.
    func rate(_ kind: FaultKind) -> UInt64 {
        switch self {
        case .none: 0
        case .light: max(kind.heavyRate / 8, 1)
        case .heavy: kind.heavyRate
        }
    }
}

extension FaultKind {
    /// Of 100,000 chances, at the heavy level.
    fileprivate var heavyRate: UInt64 {
        switch self {
        case .keyRotated, .configChanged: 1_500
        case .providerDown, .bureauDown, .secondProcess: 6_000
        case .bureauMaintenance, .dailyBillLate: 10_000
        case .clockForward, .clockBack: 4_000
        case .cityPaused: 2_000
        case .lyingDisk: 2_000
        case .crash: 150
        case .diskFull, .tornWrite, .commitAnswerLost, .diskSlow: 600
        case .notificationForged, .signatureProbe: 2_000
        case .notificationLost, .notificationDoubled, .notificationLate: 8_000
        case .providerRequestLost, .providerRequestLate, .providerAnswerLost, .providerError: 2_000
        case .providerSlow, .bureauSlow: 2_000
        case .bureauRequestLost, .bureauRequestLate, .bureauAnswerLost: 2_000
        case .paymentShownLate, .staleReading: 3_000
        case .statementUnreadable, .wrongCharset, .bureauRecordsTwice: 1_000
        case .lateBankSuccess: 2_000
        case .amountDiffers: 300
        case .refundAbnormal, .refundClosed, .refundElsewhere, .refundRejected: 8_000
        case .bureauRefuses, .unattributedPayment, .billGone: 500
        case .billChanged, .paidAtCounter: 1_500
        }
    }
}
