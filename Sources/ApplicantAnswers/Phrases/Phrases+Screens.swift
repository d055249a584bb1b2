public import Vocabulary

extension Phrases {
    /// What a screen asks for or shows.
    public static func element(_ element: ScreenElement) -> LocalizedText {
        switch element {
        case .receiptNumber: LocalizedText("receipt number", "回执编号")
        case .verificationCode: LocalizedText("verification code", "验证码")
        case .terms: LocalizedText("terms", "条款")
        case .bill: LocalizedText("bill", "缴费单")
        case .method: LocalizedText("way to pay", "支付方式")
        case .name: LocalizedText("name", "姓名")
        case .amount: LocalizedText("amount", "缴费金额")
        case .feeName: LocalizedText("fee name", "费用名称")
        case .paymentStatus: LocalizedText("payment status", "缴费状态")
        }
    }

    /// What to do with something on a screen before the button is pressed.
    public static func before(_ element: ScreenElement) -> LocalizedText {
        switch element {
        case .receiptNumber: LocalizedText("type the receipt number", "输入回执编号")
        case .verificationCode: LocalizedText("type the verification code", "输入验证码")
        case .terms: LocalizedText("read the terms", "阅读条款")
        case .bill: LocalizedText("check the bill", "核对缴费单")
        case .method: LocalizedText("choose how to pay", "选择支付方式")
        case .name: LocalizedText("check the name", "核对姓名")
        case .amount: LocalizedText("check the amount", "核对缴费金额")
        case .feeName: LocalizedText("check the fee name", "核对费用名称")
        case .paymentStatus: LocalizedText("check the payment status", "核对缴费状态")
        }
    }

    /// What has to be done before the button is pressed.
    public static func first(_ elements: [ScreenElement]) -> LocalizedText {
        let deeds = elements.map(Phrases.before)
        return LocalizedText(
            "first " + deeds.map { $0.text(in: .english) }.joined(separator: " and "),
            "先" + deeds.map { $0.text(in: .chinese) }.joined(separator: "并")
        )
    }

    /// The part of the screen where a button is found.
    public static func within(_ section: LocalizedText) -> LocalizedText {
        LocalizedText("under \(section.text(in: .english))", "在“\(section.text(in: .chinese))”中")
    }

    /// The step of following an official account.
    public static func follow(_ account: LocalizedText?) -> LocalizedText {
        guard let account else {
            return LocalizedText("In WeChat, follow the official account", "在微信中关注公众号")
        }
        return LocalizedText(
            "In WeChat, follow the official account \(account.text(in: .english))",
            "在微信中关注公众号\(account.text(in: .chinese))"
        )
    }

    /// In which languages screens are.
    public static func screens(_ languages: [Language]) -> LocalizedText {
        let names = languages.map { Phrases.language($0) }
        let only = languages.count == 1
        return LocalizedText(
            names.map { $0.text(in: .english) }.joined(separator: " and ") + (only ? " only" : ""),
            (only ? "仅" : "") + names.map { $0.text(in: .chinese) }.joined(separator: "、")
        )
    }
}
