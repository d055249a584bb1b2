public import PaymentEngine
public import Vocabulary

extension CaseName {
    /// Why a person is needed.
    public var reason: LocalizedText {
        switch self {
        case .order(_, _, let reason): reason.text
        case .day(_, let reason): reason.text
        }
    }
}

extension Case.Reason {
    /// Why a person is needed, as a sentence.
    public var text: LocalizedText {
        switch self {
        case .secondTransaction:
            LocalizedText(
                "The provider names two transactions for this order: somebody may have been charged twice.",
                "支付机构对同一订单给出两笔交易，付款人可能被重复扣款。"
            )
        case .treasuryOverdue:
            LocalizedText("The treasury has not paid back in its time.", "国库退款已超过规定期限。")
        case .refundAbnormal:
            LocalizedText("The payer's account did not take the refund.", "付款人的账户未能收到退款。")
        case .refundRejected:
            LocalizedText("The provider refuses the refund.", "支付机构拒绝办理该退款。")
        case .refundClosed:
            LocalizedText(
                "The provider has closed the refund as often as it is renewed.",
                "退款多次被支付机构关闭，系统不再自动重试。"
            )
        case .refusedByBureau:
            LocalizedText("The bureau refuses the payment.", "出入境管理部门的系统拒绝该笔缴费。")
        case .unattributed:
            LocalizedText(
                "The bureau shows a payment and does not say whose.",
                "出入境管理部门的系统显示已缴费，但未说明是哪一笔。"
            )
        case .refundIncomplete:
            LocalizedText(
                "Giving the money back was begun, and not all of it is on its way.",
                "已开始退款，但尚有部分金额未退。"
            )
        case .oursOnly:
            LocalizedText(
                "The log has a payment that the provider's bill does not list.",
                "日志中有该笔付款，但支付机构的对账单中没有。"
            )
        case .amountDiffers:
            LocalizedText("The day's lists and the log name different amounts.", "对账单与日志的金额不一致。")
        case .transactionDiffers:
            LocalizedText(
                "The day's lists and the log name different transactions.",
                "对账单与日志的交易号不一致。"
            )
        case .refundDiffers:
            LocalizedText("Provider and log disagree about a refund.", "支付机构与日志关于退款的记录不一致。")
        case .bureauExtra:
            LocalizedText(
                "The bureau lists a payment that nobody made, that has gone back, or that it lists twice.",
                "出入境管理部门的清单中有一笔无人支付、已退款或重复的缴费。"
            )
        case .bureauMissing:
            LocalizedText(
                "The bureau's list misses a payment that it has shown; it is being looked at again.",
                "出入境管理部门曾显示该笔缴费，但其清单中没有；系统正在重新核对。"
            )
        case .syncStuck:
            LocalizedText(
                "The bureau takes longer to show the payment than it should; retries go on.",
                "出入境管理部门的系统迟迟未显示该笔缴费；系统仍在重试。"
            )
        case .unreadableStatement:
            LocalizedText(
                "The provider said something about a payment that could not be read, such as another currency.",
                "支付机构关于付款的答复无法识别，例如币种不符。"
            )
        case .treasuryPending:
            LocalizedText("The treasury is paying back.", "国库正在办理退款。")
        case .instrumentMismatch:
            LocalizedText(
                "A refund went elsewhere than the payment came from: tell the payer where.",
                "退款未原路退回：请告知付款人款项去向。"
            )
        }
    }
}

extension BookDayCase.Reason {
    /// Why a person is needed, as a sentence.
    public var text: LocalizedText {
        switch self {
        case .booksAged:
            LocalizedText(
                "The day's books have stayed open for too long, and are not compared any more.",
                "该日账目长期未核平，系统已不再自动对账。"
            )
        case .billUnsound:
            LocalizedText("The provider's bill contradicts itself.", "支付机构的对账单自相矛盾。")
        case .billMissing:
            LocalizedText(
                "The provider's bill is not there; it is asked for again each hour.",
                "支付机构的对账单缺失；系统每小时重新获取。"
            )
        case .listUnsound:
            LocalizedText("The bureau's list contradicts itself.", "出入境管理部门的清单自相矛盾。")
        case .listMissing:
            LocalizedText(
                "The bureau's list is not there; it is asked for again each hour.",
                "出入境管理部门的清单缺失；系统每小时重新获取。"
            )
        case .strays:
            LocalizedText(
                "The lists name payments or refunds of which the log knows nothing.",
                "对账单或清单中有日志未记录的付款或退款。"
            )
        }
    }
}

/// What an action does, by its word.
public enum CaseAction {
    /// What it does, as a sentence; the word itself where another release has brought it.
    public static func text(_ word: String) -> LocalizedText {
        switch word {
        case "refund":
            LocalizedText("give the money back, or part of it (--amount)", "退款（全部，或以 --amount 指定部分金额）")
        case "retry-sync": LocalizedText("have the bureau shown the payment once more", "再次向出入境管理部门的系统报送该笔缴费")
        case "resolve-sync":
            LocalizedText(
                "record that the bureau shows the payment, or has recorded it in another way",
                "登记：出入境管理部门已显示或已另行登记该笔缴费"
            )
        case "reopen-sync":
            LocalizedText("look at the bureau again: it has lost what it showed", "重新核对：出入境管理部门的系统丢失了已显示的缴费")
        case "redirect-refund":
            LocalizedText("send the refund to another account of the payer", "将退款转至付款人的其他账户")
        case "hand-to-treasury": LocalizedText("have the treasury pay it back", "转由国库退款")
        case "settle-by-hand": LocalizedText("record that the payer has the money", "登记：付款人已收到退款")
        case "explain": LocalizedText("record why the lists and the log disagree", "登记对账单与日志不一致的原因")
        case "accept": LocalizedText("record why the day's sides disagree, and close its books", "登记该日各方不一致的原因并结账")
        case "reopen": LocalizedText("have the day's lists compared again", "重新对该日账目进行核对")
        default: LocalizedText(word, word)
        }
    }
}
