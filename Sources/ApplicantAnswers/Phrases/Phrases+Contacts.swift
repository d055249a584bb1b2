public import Vocabulary

extension Phrases {
    /// The hotline answers day and night.
    public static let aroundTheClock = LocalizedText("at any hour", "24小时接听")

    /// The languages spoken.
    public static func spoken(_ languages: [Language]) -> LocalizedText {
        let names = languages.map { Phrases.language($0) }
        return LocalizedText(
            "in " + names.map { $0.text(in: .english) }.joined(separator: " and "),
            names.map { $0.text(in: .chinese) }.joined(separator: "、") + "服务"
        )
    }

    /// One of several offices of which neither the name nor the address is known.
    public static func office(_ number: Int) -> LocalizedText {
        LocalizedText("office \(number)", "第\(number)处")
    }

    /// A WeChat official account.
    public static func account(_ label: LocalizedText) -> LocalizedText {
        LocalizedText(
            "WeChat account \(label.text(in: .english))",
            "微信公众号\(label.text(in: .chinese))"
        )
    }

    /// An app.
    public static func app(_ name: LocalizedText) -> LocalizedText {
        LocalizedText("app \(name.text(in: .english))", "手机应用“\(name.text(in: .chinese))”")
    }
}
