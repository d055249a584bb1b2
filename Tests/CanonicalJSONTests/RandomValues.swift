import SeededRandomness
import CanonicalJSON

extension JSONValue {
    /// Some value of at most the given depth.
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .integer(.random(in: JSONWriter.integers, using: &generator))
        case 3: .integer(.random(in: -20...20, using: &generator))
        case 4: .string(randomString(using: &generator))
        case 5: .array(randomArray(depth: depth - 1, using: &generator))
        default: .object(randomObject(depth: depth - 1, using: &generator))
        }
    }

    private static func randomArray(depth: Int, using generator: inout SeededGenerator) -> [JSONValue] {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in random(depth: depth, using: &generator) }
    }

    private static func randomObject(depth: Int, using generator: inout SeededGenerator) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let key = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                keyCharacters[.random(in: 0..<keyCharacters.count, using: &generator)]
            }
            object[String(decoding: key, as: UTF8.self)] = random(depth: depth, using: &generator)
        }
        return object
    }

    private static func randomString(using generator: inout SeededGenerator) -> String {
        var string = ""
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            let range: ClosedRange<UInt32> =
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: 0x00...0x22
                case 1: 0x5B...0x5D
                case 2: 0x7E...0x1FF
                case 3: 0x4E00...0x9FFF
                case 4: 0x1_F000...0x10_FFFF
                default: 0x20...0x7E
                }
            string.unicodeScalars.append(Unicode.Scalar(.random(in: range, using: &generator)) ?? "?")
        }
        return string
    }

    private static let keyCharacters = (UInt8(ascii: " ")...UInt8(ascii: "~"))
        .filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
}
