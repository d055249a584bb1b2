import CivilTime
import ServiceConfig
import Vocabulary

/// A city for an administrator: what is known, from where, how old it is, and what has been decided.
struct CitySheet {
    private let config: CityConfig
    private let day: CivilDate
    private let language: Language

    init(_ config: CityConfig, on day: CivilDate, _ language: Language) {
        self.config = config
        self.day = day
        self.language = language
    }

    /// The sheet.
    var text: String {
        let place = config.place
        let title =
            "\(place.name.text(in: .english)) \(place.name.text(in: .chinese)) (\(place.slug), \(place.division))"
        return
            ([title + ", \(place.province.text(in: language))", ""] + bureau + receipt + channels + rollout + fees
            + sources)
            .joined(separator: "\n")
    }

    private var bureau: [String] {
        guard let bureau = config.bureau else { return ["bureau: unknown", ""] }
        let phones = (bureau.phones + bureau.offices.flatMap(\.phones)).map {
            "  phone \($0.number)\(origin($0.provenance))"
        }
        let offices = bureau.offices.map { office in
            "  office \(office.id): \(office.address?.text(in: language) ?? "unknown")\(origin(office.provenance))"
        }
        let hours = (bureau.hours + bureau.offices.flatMap(\.hours)).map { hours in
            let open = hours.open.map { $0.map(\.description).joined(separator: ", ") } ?? "unknown"
            return "  hours \(hours.days) \(open)\(origin(hours.provenance))"
        }
        return ["bureau: \(bureau.name?.text(in: language) ?? "name unknown")\(origin(bureau.provenance))"] + offices
            + phones + hours + [""]
    }

    private var receipt: [String] {
        let format =
            config.receipt.format.map { "\($0.length) characters, \($0.alphabet.rawValue)" } ?? "format unknown"
        let name = config.receipt.name?.text(in: language) ?? "name unknown"
        return ["receipt: \(name), \(format)\(origin(config.receipt.provenance))", ""]
    }

    private var channels: [String] {
        let lines = config.availability(on: day).offers.map { offer in
            let applicants = offer.applicants?.joined(separator: ", ") ?? "unknown"
            let methods = offer.methods?.joined(separator: ", ") ?? "unknown"
            return "  \(offer.channel.id) (\(offer.channel.kind)): \(offer.status.rawValue); for \(applicants); "
                + "by \(methods)\(origin(offer.channel.provenance))"
        }
        return ["channels on \(day): facts"] + lines + [""]
    }

    private var rollout: [String] {
        let lines = config.rollouts.map { rollout in
            let stages = rollout.stage.segments(from: config.askedFrom).map { segment in
                "\(segment.interval.start) \(Self.words(segment.value ?? .none))"
            }
            let rail = rollout.rail.map { "\($0.kind.rawValue), credential \($0.credential)" } ?? "unknown"
            return "  \(rollout.channel): \(stages.joined(separator: "; ")); rail \(rail)"
        }
        return ["rollout: decisions"] + (lines.isEmpty ? ["  none"] : lines) + [""]
    }

    private static func words(_ stage: RolloutStage) -> String {
        if case .pilot(let percent) = stage { return "pilot \(percent)%" }
        return stage.kind.rawValue
    }

    private var fees: [String] {
        let table = config.fees
        let prices = table.answers.count { $0.fee.amount != nil }
        let local = table.answers.count { $0.isLocal }
        return [
            "fees: \(table.leaves.count) paths x \(table.nationalities.count) nationalities in \(table.classes.count) classes; "
                + "\(table.answers.count) distinct answers, \(prices) of them amounts, \(local) from the city's own table",
            table.boundaries.isEmpty
                ? "  no change ahead" : "  changes on " + table.boundaries.map(\.description).joined(separator: ", "),
            "",
        ]
    }

    private var sources: [String] {
        ["sources:"]
            + config.sources.map { source in
                let age = source.published.map { "published \($0)" } ?? "retrieved \(source.retrieved)"
                return "  \(source.id): \(source.label), \(age)" + (source.address.map { ", \($0)" } ?? "")
            }
    }

    /// Where a fact comes from, in brackets.
    private func origin(_ provenance: Provenance) -> String {
        guard !provenance.sources.isEmpty else { return "" }
        let confidence = provenance.confidence.map { ", \($0.rawValue)" } ?? ""
        let contested = provenance.isContested ? ", contested" : ""
        return " [\(provenance.sources.joined(separator: ", "))\(confidence)\(contested)]"
    }
}
