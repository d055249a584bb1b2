public import CanonicalJSON
public import CivilTime
import Money
public import ServiceConfig
import Vocabulary

extension Plan {
    /// The format's name and version.
    public static let format = "visafee.plan/1"

    /// The plan as it is saved, shown to whoever approves it, and held against what is published: canonical JSON.
    public var canonicalBytes: [UInt8] {
        json { _ in [:] }.canonicalBytes
    }

    /// The plan for a program; `adding` gives each change further members, such as its sentence and its place.
    public func json(adding more: (Change) -> JSONObject) -> JSONValue {
        [
            "answers": ["changed": .integer(Int64(changedAnswerCount)), "total": .integer(Int64(answerCount))],
            "base": base.map { .string($0.description) } ?? .null,
            "changes": .array(
                changes.map { change in
                    var object = change.json
                    object["kinds"] = .array(kinds(of: change).map { .string($0.rawValue) })
                    for (key, value) in more(change) { object[key] = value }
                    return .object(object)
                }
            ),
            "cities": ["changed": .array(changedCities.map { .string($0) }), "total": .integer(Int64(cityCount))],
            "day": .string(day.description),
            "format": .string(Self.format),
            "registryDiffers": .bool(registryDiffers),
            "target": target.map { .string($0.description) } ?? .null,
        ]
    }

    /// From what to what a saved plan leads, and for which day; nothing where the bytes are no saved plan.
    public static func heading(of bytes: [UInt8]) -> (base: Digest?, target: Digest?, day: CivilDate)? {
        guard case .object(let object)? = try? JSONValue(canonical: bytes), object["format"] == .string(format),
            case .string(let day)? = object["day"], let day = CivilDate(day)
        else { return nil }
        func digest(_ key: String) -> Digest? {
            guard case .string(let text)? = object[key] else { return nil }
            return Digest(text)
        }
        return (digest("base"), digest("target"), day)
    }
}

extension Plan.Change {
    fileprivate var json: JSONObject {
        switch self {
        case .stage(let change):
            [
                "after": change.after.json, "before": change.before.json, "channel": .string(change.channel),
                "cities": [.string(change.city)], "from": .string(change.from.description),
                "percentAfter": .integer(Int64(change.percentAfter)),
                "percentBefore": .integer(Int64(change.percentBefore)),
                "until": change.until.map { .string($0.description) } ?? .null,
            ]
        case .fee(let box):
            [
                "after": box.after?.json ?? .null, "before": box.before?.json ?? .null,
                "cities": .array(box.cities.map { .string($0) }), "from": .string(box.from.description),
                "increaseFen": box.increase.map { .integer($0) } ?? .null,
                "nationalities": .array(box.nationalities.map { .string($0.description) }),
                "paths": .array(box.leaves.map { .string($0.path) }),
                "until": box.until.map { .string($0.description) } ?? .null,
            ]
        case .fact(let change):
            [
                "after": change.after.map { .string($0.text(in: .english)) } ?? .null,
                "before": change.before.map { .string($0.text(in: .english)) } ?? .null,
                "cities": .array(change.cities.map { .string($0) }),
                "part": change.part.map { .string($0.text(in: .english)) } ?? .null, "subject": .string(change.subject),
            ]
        }
    }
}

extension RolloutStage {
    fileprivate var json: JSONValue {
        if case .pilot(let percent) = self { ["pilot": .integer(Int64(percent))] } else { .string(kind.rawValue) }
    }
}

extension FeeAnswer {
    fileprivate var json: JSONValue {
        [
            "confidence": provenance.confidence.map { .string($0.rawValue) } ?? .null,
            "fee": fee.amount.map { .integer($0.fen) } ?? .string(fee.word ?? "unknown"),
            "local": .bool(isLocal),
            "sources": .array(provenance.sources.map { .string($0) }),
            "unit": .string(unit.rawValue),
        ]
    }
}
