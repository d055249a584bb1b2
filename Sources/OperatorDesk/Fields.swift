import CanonicalJSON

/// The members of a document between a desk and its operators, read by name.
struct Fields {
    private let object: JSONObject

    init(_ json: JSONValue?) throws(DeskRefusal) {
        guard case .object(let object) = json else { throw .unreadable("it is no object") }
        self.object = object
    }

    subscript(key: String) -> JSONValue? { object[key] }

    func text(_ key: String) throws(DeskRefusal) -> String {
        guard case .string(let text) = object[key] else { throw .unreadable("'\(key)' is no text") }
        return text
    }

    func optionalText(_ key: String) throws(DeskRefusal) -> String? {
        isNothing(key) ? nil : try text(key)
    }

    func integer(_ key: String) throws(DeskRefusal) -> Int64 {
        guard case .integer(let integer) = object[key] else { throw .unreadable("'\(key)' is no integer") }
        return integer
    }

    func optionalInteger(_ key: String) throws(DeskRefusal) -> Int64? {
        isNothing(key) ? nil : try integer(key)
    }

    func bool(_ key: String) throws(DeskRefusal) -> Bool {
        guard case .bool(let bool) = object[key] else { throw .unreadable("'\(key)' is neither true nor false") }
        return bool
    }

    func array(_ key: String) throws(DeskRefusal) -> [JSONValue] {
        guard case .array(let values) = object[key] else { throw .unreadable("'\(key)' is no list") }
        return values
    }

    func texts(_ key: String) throws(DeskRefusal) -> [String] {
        var texts: [String] = []
        for value in try array(key) {
            guard case .string(let text) = value else { throw .unreadable("'\(key)' holds more than texts") }
            texts.append(text)
        }
        return texts
    }

    func caseName(_ key: String) throws(DeskRefusal) -> CaseName {
        guard let name = CaseName(try text(key)) else { throw .unreadable("'\(key)' names no case") }
        return name
    }

    private func isNothing(_ key: String) -> Bool {
        switch object[key] {
        case nil, .null: true
        default: false
        }
    }
}
