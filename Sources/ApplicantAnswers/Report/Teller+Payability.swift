import PaymentEngine
import ServiceConfig
import Vocabulary

extension Teller {
    /// Whether this program takes payments, and what to do next.
    func thisProgram(_ payability: Payability, _ config: CityConfig?, _ place: Place) -> Section {
        let verdict = Phrases.verdict(payability.verdict, city: place.name, pilotPercent: payability.pilotPercent)
        return Section(
            id: "next",
            heading: say(Headings.nextSteps),
            blocks: [.sentence(say(verdict)), .list(nextSteps(payability, config))]
        )
    }

    func nextSteps(_ payability: Payability, _ config: CityConfig?) -> [String] {
        payability.nextSteps.map { step in
            guard case .useBureauChannel(let id) = step, let config,
                let channel = config.channels.first(where: { $0.id == id })
            else { return say(Phrases.nextStep(step, channel: nil, hotline: hotline.number)) }
            return say(Phrases.nextStep(step, channel: way(channel, config), hotline: hotline.number))
        }
    }
}
