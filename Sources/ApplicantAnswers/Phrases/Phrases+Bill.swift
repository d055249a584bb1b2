import CivilTime
import Money
public import PaymentEngine
public import Vocabulary

extension Phrases {
    /// Whether a bill can be paid, in a sentence or two.
    public static func bill(_ payability: BillPayability) -> LocalizedText {
        switch payability {
        case .payable(let offer): return payable(offer)
        case .notYet(let opening): return notYet(opening)
        case .ended(.day(let day)):
            return LocalizedText("The last day to pay this bill online was \(day).", "网上缴费已于\(day)截止。")
        case .ended(.collection(let day)):
            return LocalizedText(
                "The document was handed out on \(day); nothing can be paid online after that.",
                "证件已于\(day)领取，此后不能再网上缴费。"
            )
        case .alreadyPaid(let settlement): return alreadyPaid(settlement)
        case .inProgress:
            return LocalizedText(
                "A payment of this bill has been begun. Go on with it; nobody is charged twice.",
                "这张缴费单已有一笔缴费正在进行。请继续完成，不会重复扣款。"
            )
        case .bureauAway(let moment):
            return LocalizedText(
                "The bureau's system is closed until \(clock(moment)) China time. Nothing is lost by waiting.",
                "办理机构的系统维护至\(clock(moment))（北京时间）。等待不会有任何损失。"
            )
        case .bureauSilent:
            return LocalizedText(
                "The bureau's system does not answer at the moment. Your bill has not changed; try again in some minutes.",
                "办理机构的系统暂时没有响应。您的缴费单没有变化，请过几分钟再试。"
            )
        case .cityPaused:
            return LocalizedText(
                "Payments through this program are paused in this city. Those already begun are being finished.",
                "本程序在当地暂停接受新的缴费。已经开始的缴费会继续办完。"
            )
        case .needsCounter(let reason): return needsCounter(reason)
        case .nothingToPay:
            return LocalizedText("This bill asks for nothing.", "这张缴费单无需缴费。")
        }
    }

    /// What the payer does next.
    public static func nextStep(_ step: BillPayability.NextStep) -> LocalizedText {
        switch step {
        case .pay: LocalizedText("Pay now.", "现在缴费。")
        case .goOn: LocalizedText("Go on with the payment.", "继续缴费。")
        case .comeBackOn(let day): LocalizedText("Come back on \(day).", "请于\(day)再来。")
        case .comeBackAt(let moment):
            LocalizedText("Come back at \(clock(moment)) China time.", "请于北京时间\(clock(moment))再来。")
        case .askAgain: LocalizedText("Look the bill up again later.", "请稍后再次查询。")
        case .keepReference: LocalizedText("You need not pay. Keep the number.", "您无需缴费，请保存编号。")
        case .goToBureau:
            LocalizedText("Pay or ask at the bureau that took your application.", "请到受理您申请的办理机构缴费或咨询。")
        }
    }

    private static func payable(_ offer: BillPayability.Offer) -> LocalizedText {
        let last = lastDay(offer.through)
        guard let first = offer.scheduleSays.first, let most = offer.scheduleSays.last else {
            return LocalizedText(
                "You can pay this bill of \(offer.amount.yuan) yuan now.\(last.text(in: .english))",
                "现在可以缴费，金额\(offer.amount.yuan)元。\(last.text(in: .chinese))"
            )
        }
        let isOne = first == most
        return LocalizedText(
            "You can pay this bill of \(offer.amount.yuan) yuan now. The fee schedule says "
                + (isOne ? first.yuan : "\(first.yuan) to \(most.yuan)")
                + " yuan; what the bill says is what counts. Ask the bureau if you wonder."
                + last.text(in: .english),
            "现在可以缴费，金额\(offer.amount.yuan)元。收费标准为"
                + (isOne ? first.yuan : "\(first.yuan)至\(most.yuan)") + "元，以缴费单为准；如有疑问请咨询办理机构。"
                + last.text(in: .chinese)
        )
    }

    private static func lastDay(_ day: BillPayability.LastDay) -> LocalizedText {
        switch day {
        case .notStated: LocalizedText("", "")
        case .day(let day): LocalizedText(" The last day is \(day).", "截止日期为\(day)。")
        case .calendarNotPublished(let year):
            LocalizedText(
                " The last day depends on the holidays of \(year), which are not published yet.",
                "截止日期取决于\(year)年的节假日安排，目前尚未公布。"
            )
        }
    }

    private static func notYet(_ opening: BillPayability.Opening) -> LocalizedText {
        switch opening {
        case .day(let day):
            LocalizedText("This bill can be paid from \(day) on.", "这张缴费单自\(day)起可以缴费。")
        case .approval:
            LocalizedText(
                "This bill can be paid once the application is approved.",
                "申请获得批准之后才可以缴费。"
            )
        case .calendarNotPublished(let year):
            LocalizedText(
                "This bill can be paid some working days from now. Which day that is depends on the holidays of \(year), "
                    + "which are not published yet.",
                "这张缴费单要过若干个工作日才可以缴费；具体日期取决于\(year)年的节假日安排，目前尚未公布。"
            )
        }
    }

    private static func alreadyPaid(_ settlement: BillPayability.Settlement) -> LocalizedText {
        switch settlement {
        case .shown(_, let reference):
            LocalizedText(
                "This bill is paid, and the bureau shows it. Payment number: \(reference).",
                "这张缴费单已经缴费，办理机构已显示。支付单号：\(reference)。"
            )
        case .notShownYet(_, let reference):
            LocalizedText(
                "This bill is paid; the bureau does not show it yet. It is still being sent. You do not need to pay again. "
                    + "Payment number: \(reference).",
                "这张缴费单已经缴费，办理机构尚未显示，正在传送。您无需再次缴费。支付单号：\(reference)。"
            )
        case .elsewhere(let reference?):
            LocalizedText(
                "This bill was paid in another way. Payment number: \(reference).",
                "这张缴费单已通过其他方式缴费。支付单号：\(reference)。"
            )
        case .elsewhere(nil):
            LocalizedText(
                "This bill was paid in another way; the bureau does not say which.",
                "这张缴费单已通过其他方式缴费，办理机构没有说明是哪一笔。"
            )
        }
    }

    private static func needsCounter(_ reason: BillPayability.CounterReason) -> LocalizedText {
        switch reason {
        case .billSaysSo:
            LocalizedText("The bureau takes this payment at its counter only.", "这笔费用只能在办理机构的窗口缴纳。")
        case .billGone:
            LocalizedText("The bureau has withdrawn this bill.", "办理机构已撤销这张缴费单。")
        case .cityTakesNone:
            LocalizedText("This program takes no payments in this city.", "本程序在当地不收款。")
        case .otherServicesOnly:
            LocalizedText(
                "This program takes payments in this city, but not for this document.",
                "本程序在当地接受缴费，但不包括这一项目。"
            )
        case .notInPilot:
            LocalizedText(
                "This program takes payments from some applicants so far; yours is not among them.",
                "本程序目前只对部分申请人试点，您的申请不在其中。"
            )
        }
    }

    /// The day and the time of day in China: `2030-03-17 06:00`.
    private static func clock(_ moment: Moment) -> String {
        let (hour, minute) = moment.minuteOfDay.quotientAndRemainder(dividingBy: 60)
        return "\(moment.day) " + (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
