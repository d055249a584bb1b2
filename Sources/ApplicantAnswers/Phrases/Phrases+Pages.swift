public import Vocabulary

extension Phrases {
    /// What the pages are about.
    public static let siteTitle = LocalizedText(
        "Paying exit-entry fees at home in China",
        "外国人出入境证件费用在家缴纳"
    )

    /// What the list of cities is for.
    public static let siteIntroduction = LocalizedText(
        "Visa, stay permit and residence permit fees in China: in which city a foreign national can pay at home, what it "
            + "costs, and whom to ask. Every statement names its source and how sure it is.",
        "外国人签证、停留证件、居留许可费用：哪些城市可以在家缴纳，大致多少钱，向谁咨询。每条信息都注明来源和可信程度。"
    )

    /// The title of a city's page: a question, for the page may have no answer or a no.
    public static func cityTitle(_ city: String, _ language: Language) -> String {
        switch language {
        case .english: "\(city): can exit-entry fees be paid at home?"
        case .chinese: "\(city)：出入境证件费用可以在家缴纳吗？"
        }
    }

    /// As of when a page speaks.
    public static func standing(from date: String) -> LocalizedText {
        LocalizedText(
            "How things stand from \(date) on, with every later change that is known.",
            "\(date)起的情况，以及已知的后续变化。"
        )
    }

    /// The link over whatever comes before the content.
    public static let skipToContent = LocalizedText("Skip to the content", "跳到正文")
    /// The list of a page's sections.
    public static let onThisPage = LocalizedText("On this page", "本页内容")
    /// The link to the list of cities.
    public static let allCities = LocalizedText("All cities", "全部城市")
    /// The heading of the list by name.
    public static let byName = LocalizedText("By name", "按名称")
    /// The heading of the list by province.
    public static let byProvince = LocalizedText("By province", "按省份")

    /// What a language calls itself.
    public static func ownName(_ language: Language) -> String {
        self.language(language).text(in: language)
    }

    /// How many cities have a status.
    public static func count(_ count: Int, _ status: ChannelStatus) -> LocalizedText {
        let words = homeStatus(status)
        return LocalizedText(
            "\(count) \(count == 1 ? "city" : "cities"): \(words.text(in: .english))",
            "\(count)个城市：\(words.text(in: .chinese))"
        )
    }

    /// Where to look first.
    public static let whereKnown = LocalizedText("Where one can pay at home", "可在家缴费的城市")
}
