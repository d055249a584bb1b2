import CanonicalJSON
import CivilTime
import Vocabulary

extension Channel: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Channel {
        try Channel(
            id: record.require("id"),
            kind: record.require("kind"),
            reach: record.require("reach"),
            status: record.require("status"),
            applicants: record.optional("applicants", Timeline<KnownWords>.self)?.map(\.words),
            services: record.list("services"),
            account: record.optional("account"),
            asksFor: record.list("asks-for"),
            shows: record.list("shows"),
            methods: record.optional("methods", Timeline<KnownWords>.self)?.map(\.words),
            refund: record.optional("refund"),
            languages: record.list("languages"),
            window: record.optional("window"),
            steps: record.list("steps"),
            sites: record.optional("sites"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("account", optional: account)
        writer.add("applicants", optional: applicants?.map(KnownWords.init))
        writer.add("asks-for", list: asksFor)
        writer.add("id", id)
        writer.add("kind", kind)
        writer.add("languages", list: languages)
        writer.add("methods", optional: methods?.map(KnownWords.init))
        writer.add(provenance)
        writer.add("reach", reach)
        writer.add("refund", optional: refund)
        writer.add("services", list: services)
        writer.add("shows", list: shows)
        writer.add("sites", optional: sites)
        writer.add("status", status)
        writer.add("steps", list: steps)
        writer.add("window", optional: window)
    }
}

/// Words, or `null` for a time of which nobody knows.
private struct KnownWords: ConfigValue {
    let words: [String]?

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> KnownWords {
        try KnownWords(words: node.value == .null ? nil : [String].read(node))
    }

    func write(to writer: inout JSONWriter) {
        if let words { words.write(to: &writer) } else { writer.null() }
    }
}

extension Channel.Window: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Channel.Window {
        try Channel.Window(
            opens: record.optional("opens"),
            closes: record.optional("closes"),
            fallback: record.optional("then")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("closes", optional: closes)
        writer.add("opens", optional: opens)
        writer.add("then", optional: fallback)
    }
}

extension Rollout: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Rollout {
        try Rollout(channel: record.require("channel"), stage: record.require("stage"), rail: record.optional("rail"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("channel", channel)
        writer.add("rail", optional: rail)
        writer.add("stage", stage)
    }
}

extension RolloutStage: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> RolloutStage {
        switch try record.require("stage", Kind.self) {
        case .none: return .none
        case .planned: return .planned
        case .shadow: return .shadow
        case .live: return .live
        case .paused: return .paused
        case .retired: return .retired
        case .pilot:
            let percent = try record.require("percent", Int.self)
            guard pilotPercents.contains(percent) else { throw record.node.refuse("a share from 1 to 99 percent") }
            return .pilot(percent: percent)
        }
    }

    func writeMembers(to writer: inout JSONWriter) {
        if case .pilot(let percent) = self { writer.add("percent", percent) }
        writer.add("stage", kind)
    }
}

extension Rail: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Rail {
        try Rail(
            kind: record.require("kind"),
            mode: record.optional("mode"),
            credential: record.require("credential")
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("credential", credential)
        writer.add("kind", kind)
        writer.add("mode", optional: mode)
    }
}
