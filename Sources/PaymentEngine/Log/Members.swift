import CanonicalJSON
import CivilTime
import Money
import ServiceConfig

/// Bytes of a log that are not what the log writes.
public struct MalformedRecord: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which member, or what of the whole.
    public let what: String

    /// What is wrong, as a clause.
    public var description: String {
        "'\(what)' of a record cannot be read; restore the log from a backup, or use the version that wrote it"
    }
}

/// The members of an object of the log, read by name.
struct Members {
    private let object: JSONObject

    init(_ bytes: [UInt8]) throws(MalformedRecord) {
        let value: JSONValue
        do {
            value = try JSONValue(canonical: bytes)
        } catch {
            throw MalformedRecord(what: "\(error)")
        }
        try self.init(value, "record")
    }

    init(_ value: JSONValue?, _ name: String) throws(MalformedRecord) {
        guard case .object(let object) = value else { throw MalformedRecord(what: name) }
        self.object = object
    }

    func has(_ key: String) -> Bool { object[key] != nil }

    func members(_ key: String) throws(MalformedRecord) -> Members {
        try Members(object[key], key)
    }

    func text(_ key: String) throws(MalformedRecord) -> String {
        guard case .string(let text) = object[key] else { throw MalformedRecord(what: key) }
        return text
    }

    func integer(_ key: String) throws(MalformedRecord) -> Int64 {
        guard case .integer(let integer) = object[key] else { throw MalformedRecord(what: key) }
        return integer
    }

    func texts(_ key: String) throws(MalformedRecord) -> [String] {
        guard case .array(let values) = object[key] else { throw MalformedRecord(what: key) }
        var texts: [String] = []
        for value in values {
            guard case .string(let text) = value else { throw MalformedRecord(what: key) }
            texts.append(text)
        }
        return texts
    }

    func objects(_ key: String) throws(MalformedRecord) -> [Members] {
        guard case .array(let values) = object[key] else { throw MalformedRecord(what: key) }
        var objects: [Members] = []
        for value in values { objects.append(try Members(value, key)) }
        return objects
    }

    func word<Word: RawRepresentable<String>>(_ key: String) throws(MalformedRecord) -> Word {
        guard let word = Word(rawValue: try text(key)) else { throw MalformedRecord(what: key) }
        return word
    }

    func amount(_ key: String) throws(MalformedRecord) -> Amount {
        guard let amount = Amount(fen: try integer(key)) else { throw MalformedRecord(what: key) }
        return amount
    }

    func digest(_ key: String) throws(MalformedRecord) -> Digest {
        guard let digest = Digest(try text(key)) else { throw MalformedRecord(what: key) }
        return digest
    }

    func day(_ key: String) throws(MalformedRecord) -> CivilDate {
        guard let day = CivilDate(try text(key)) else { throw MalformedRecord(what: key) }
        return day
    }

    func moment(_ key: String) throws(MalformedRecord) -> Moment {
        Moment(milliseconds: try integer(key))
    }
}

extension JSONValue {
    init(_ moment: Moment) {
        self = .integer(moment.milliseconds)
    }

    init(_ amount: Amount) {
        self = .integer(amount.fen)
    }
}
