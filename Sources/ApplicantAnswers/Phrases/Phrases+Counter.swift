public import Vocabulary

extension Phrases {
    /// The heading of what is shown to an official.
    public static let showAtCounter = LocalizedText("Show this at the counter", "请向窗口工作人员出示")

    /// Sentences to point at, where there is no language in common.
    public static let atCounter = [
        LocalizedText("I want to pay the exit-entry document fee.", "我要缴纳出入境证件费用。"),
        LocalizedText("Can I pay at home with WeChat?", "可以在家用微信缴费吗？"),
        LocalizedText("Can I pay here with WeChat?", "在这里可以用微信支付吗？"),
        LocalizedText("Can I pay with a foreign bank card?", "可以刷外国银行卡吗？"),
        LocalizedText("Can I pay in cash?", "可以付现金吗？"),
        LocalizedText("How much is it altogether? Please write it down.", "一共多少钱？请写下来。"),
        LocalizedText("From when and until when can I pay?", "什么时候可以缴费？什么时候截止？"),
        LocalizedText("I have paid. Please check the payment status.", "我已经缴费，请帮我查一下缴费状态。"),
        LocalizedText("I would like a receipt for the payment.", "请给我缴费票据。"),
    ]

    /// The receipt by its printed title.
    public static let receiptTitle = LocalizedText("The receipt for my application", "我的受理回执")
    /// The account to look for.
    public static let accountToFind = LocalizedText("The WeChat account I am looking for", "我要找的微信公众号")
    /// The buttons to press, in order.
    public static let buttons = LocalizedText("The buttons to press, in order", "依次点击的按钮")
}
