import CanonicalJSON
import CivilTime
import Vocabulary

extension Channel {
    var json: JSONValue {
        .build {
            $0.add("account", account?.json)
            $0.add("applicants", applicants?.json(Self.words))
            $0.add("asks-for", list: asksFor) { .word($0) }
            $0.add("id", .string(id))
            $0.add("kind", .string(kind))
            $0.add("languages", list: languages) { .word($0) }
            $0.add("methods", methods?.json(Self.words))
            $0.add(provenance)
            $0.add("reach", .word(reach))
            $0.add("refund", refund.map { .word($0) })
            $0.add("services", list: services, JSONValue.string)
            $0.add("shows", list: shows) { .word($0) }
            $0.add("sites", sites.map { .integer(Int64($0)) })
            $0.add("status", status.json { .word($0) })
            $0.add("steps", list: steps, \.json)
            $0.add("window", window?.json)
        }
    }

    private static func words(_ words: [String]?) -> JSONValue {
        words.map { .array($0.map(JSONValue.string)) } ?? .null
    }

    private static func readWords(_ node: ConfigNode) throws(ConfigRefusal) -> Timeline<[String]?> {
        try Timeline.read(node) { node throws(ConfigRefusal) in
            if node.value == .null { return nil }
            return try node.list { node throws(ConfigRefusal) in try node.string() }
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Channel {
        try node.record { record throws(ConfigRefusal) in
            try Channel(
                id: record.string("id"), kind: record.string("kind"), reach: record.require("reach").choice(),
                status: Timeline.read(record.require("status")) { node throws(ConfigRefusal) in try node.choice() },
                applicants: record.optional("applicants").read { node throws(ConfigRefusal) in try readWords(node) },
                services: record.strings("services"),
                account: record.optional("account").read { node throws(ConfigRefusal) in try Account.read(node) },
                asksFor: record.choices("asks-for"), shows: record.choices("shows"),
                methods: record.optional("methods").read { node throws(ConfigRefusal) in try readWords(node) },
                refund: record.optionalChoice("refund"), languages: record.choices("languages"),
                window: record.optional("window").read { node throws(ConfigRefusal) in try Window.read(node) },
                steps: record.optional("steps").list { node throws(ConfigRefusal) in try Step.read(node) },
                sites: record.optional("sites").read { node throws(ConfigRefusal) in try node.integer() },
                provenance: record.provenance()
            )
        }
    }
}

extension Channel.Window {
    var json: JSONValue {
        .build {
            $0.add("closes", closes.map { .word($0) })
            $0.add("opens", opens.map { .word($0) })
            $0.add("then", fallback.map { .word($0) })
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Channel.Window {
        try node.record { record throws(ConfigRefusal) in
            try Channel.Window(
                opens: record.optionalChoice("opens"), closes: record.optionalChoice("closes"),
                fallback: record.optionalChoice("then")
            )
        }
    }
}

extension Rollout {
    var json: JSONValue {
        .build {
            $0.add("channel", .string(channel))
            $0.add("rail", rail?.json)
            $0.add("stage", stage.json(\.json))
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Rollout {
        try node.record { record throws(ConfigRefusal) in
            try Rollout(
                channel: record.string("channel"),
                stage: Timeline.read(record.require("stage")) { node throws(ConfigRefusal) in
                    try RolloutStage.read(node)
                },
                rail: record.optional("rail").read { node throws(ConfigRefusal) in try Rail.read(node) }
            )
        }
    }
}

extension RolloutStage {
    var json: JSONValue {
        .build {
            $0.add("stage", .word(kind))
            if case .pilot(let percent) = self { $0.add("percent", .integer(Int64(percent))) }
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> RolloutStage {
        try node.record { record throws(ConfigRefusal) in
            switch try record.require("stage").choice(Kind.self) {
            case .none: return .none
            case .planned: return .planned
            case .shadow: return .shadow
            case .live: return .live
            case .paused: return .paused
            case .retired: return .retired
            case .pilot:
                let percent = try record.require("percent").integer()
                guard pilotPercents.contains(percent) else { throw node.refuse("a share from 1 to 99 percent") }
                return .pilot(percent: percent)
            }
        }
    }
}

extension Rail {
    var json: JSONValue {
        .build {
            $0.add("credential", .string(credential))
            $0.add("kind", .word(kind))
            $0.add("mode", mode.map { .word($0) })
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Rail {
        try node.record { record throws(ConfigRefusal) in
            try Rail(
                kind: record.require("kind").choice(), mode: record.optionalChoice("mode"),
                credential: record.string("credential")
            )
        }
    }
}
