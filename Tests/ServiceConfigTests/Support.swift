import CanonicalJSON
import Crypto
import ServiceConfig

/// SHA-256 by a library of its own.
let sha256: SHA256Function = { ServiceConfig.Digest(bytes: SHA256.hash(data: $0)) }

/// Why a config is refused; nothing where it loads.
func loadingRefusal(of bytes: [UInt8]) -> ConfigRefusal? {
    do throws(ConfigRefusal) {
        _ = try CityConfig(loading: bytes)
        return nil
    } catch {
        return error
    }
}

/// Why a changed config is refused; nothing where it loads.
func loadingRefusal(of config: CityConfig) -> ConfigRefusal? {
    loadingRefusal(of: config.canonicalBytes)
}

extension JSONValue {
    /// The member or element a path leads to, as refusals write paths.
    subscript(path: String) -> JSONValue {
        get {
            path.split(separator: "/").reduce(self) { value, key in value[step: String(key)] }
        }
        set {
            let keys = path.split(separator: "/").map(String.init)
            self = replacing(keys[...]) { _ in newValue }
        }
    }

    /// The value with what a path leads to changed; nothing removes a member.
    func replacing(_ keys: ArraySlice<String>, _ change: (JSONValue) -> JSONValue?) -> JSONValue {
        guard let key = keys.first else { return change(self) ?? .null }
        let rest = keys.dropFirst()
        switch self {
        case .object(var object):
            let member = object[key] ?? .null
            object[key] = rest.isEmpty ? change(member) : member.replacing(rest, change)
            return .object(object)
        case .array(var array):
            guard let index = Int(key) else { return self }
            if rest.isEmpty, change(array[index]) == nil {
                array.remove(at: index)
            } else {
                array[index] = array[index].replacing(rest, change)
            }
            return .array(array)
        default:
            return self
        }
    }

    private subscript(step key: String) -> JSONValue {
        switch self {
        case .object(let object): object[key] ?? .null
        case .array(let array): Int(key).map { array[$0] } ?? .null
        default: .null
        }
    }

    /// The ways to every value inside, each with the value.
    var places: [(keys: [String], value: JSONValue)] {
        let inner: [(String, JSONValue)] =
            switch self {
            case .object(let object): object.map { ($0.key, $0.value) }
            case .array(let array): array.enumerated().map { ("\($0)", $1) }
            default: []
            }
        return inner.flatMap { key, value in
            [([key], value)] + value.places.map { ([key] + $0.keys, $0.value) }
        }
    }
}
