public import Vocabulary

extension Phrases {
    /// Whether a channel is offered, in a word or two.
    public static func status(_ status: ChannelStatus) -> LocalizedText {
        switch status {
        case .offered: LocalizedText("offered", "已开通")
        case .notOffered: LocalizedText("not offered", "未开通")
        case .withdrawn: LocalizedText("withdrawn", "已停用")
        case .unknown: LocalizedText("unknown so far", "尚不清楚")
        }
    }

    /// Whether one can pay at home, in a few words, as lists of cities show it.
    public static func homeStatus(_ status: ChannelStatus) -> LocalizedText {
        switch status {
        case .offered: LocalizedText("can be paid at home", "可在家缴费")
        case .notOffered: LocalizedText("not offered", "未开通在家缴费")
        case .withdrawn: LocalizedText("no longer offered", "已停止在家缴费")
        case .unknown: LocalizedText("unknown so far", "尚不清楚")
        }
    }

    /// Whether one can pay at home, in a sentence; `ways` names the channels, `hotline` whom to ask.
    public static func verdict(_ status: ChannelStatus, ways: LocalizedText?, hotline: String) -> LocalizedText {
        let english = ways.map { ": \($0.text(in: .english))" } ?? ""
        let chinese = ways.map { "：\($0.text(in: .chinese))" } ?? ""
        return switch status {
        case .offered:
            LocalizedText("Yes\(english).", "可以\(chinese)。")
        case .notOffered:
            LocalizedText(
                "A source says that the bureau does not offer it. Pay at the bureau.",
                "据资料，当地尚未开通。请到办理机构缴费。"
            )
        case .withdrawn:
            LocalizedText(
                "It was offered once; a source says that it has ended. Pay at the bureau.",
                "曾经开通，据资料现已停止。请到办理机构缴费。"
            )
        case .unknown:
            LocalizedText(
                "Unknown so far: nobody has found out yet. The bureau, or the hotline \(hotline), can tell you.",
                "目前尚不清楚，还没有人查明。请咨询办理机构，或拨打\(hotline)。"
            )
        }
    }

    /// What the bureau does about a channel, in a sentence; for `unknown` also whom to ask.
    public static func channel(_ status: ChannelStatus, hotline: String) -> LocalizedText {
        switch status {
        case .offered:
            LocalizedText("The bureau offers it.", "办理机构已开通。")
        case .notOffered:
            LocalizedText("A source says that the bureau does not offer it.", "据资料，办理机构未开通。")
        case .withdrawn:
            LocalizedText("The bureau offered it once and has stopped.", "办理机构曾经开通，现已停用。")
        case .unknown:
            LocalizedText(
                "Nobody has found out yet whether the bureau has it. Ask the bureau, or call \(hotline).",
                "办理机构是否开通，还没有人查明。请咨询办理机构，或拨打\(hotline)。"
            )
        }
    }

    /// A status with the day it began or begins.
    public static func since(_ date: String, _ text: LocalizedText) -> LocalizedText {
        LocalizedText("\(text.text(in: .english)) since \(date)", "\(date)起\(text.text(in: .chinese))")
    }

    /// What holds from a day to come.
    public static func from(_ date: String, _ text: LocalizedText) -> LocalizedText {
        LocalizedText("from \(date): \(text.text(in: .english))", "\(date)起：\(text.text(in: .chinese))")
    }

    /// At the bureau, foreign nationals can pay in these ways.
    public static func atTheBureau(_ ways: LocalizedText) -> LocalizedText {
        LocalizedText(
            "At the bureau, foreign nationals can pay this way: \(ways.text(in: .english)).",
            "在办理机构现场，外国人可以这样缴费：\(ways.text(in: .chinese))。"
        )
    }

    /// From where a channel can be used.
    public static func reach(_ reach: ChannelReach) -> LocalizedText {
        switch reach {
        case .home: LocalizedText("from anywhere, at home too", "在家等任何地方均可使用")
        case .receipt: LocalizedText("with the receipt in hand", "凭手中的回执使用")
        case .bureau: LocalizedText("at the bureau", "在办理机构现场使用")
        }
    }

    /// How many places have a channel.
    public static func sites(_ count: Int) -> LocalizedText {
        LocalizedText("\(count) place\(count == 1 ? "" : "s")", "\(count)个网点")
    }

    /// How far this program has gone with a channel.
    public static func stage(_ stage: RolloutStage.Kind) -> LocalizedText {
        switch stage {
        case .none: LocalizedText("nothing has been decided yet", "尚未作出安排")
        case .planned: LocalizedText("planned", "计划开通")
        case .shadow: LocalizedText("being tried out without taking money", "正在试运行，不收款")
        case .pilot: LocalizedText("open to a trial share of applicants", "对部分申请人试点开放")
        case .live: LocalizedText("open to everybody", "已全面开放")
        case .paused: LocalizedText("paused", "暂停")
        case .retired: LocalizedText("ended", "已结束")
        }
    }

    /// Where a refund goes.
    public static func refund(_ rule: RefundRule) -> LocalizedText {
        switch rule {
        case .originalMethod:
            LocalizedText(
                "back to what you paid with: balance to balance, card to card",
                "原路退回：零钱退回零钱，银行卡退回银行卡"
            )
        case .counter: LocalizedText("at the bureau's counter", "到办理机构窗口退款")
        case .none: LocalizedText("the bureau gives no refund", "办理机构不予退款")
        }
    }

    /// When a channel begins to take a payment.
    public static func opens(_ opening: WindowOpening) -> LocalizedText {
        switch opening {
        case .receiptIssued: LocalizedText("as soon as the receipt is issued", "拿到回执后即可缴费")
        case .applicationApproved: LocalizedText("once the application has been approved", "申请获批后可以缴费")
        }
    }

    /// When a channel stops taking a payment.
    public static func closes(_ closing: WindowClosing) -> LocalizedText {
        switch closing {
        case .endOfDay: LocalizedText("until the end of that day", "当日有效")
        case .collection: LocalizedText("until the document is collected", "领取证件之前有效")
        }
    }

    /// Where one pays afterwards.
    public static func afterwards(_ fallback: WindowFallback) -> LocalizedText {
        switch fallback {
        case .counter: LocalizedText("afterwards at the bureau's counter", "逾期请到窗口缴费")
        }
    }
}

extension Phrases {
    /// Things about a channel that may not have been found out.
    public enum Gap {
        /// With what one can pay.
        public static let methods = LocalizedText("with what one can pay", "支付方式")
        /// From when it takes a payment.
        public static let opens = LocalizedText("from when it takes a payment", "何时起可以缴费")
        /// Until when it takes a payment.
        public static let closes = LocalizedText("until when it takes a payment", "缴费截止时间")
        /// Where a refund goes.
        public static let refund = LocalizedText("how refunds work", "如何退款")
    }
}
