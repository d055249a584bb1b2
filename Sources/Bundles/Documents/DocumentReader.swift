import CanonicalJSON
import CivilTime
import ServiceConfig

/// The members of a JSON object being read, all of which must be asked for: a member nobody reads is a refusal.
struct DocumentReader {
    private let format: String
    private let path: String
    private let object: JSONObject
    private var asked: Set<String> = []

    private init(_ object: JSONObject, _ format: String, at path: String) {
        self.object = object
        self.format = format
        self.path = path
    }

    /// Reads a document: canonical bytes of one format, whose name and version is looked at before all else.
    static func read<Result>(
        _ bytes: [UInt8],
        _ format: String,
        _ read: (inout DocumentReader) throws(DocumentRefusal) -> Result
    ) throws(DocumentRefusal) -> Result {
        let value: JSONValue
        do throws(CanonicalJSONError) {
            value = try JSONValue(canonical: bytes)
        } catch {
            throw DocumentRefusal(.notCanonical, format, error.description)
        }
        guard case .object(let object) = value else {
            throw DocumentRefusal(.malformed, format, "the document is no object")
        }
        guard object["format"] == .string(format) else {
            throw DocumentRefusal(.otherFormat, format, "this version reads \(format) and nothing else")
        }
        var reader = DocumentReader(object, format, at: "")
        _ = try reader.text("format")
        let result = try read(&reader)
        try reader.finish()
        return result
    }

    private func refuse(_ key: String, _ expected: String) -> DocumentRefusal {
        DocumentRefusal(.malformed, format, "\(path)/\(key): expected \(expected)")
    }

    private func finish() throws(DocumentRefusal) {
        if let unknown = object.first(where: { !asked.contains($0.key) })?.key {
            throw DocumentRefusal(.malformed, format, "\(path)/\(unknown) is not known to this version")
        }
    }

    /// The value of a member that may be missing.
    private mutating func value(_ key: String) -> JSONValue? {
        asked.insert(key)
        return object[key]
    }

    /// A value that text stands for.
    mutating func word<Value>(
        _ key: String,
        _ expected: String,
        _ read: (String) -> Value?
    ) throws(DocumentRefusal) -> Value {
        guard case .string(let text) = value(key), let word = read(text) else { throw refuse(key, expected) }
        return word
    }

    /// A value that text stands for, where it is there.
    mutating func optionalWord<Value>(
        _ key: String,
        _ expected: String,
        _ read: (String) -> Value?
    ) throws(DocumentRefusal) -> Value? {
        guard object[key] != nil else { return nil }
        return try word(key, expected, read)
    }

    mutating func text(_ key: String) throws(DocumentRefusal) -> String {
        try word(key, "text") { $0 }
    }

    mutating func optionalText(_ key: String) throws(DocumentRefusal) -> String? {
        try optionalWord(key, "text") { $0 }
    }

    mutating func instant(_ key: String) throws(DocumentRefusal) -> Instant {
        try word(key, "a time such as 2026-11-25T09:30:00+08:00") { Instant($0) }
    }

    mutating func digest(_ key: String) throws(DocumentRefusal) -> Digest {
        try word(key, "64 hexadecimal digits") { Digest($0) }
    }

    mutating func optionalDigest(_ key: String) throws(DocumentRefusal) -> Digest? {
        try optionalWord(key, "64 hexadecimal digits") { Digest($0) }
    }

    mutating func bytes(_ key: String, count: Int) throws(DocumentRefusal) -> [UInt8] {
        try word(key, "\(2 * count) hexadecimal digits") { text in
            Hexadecimal.bytes(text).flatMap { $0.count == count ? $0 : nil }
        }
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) throws(DocumentRefusal) -> Int {
        guard case .integer(let number) = value(key), range.contains(Int(number)) else {
            throw refuse(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return Int(number)
    }

    mutating func optionalInteger(_ key: String, in range: ClosedRange<Int>) throws(DocumentRefusal) -> Int? {
        guard object[key] != nil else { return nil }
        return try integer(key, in: range)
    }

    mutating func texts<Value>(
        _ key: String,
        _ expected: String,
        _ read: (String) -> Value?
    ) throws(DocumentRefusal) -> [Value] {
        guard case .array(let values) = value(key) else { throw refuse(key, "a list") }
        var texts: [Value] = []
        for value in values {
            guard case .string(let text) = value, let word = read(text) else { throw refuse(key, expected) }
            texts.append(word)
        }
        return texts
    }

    /// A list of objects.
    mutating func records<Record>(
        _ key: String,
        _ read: (inout DocumentReader) throws(DocumentRefusal) -> Record
    ) throws(DocumentRefusal) -> [Record] {
        guard case .array(let values) = value(key) else { throw refuse(key, "a list") }
        var records: [Record] = []
        for (index, value) in values.enumerated() {
            guard case .object(let object) = value else { throw refuse("\(key)/\(index)", "an object") }
            var reader = DocumentReader(object, format, at: "\(path)/\(key)/\(index)")
            try records.append(read(&reader))
            try reader.finish()
        }
        return records
    }

    /// An object.
    mutating func record<Record>(
        _ key: String,
        _ read: (inout DocumentReader) throws(DocumentRefusal) -> Record
    ) throws(DocumentRefusal) -> Record {
        guard case .object(let object) = value(key) else { throw refuse(key, "an object") }
        var reader = DocumentReader(object, format, at: "\(path)/\(key)")
        let record = try read(&reader)
        try reader.finish()
        return record
    }
}
