public import CanonicalJSON
import CivilTime
import PaymentEngine
import ServiceConfig
import Vocabulary

extension AvailabilityAnswer {
    /// The answer for a program.
    ///
    /// Every key is always there; `null` means that nobody knows.
    ///
    /// - `asOf`: the day asked about; `city`: names and codes; `isKnown`: whether the registry has a file for the city.
    /// - `homePayment`: `status` (`offered`, `not-offered`, `withdrawn`, `unknown`), the `channels` it rests on, later
    ///   `changes`, and the `sentence` people read.
    /// - `channels`: facts about each, with `evidence`; `bureau`: offices, phones, hours.
    /// - `thisProgram`: whether this program takes payments (`verdict`), and the `nextSteps`.
    /// - `hotline`, `sources` (by id) and `caution`.
    public var json: JSONValue {
        let offers = config?.availability(on: day).offers ?? []
        return [
            "asOf": AnswerJSON.date(day),
            "bureau": config?.bureau.map(bureau) ?? .null,
            "caution": AnswerJSON.text(Phrases.caution),
            "channels": .array(offers.map(channel)),
            "city": AnswerJSON.place(place),
            "formatVersion": .integer(Int64(AnswerJSON.formatVersion)),
            "homePayment": homePayment(offers),
            "hotline": AnswerJSON.hotline(hotline),
            "isKnown": .bool(config != nil),
            "sources": AnswerJSON.sources((config?.sources ?? []) + hotlineSources),
            "thisProgram": thisProgram,
        ]
    }

    private func homePayment(_ offers: [Availability.Offer]) -> JSONValue {
        let status = config?.availability(on: day).homePayment ?? .unknown
        let channels = offers.filter {
            $0.channel.reach == .home && $0.status == .offered && Availability.servesForeignNationals($0) == true
        }
        let changes = config?.homePayment.changes.filter { $0.date > day } ?? []
        return [
            "changes": .array(
                changes.map { ["from": AnswerJSON.date($0.date), "status": .string($0.value.rawValue)] }
            ),
            "channels": AnswerJSON.words(channels.map(\.channel.id)),
            "sentence": AnswerJSON.text(Phrases.verdict(status, ways: nil, hotline: hotline.number)),
            "status": .string(status.rawValue),
        ]
    }

    private var thisProgram: JSONValue {
        [
            "channel": AnswerJSON.optional(payability.channel),
            "nextSteps": .array(
                payability.nextSteps.map { step in
                    if case .useBureauChannel(let id) = step {
                        return ["channel": .string(id), "step": .string(step.word)]
                    }
                    return ["channel": .null, "step": .string(step.word)]
                }
            ),
            "pilotPercent": payability.pilotPercent.map { .integer(Int64($0)) } ?? .null,
            "sentence": AnswerJSON.text(
                Phrases.verdict(payability.verdict, city: place.name, pilotPercent: payability.pilotPercent)
            ),
            "verdict": .string(payability.verdict.rawValue),
        ]
    }

    // MARK: Channels

    private func channel(_ offer: Availability.Offer) -> JSONValue {
        let channel = offer.channel
        return [
            "account": channel.account.map(account) ?? .null,
            "applicants": AnswerJSON.words(offer.applicants),
            "asksFor": AnswerJSON.words(channel.asksFor.map(\.rawValue)),
            "changes": .array(
                channel.status.changes.filter { $0.date > day }.map {
                    ["from": AnswerJSON.date($0.date), "status": .string($0.value.rawValue)]
                }
            ),
            "evidence": AnswerJSON.evidence(channel.provenance, class: "channel", config, on: day),
            "id": .string(channel.id),
            "kind": .string(channel.kind),
            "languages": channel.languages.isEmpty ? .null : AnswerJSON.words(channel.languages.map(\.rawValue)),
            "methods": AnswerJSON.words(offer.methods),
            "name": config?.terms.channelKinds[channel.kind].map(AnswerJSON.text) ?? .null,
            "reach": .string(channel.reach.rawValue),
            "refund": AnswerJSON.optional(channel.refund?.rawValue),
            "services": channel.services.isEmpty ? .null : AnswerJSON.words(channel.services),
            "shows": AnswerJSON.words(channel.shows.map(\.rawValue)),
            "since": AnswerJSON.date(offer.since),
            "sites": channel.sites.map { .integer(Int64($0)) } ?? .null,
            "stage": .string(offer.stage.kind.rawValue),
            "status": .string(offer.status.rawValue),
            "steps": .array(channel.steps.map(step)),
            "window": [
                "closes": AnswerJSON.optional(channel.window?.closes?.rawValue),
                "opens": AnswerJSON.optional(channel.window?.opens?.rawValue),
                "then": AnswerJSON.optional(channel.window?.fallback?.rawValue),
            ],
        ]
    }

    private func account(_ account: Account) -> JSONValue {
        ["id": AnswerJSON.optional(account.id), "name": account.name.map(AnswerJSON.text) ?? .null]
    }

    private func step(_ step: Step) -> JSONValue {
        switch step {
        case .follow:
            ["after": [], "do": "follow", "label": .null, "meaning": .null, "section": .null]
        case .press(let press):
            [
                "after": AnswerJSON.words(press.after.map(\.rawValue)),
                "do": "press",
                "label": .string(press.label),
                "meaning": AnswerJSON.optional(press.gloss),
                "section": press.section.map(AnswerJSON.text) ?? .null,
            ]
        }
    }

    // MARK: The bureau

    private func bureau(_ bureau: Bureau) -> JSONValue {
        [
            "evidence": contactEvidence(bureau.provenance),
            "hours": .array(bureau.hours.map(hours)),
            "name": bureau.name.map(AnswerJSON.text) ?? .null,
            "offices": .array(
                bureau.offices.map { office in
                    [
                        "address": office.address.map(AnswerJSON.text) ?? .null,
                        "evidence": contactEvidence(office.provenance),
                        "hours": .array(office.hours.map(hours)),
                        "id": .string(office.id),
                        "name": office.name.map(AnswerJSON.text) ?? .null,
                        "phones": .array(office.phones.map(phone)),
                        "services": office.services.isEmpty ? .null : AnswerJSON.words(office.services),
                    ]
                }
            ),
            "phones": .array(bureau.phones.map(phone)),
        ]
    }

    private func phone(_ phone: Phone) -> JSONValue {
        [
            "evidence": contactEvidence(phone.provenance),
            "name": phone.name.map(AnswerJSON.text) ?? .null,
            "number": .string(phone.number),
        ]
    }

    private func hours(_ hours: OpeningHours) -> JSONValue {
        [
            "days": .string(hours.days.description),
            "evidence": contactEvidence(hours.provenance),
            "isClosedOnPublicHolidays": hours.closedOnHolidays ? .bool(true) : .null,
            "open": AnswerJSON.words(hours.open?.map(\.description)),
        ]
    }

    private func contactEvidence(_ provenance: Provenance) -> JSONValue {
        AnswerJSON.evidence(provenance, class: "contact", config, on: day)
    }
}

extension Payability.NextStep {
    /// The word programs know the step by.
    fileprivate var word: String {
        switch self {
        case .enterReceiptNumber: "enter-receipt-number"
        case .useBureauChannel: "use-bureau-channel"
        case .goToBureau: "go-to-bureau"
        case .callHotline: "call-hotline"
        }
    }
}
