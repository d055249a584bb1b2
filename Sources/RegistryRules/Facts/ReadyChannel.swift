import CityRegistry
import CivilTime
import Diagnostics
import Vocabulary

/// What a channel still lacks before anybody may pay through it.
struct ReadyChannel {
    private let channel: Channel
    private let days: [DateInterval]

    /// Looks at a channel that takes money on these days.
    init(_ channel: Channel, days: [DateInterval]) {
        self.channel = channel
        self.days = days
    }

    /// Everything that is missing, in the order of the record.
    var missing: [StageIsReady.Missing] {
        var missing: [StageIsReady.Missing] = []
        if let status = lapse { missing.append(status) }
        if !isKnown(channel.applicants) {
            missing.append(lacking("for whom it is", "applicants: foreign-national"))
        }
        if channel.services.isEmpty {
            missing.append(lacking("for which services it is", "services: [...]"))
        }
        if !isKnown(channel.methods) {
            missing.append(lacking("with what one can pay", "methods: [...]"))
        }
        if channel.refund?.value == nil {
            missing.append(lacking("where a refund goes", "refund: original-method, counter or none"))
        }
        if channel.steps.isEmpty {
            missing.append(lacking("how it is used", "steps: [...]"))
        }
        return missing
    }

    /// The first day on which money is taken and the bureau does not offer the channel.
    private var lapse: StageIsReady.Missing? {
        for (interval, status) in channel.status.segments(from: days.map(\.start).min() ?? .earliest)
        where status?.value != .offered {
            guard let both = days.lazy.compactMap({ $0.intersection(interval) }).first else { continue }
            let word = status?.value.rawValue ?? ChannelStatus.unknown.rawValue
            return StageIsReady.Missing(
                fault: "its status is '\(word)' on \(both.start)",
                remark: "the status stands here",
                place: status?.range ?? channel.id.range,
                remedy: "take money only while the channel is offered"
            )
        }
        return nil
    }

    private func isKnown(_ words: Channel.Words?) -> Bool {
        guard let words else { return false }
        return words.segments(from: .earliest).allSatisfy { interval, value in
            value?.value != nil || days.allSatisfy { $0.intersection(interval) == nil }
        }
    }

    private func lacking(_ what: String, _ key: String) -> StageIsReady.Missing {
        StageIsReady.Missing(
            fault: "nothing says \(what)",
            remark: "it belongs here",
            place: channel.id.range,
            remedy: "add '\(key)' to the channel"
        )
    }
}
