public import CanonicalJSON

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
        if !Key.required.isEmpty { schema["required"] = .array(Key.required.map { .string($0.rawValue) }) }
        return schema
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
        case .partialDate: return pattern(#"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"#)
        case .dateSpan: return pattern(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.\.[0-9]{4}-[0-9]{2}-[0-9]{2})?$"#)
        case .amount: return ["type": "number", "minimum": 0]
        case .nationality: return pattern("^[A-Z]{3}$")
        case .choice(let words): return ["enum": .array(words.map(JSONValue.string))]
        case .localized: return schema(of: .record(TextKey.self))
        case .oneOrMany(let element):
            let one = JSONValue.object(schema(of: element))
            return ["anyOf": [one, ["type": "array", "minItems": 1, "items": one]]]
        case .list(let element): return ["type": "array", "items": .object(schema(of: element))]
        case .known(let value): return ["anyOf": [["const": "unknown"], .object(schema(of: value))]]
        case .timeline(let value): return timeline(of: .object(schema(of: value)))
        case .record(let key): return reference(to: key)
        case .map(let value): return ["type": "object", "additionalProperties": .object(schema(of: value))]
        case .either(let forms): return ["anyOf": .array(forms.map { .object(schema(of: $0)) })]
        }
    }

    private static let word = "^[a-z0-9]+(-[a-z0-9]+)*$"
    private static let date = #"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"#

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
