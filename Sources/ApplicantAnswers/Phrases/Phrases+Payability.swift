public import PaymentEngine
public import Vocabulary

extension Phrases {
    /// Whether this program takes a payment, in a sentence.
    public static func verdict(
        _ verdict: Payability.Verdict,
        city: LocalizedText,
        pilotPercent: Int? = nil
    ) -> LocalizedText {
        let english = city.text(in: .english)
        let chinese = city.text(in: .chinese)
        switch verdict {
        case .lookUpBill:
            return LocalizedText(
                "This program takes payments in \(english). Look up your bill to see whether it is ready.",
                "本程序在\(chinese)接受缴费。请先查询您的缴费单。"
            )
        case .lookUpBillInPilot:
            return LocalizedText(
                "This program takes payments in \(english) from a trial share of applicants"
                    + (pilotPercent.map { ", \($0) %" } ?? "")
                    + ". Look up your bill to see whether yours is among them.",
                "本程序在\(chinese)对部分申请人" + (pilotPercent.map { "（\($0)%）" } ?? "")
                    + "试点接受缴费。请查询您的缴费单，看是否在试点范围内。"
            )
        case .paused:
            return LocalizedText(
                "Payments through this program are paused in \(english). Those already begun are being finished.",
                "本程序在\(chinese)暂停接受新的缴费。已经开始的缴费会继续办完。"
            )
        case .notTakenHere:
            return LocalizedText(
                "This program takes no payments in \(english). The bureau's own ways to pay are not affected by that.",
                "本程序在\(chinese)不收款。办理机构自有的缴费方式不受影响。"
            )
        case .notForThisService:
            return LocalizedText(
                "This program takes payments in \(english), but not for this document. The bureau itself may.",
                "本程序在\(chinese)接受缴费，但不包括这一项目。办理机构可能另有缴费方式。"
            )
        case .cityUnknown:
            return LocalizedText(
                "Nobody has found out yet how these fees can be paid in \(english).",
                "\(chinese)的缴费方式还没有人查明。"
            )
        }
    }

    /// What to do next; `channel` is the name of the bureau's own channel, `hotline` the number to call.
    public static func nextStep(
        _ step: Payability.NextStep,
        channel: LocalizedText?,
        hotline: String
    ) -> LocalizedText {
        switch step {
        case .enterReceiptNumber:
            return LocalizedText(
                "Have your receipt at hand: look up the bill by its number and the verification code.",
                "准备好回执，输入回执编号和验证码查询缴费单。"
            )
        case .useBureauChannel:
            guard let channel else {
                return LocalizedText("Pay through the bureau's own channel.", "使用办理机构自有的渠道缴费。")
            }
            return LocalizedText(
                "Pay through the bureau's own channel: \(channel.text(in: .english)).",
                "使用办理机构自有的渠道缴费：\(channel.text(in: .chinese))。"
            )
        case .goToBureau:
            return LocalizedText(
                "Ask at the bureau that took your application; it can tell you how to pay.",
                "到受理您申请的办理机构咨询，那里可以告诉您如何缴费。"
            )
        case .callHotline:
            return LocalizedText("Call the immigration hotline \(hotline).", "拨打\(hotline)咨询。")
        }
    }
}
