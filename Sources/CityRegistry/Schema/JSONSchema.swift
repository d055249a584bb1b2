public import CanonicalJSON
import Money
import Vocabulary

/// The JSON Schema (2020-12) of a kind of registry file, for editors, written from the same keys and forms that reading uses.
///
/// A schema knows shapes, not meaning: what it accepts may still break a rule.
public enum RegistrySchema: String, CaseIterable, Sendable {
    /// `registry.yaml`.
    case registry
    /// A city's file.
    case city
    /// A fee schedule below `fees/`.
    case fees
    /// `calendar.yaml`.
    case calendar

    private var root: any RecordKey.Type {
        switch self {
        case .registry: SettingsKey.self
        case .city: CityKey.self
        case .fees: ScheduleKey.self
        case .calendar: CalendarKey.self
        }
    }

    /// What the whole file must be.
    public var form: Form { .record(root) }

    /// The schema.
    public var json: JSONValue {
        var writer = SchemaWriter()
        var schema = writer.schema(of: root)
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = .string("VisaFee \(rawValue) file")
        schema["$defs"] = .object(JSONObject(writer.definitions.map { ($0.key, .object($0.value)) }))
        return .object(schema)
    }
}

/// Writes schemas of forms; each kind of record becomes one definition.
private struct SchemaWriter {
    private(set) var definitions: [String: JSONObject] = [:]

    mutating func schema<Key: RecordKey>(of _: Key.Type) -> JSONObject {
        var properties: [(String, JSONValue)] = []
        for key in Key.allCases {
            properties.append((key.rawValue, .object(schema(of: key.form))))
        }
        var schema: JSONObject = [
            "type": "object", "additionalProperties": false, "properties": .object(JSONObject(properties)),
        ]
        let choices = Key.exactlyOne.map { Self.has($0, "oneOf") }
        let needs = Key.atLeastOne.isEmpty ? [] : [Self.has(Key.atLeastOne, "anyOf")]
        if !(choices + needs).isEmpty { schema["allOf"] = .array(choices + needs) }
        if !Key.required.isEmpty { schema["required"] = .array(Key.required.map { .string($0.rawValue) }) }
        return schema
    }

    /// That exactly one, or at least one, of some keys is there.
    private static func has<Key: RecordKey>(_ keys: [Key], _ how: String) -> JSONValue {
        .object(JSONObject([(how, .array(keys.map { ["required": [.string($0.rawValue)]] }))]))
    }

    private mutating func schema(of form: Form) -> JSONObject {
        switch form {
        case .text: return ["type": "string", "minLength": 1]
        case .word: return pattern(Self.word)
        case .digits: return ["type": "string"]
        case .integer(let range):
            return [
                "type": "integer", "minimum": .integer(Int64(range.lowerBound)),
                "maximum": .integer(Int64(range.upperBound)),
            ]
        case .date: return pattern(Self.date)
        case .partialDate: return pattern("^\(Self.year)(-\(Self.month)(-\(Self.day))?)?$")
        case .dateSpan: return pattern(#"^\#(Self.fullDate)(\.\.\#(Self.fullDate))?$"#)
        case .amount: return ["type": "number", "minimum": 0, "maximum": .integer(Amount.cap.fen / 100)]
        case .nationality: return pattern("^[A-Z]{3}$")
        case .choice(let words): return ["enum": .array(words.map(JSONValue.string))]
        case .localized: return schema(of: .record(TextKey.self))
        case .oneOrMany(let element):
            let one = JSONValue.object(schema(of: element))
            return [
                "anyOf": [one, ["type": "array", "minItems": 1, "items": one, "uniqueItems": .bool(element.isScalar)]]
            ]
        case .list(let element): return ["type": "array", "items": .object(schema(of: element))]
        case .known(let value): return ["anyOf": [["const": "unknown"], .object(schema(of: value))]]
        case .timeline(let value): return timeline(of: .object(schema(of: value)))
        case .record(let key): return reference(to: key)
        case .map(let value, let names): return group(of: .object(schema(of: value)), by: names)
        case .conditions:
            var conditions = group(of: .object(schema(of: .answers(to: ""))), by: .word)
            let nationality = Rate.nationalityQuestion
            conditions["properties"] = .object(
                JSONObject([(nationality, .object(schema(of: .answers(to: nationality))))])
            )
            return conditions
        case .question:
            var question = group(of: .object(schema(of: .record(AnswerKey.self))), by: .word)
            question["properties"] = ["only": .object(schema(of: .conditions))]
            return question
        case .weekdays: return ["enum": .array(WeekdaySpan.all.map { .string($0.description) })]
        case .hours:
            let time = "(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
            return pattern("^\(time)-\(time)$")
        case .share: return pattern("^[1-9][0-9]?%$")
        case .either(let forms): return ["anyOf": .array(forms.map { .object(schema(of: $0)) })]
        }
    }

    private static let word = "^[a-z0-9]+(-[a-z0-9]+)*$"
    private static let year = "(19|20|21)[0-9]{2}"
    private static let month = "(0[1-9]|1[0-2])"
    private static let day = "(0[1-9]|[12][0-9]|3[01])"
    private static let fullDate = "\(year)-\(month)-\(day)"
    private static let date = "^\(fullDate)$"

    /// A group whose names people choose.
    private func group(of value: JSONValue, by names: NameForm) -> JSONObject {
        let name: JSONObject =
            switch names {
            case .word: pattern(Self.word)
            case .year: pattern("^\(Self.year)$")
            case .code: ["type": "string", "minLength": 1]
            }
        return ["type": "object", "additionalProperties": value, "propertyNames": .object(name)]
    }

    private func pattern(_ pattern: String) -> JSONObject {
        ["type": "string", "pattern": .string(pattern)]
    }

    private func timeline(of value: JSONValue) -> JSONObject {
        [
            "anyOf": [
                value,
                [
                    "type": "object", "minProperties": 1, "additionalProperties": false,
                    "properties": ["undated": value], "patternProperties": .object([Self.date: value]),
                ],
            ]
        ]
    }

    private mutating func reference(to key: any RecordKey.Type) -> JSONObject {
        let name = String(describing: key).replacing("Key", with: "")
        if definitions[name] == nil {
            definitions[name] = JSONObject()
            definitions[name] = schema(of: key)
        }
        return ["$ref": .string("#/$defs/\(name)")]
    }
}

extension Form {
    /// Whether it is a single value, which may stand in a list only once.
    fileprivate var isScalar: Bool {
        switch self {
        case .localized, .oneOrMany, .list, .timeline, .record, .map, .conditions, .question: false
        case .known(let form): form.isScalar
        case .either(let forms): forms.allSatisfy(\.isScalar)
        default: true
        }
    }
}
