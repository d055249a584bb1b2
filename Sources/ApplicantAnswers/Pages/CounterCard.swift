import ServiceConfig
import Vocabulary

/// What an applicant shows to an official: sentences in Chinese with their meaning, and the channel's own words.
struct CounterCard {
    private let config: CityConfig?
    private let place: Place
    private let hotline: Hotline
    private let language: Language

    init(_ config: CityConfig?, _ place: Place, _ hotline: Hotline, _ language: Language) {
        self.config = config
        self.place = place
        self.hotline = hotline
        self.language = language
    }

    var view: View {
        [
            "heading": Phrases.showAtCounter.text(in: language),
            "otherHeading": Phrases.showAtCounter.text(in: language.other),
            "otherTag": language.other.tag,
            "place": place.name.text(in: .chinese),
            "chineseTag": Language.chinese.tag,
            "englishTag": Language.english.tag,
            "lines": (Phrases.atCounter + receipt).map(line),
            "way": way ?? false,
            "hotline": ask,
            "caution": Phrases.caution.text(in: language),
        ]
    }

    /// The hotline by its name and number; its Chinese name may already hold the number.
    private var ask: String {
        let name = hotline.name.text(in: .chinese)
        return name.contains(hotline.number) ? name : "\(name) \(hotline.number)"
    }

    private func line(_ text: LocalizedText) -> View {
        ["chinese": text.text(in: .chinese), "english": text.text(in: .english)]
    }

    /// The receipt, by the title it is printed with.
    private var receipt: [LocalizedText] {
        guard let name = config?.receipt.name else { return [] }
        return [
            LocalizedText(
                Phrases.receiptTitle.text(in: .english),
                Phrases.receiptTitle.text(in: .chinese) + Language.chinese.colon + name.text(in: .chinese)
            )
        ]
    }

    /// The account and the buttons of the first channel for foreign nationals that has steps.
    private var way: View? {
        guard let config else { return nil }
        let offers = config.availability(on: config.askedFrom).offers
        let offer = offers.first {
            $0.status == .offered && Availability.servesForeignNationals($0) == true && !$0.channel.steps.isEmpty
        }
        guard let channel = offer?.channel else { return nil }
        let buttons = channel.steps.compactMap { step -> View? in
            guard case .press(let press) = step else { return nil }
            return ["label": press.label, "meaning": press.gloss ?? false]
        }
        return [
            "account": channel.account?.id ?? channel.account?.name?.text(in: .chinese) ?? false,
            "accountTerm": line(Phrases.accountToFind),
            "buttonsTerm": line(Phrases.buttons),
            "buttons": buttons,
        ]
    }
}
