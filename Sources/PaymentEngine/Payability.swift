import CivilTime
import ServiceConfig
import Vocabulary

/// Whether this program may take a payment, as far as that can be said before the bureau's bill is known.
///
/// The bureau's bill has the last word: `lookUpBill` promises no more than that asking for it makes sense.
public struct Payability: Hashable, Sendable {
    /// What can be said.
    public enum Verdict: String, CaseIterable, Sendable {
        /// Payments are taken here: look up the bill.
        case lookUpBill = "look-up-bill"
        /// Payments are taken from the receipts that belong to a pilot: look up the bill.
        case lookUpBillInPilot = "look-up-bill-in-pilot"
        /// Payments were taken here and are paused; those begun are finished.
        case paused
        /// This program takes no payments here. The bureau's own channels may.
        case notTakenHere = "not-taken-here"
        /// This program takes payments here, but not for this service.
        case notForThisService = "not-for-this-service"
        /// The registry has no file for this city: nobody knows anything.
        case cityUnknown = "city-unknown"
    }

    /// What the applicant can do next.
    public enum NextStep: Hashable, Sendable {
        /// Enter the receipt number and the verification code.
        case enterReceiptNumber
        /// Use a channel of the bureau's own that foreign nationals can use from home.
        case useBureauChannel(String)
        /// Pay at the bureau.
        case goToBureau
        /// Ask the hotline.
        case callHotline
    }

    /// What can be said.
    public var verdict: Verdict
    /// The channel through which this program would take the payment.
    public var channel: String?
    /// The pilot's share, in percent.
    public var pilotPercent: Int?
    /// What to do next, best first; never empty, and always ending with somebody to ask.
    public var nextSteps: [NextStep]

    init(before config: CityConfig?, service: String?, on day: CivilDate) {
        guard let config else {
            self.init(.cityUnknown, nextSteps: [.goToBureau, .callHotline])
            return
        }
        let availability = config.availability(on: day)
        let elsewhere = Self.elsewhere(availability, service: service)
        let serving = availability.offers.filter { Self.serves($0.channel, service) }
        let others = availability.offers.filter { !Self.serves($0.channel, service) }
        // Where one channel takes everybody's payment, nobody is asked whether a pilot includes them.
        if let offer = serving.first(where: { Self.takesMoney($0) && $0.stage == .live }) {
            self.init(.lookUpBill, channel: offer.channel.id, nextSteps: [.enterReceiptNumber] + elsewhere)
        } else if let offer = serving.first(where: Self.takesMoney), case .pilot(let percent) = offer.stage {
            self.init(
                .lookUpBillInPilot,
                channel: offer.channel.id,
                pilotPercent: percent,
                nextSteps: [.enterReceiptNumber] + elsewhere
            )
        } else if let paused = serving.first(where: { $0.stage == .paused && Self.mayServeForeignNationals($0) }) {
            self.init(.paused, channel: paused.channel.id, nextSteps: elsewhere)
        } else if let other = others.first(where: Self.takesMoney) {
            self.init(.notForThisService, channel: other.channel.id, nextSteps: elsewhere)
        } else {
            self.init(.notTakenHere, nextSteps: elsewhere)
        }
    }

    private init(_ verdict: Verdict, channel: String? = nil, pilotPercent: Int? = nil, nextSteps: [NextStep]) {
        self.verdict = verdict
        self.channel = channel
        self.pilotPercent = pilotPercent
        self.nextSteps = nextSteps
    }

    /// Whether this program takes payments through a channel: it was decided, the bureau offers the channel, and nobody
    /// says that it is for others only.
    private static func takesMoney(_ offer: Availability.Offer) -> Bool {
        offer.stage.kind.takesMoney && offer.status == .offered && mayServeForeignNationals(offer)
    }

    private static func mayServeForeignNationals(_ offer: Availability.Offer) -> Bool {
        Availability.servesForeignNationals(offer) != false
    }

    /// Where else one can pay or ask.
    private static func elsewhere(_ availability: Availability, service: String?) -> [NextStep] {
        let own = availability.offers.filter {
            $0.status == .offered && $0.channel.reach == .home && Availability.servesForeignNationals($0) == true
                && serves($0.channel, service)
        }
        return own.map { .useBureauChannel($0.channel.id) } + [.goToBureau, .callHotline]
    }

    /// Whether a channel serves a service; one that names none serves all of its bureau's.
    private static func serves(_ channel: Channel, _ service: String?) -> Bool {
        guard let service else { return true }
        return channel.services.isEmpty || channel.services.contains(service)
    }
}
