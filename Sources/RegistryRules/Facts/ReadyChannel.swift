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
            missing.append(lacking(LocalizedText("for whom it is", "适用对象"), "applicants: foreign-national"))
        }
        if channel.services.isEmpty {
            missing.append(lacking(LocalizedText("for which services it is", "适用业务"), "services: [...]"))
        }
        if !isKnown(channel.methods) {
            missing.append(lacking(LocalizedText("with what one can pay", "支付方式"), "methods: [...]"))
        }
        if channel.refund?.value == nil {
            missing.append(
                lacking(
                    LocalizedText("where a refund goes", "退款去向"),
                    "refund: ...",
                    among: RefundRule.allCases.map(\.rawValue)
                )
            )
        }
        if channel.steps.isEmpty {
            missing.append(lacking(LocalizedText("how it is used", "操作步骤"), "steps: [...]"))
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
                fault: LocalizedText("its status is '\(word)' on \(both.start)", "其状态在\(both.start)是“\(word)”"),
                remark: LocalizedText("the status stands here", "状态写在此处"),
                place: status?.range ?? channel.id.range,
                remedy: LocalizedText("take money only while the channel is offered", "请只在缴费渠道开通期间收款")
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

    private func lacking(_ what: LocalizedText, _ key: String, among words: [String] = []) -> StageIsReady.Missing {
        StageIsReady.Missing(
            fault: LocalizedText(
                "nothing says \(what.text(in: .english))",
                "没有写明\(what.text(in: .chinese))"
            ),
            remark: LocalizedText("it belongs here", "应写在此处"),
            place: channel.id.range,
            remedy: LocalizedText(
                "add '\(key)' to the channel"
                    + (words.isEmpty ? "" : ", one of \(words.joined(separator: ", "))"),
                "请给缴费渠道加上“\(key)”"
                    + (words.isEmpty ? "" : "，可选的词有\(words.map { "“\($0)”" }.joined())")
            )
        )
    }
}
