/// Names values of a file: keys and positions from the outside in, `*` for any one of them and `**` for any number.
public struct Places: ExpressibleByStringLiteral, Sendable {
    private let steps: [Substring]

    /// Steps parted by `/`.
    public init(stringLiteral value: String) {
        steps = value.split(separator: "/")
    }

    /// Every way to change one of the values named: the whole file, with what `change` makes of that value.
    ///
    /// A change that leaves the value as it was is none.
    public func mutants(of file: Yaml, _ change: (Yaml) -> [Yaml?]) -> [Yaml] {
        Self.mutants(of: file, steps[...], change).compactMap(\.self)
    }

    /// Every way to replace the entry of a key, or an item of a list, by any number of others.
    public func mutantsOfEntries(of file: Yaml, _ change: (Yaml.Entry) -> [[Yaml.Entry]]) -> [Yaml] {
        let parents = Places(steps: Array(steps.dropLast()))
        let last = steps.last ?? "*"
        return parents.mutants(of: file) { parent in
            switch parent {
            case .map(let entries):
                entries.indices.filter { last == "*" || entries[$0].key == last }.flatMap { index in
                    change(entries[index]).map { others in
                        .map(Array(entries[..<index]) + others + Array(entries[(index + 1)...]))
                    }
                }
            case .list(let items):
                items.indices.filter { last == "*" || String($0) == last }.flatMap { index in
                    change(Yaml.Entry(String(index), items[index])).map { others in
                        .list(Array(items[..<index]) + others.map(\.value) + Array(items[(index + 1)...]))
                    }
                }
            case .scalar: []
            }
        }
    }

    private init(steps: [Substring]) {
        self.steps = steps
    }

    private static func mutants(of value: Yaml, _ steps: ArraySlice<Substring>, _ change: (Yaml) -> [Yaml?]) -> [Yaml?]
    {
        guard let step = steps.first else { return change(value).filter { $0 != value } }
        if step == "**" {
            return mutants(of: value, steps.dropFirst(), change) + within(value, { _ in true }, steps, change)
        }
        return within(value, { step == "*" || $0 == step }, steps.dropFirst(), change)
    }

    private static func within(
        _ value: Yaml,
        _ isNamed: (String) -> Bool,
        _ steps: ArraySlice<Substring>,
        _ change: (Yaml) -> [Yaml?]
    ) -> [Yaml?] {
        switch value {
        case .scalar: []
        case .list(let items):
            items.indices.filter { isNamed(String($0)) }.flatMap { index in
                mutants(of: items[index], steps, change).map { changed in
                    changed.map { .list(Array(items[..<index]) + [$0] + Array(items[(index + 1)...])) }
                }
            }
        case .map(let entries):
            entries.indices.filter { isNamed(entries[$0].key) }.flatMap { index in
                mutants(of: entries[index].value, steps, change).map { changed in
                    changed.map { value in
                        var entries = entries
                        entries[index].value = value
                        return .map(entries)
                    }
                }
            }
        }
    }
}
