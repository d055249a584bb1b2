import CivilTime

/// A slip of the hand that any registry may suffer: not made for a rule, but for a person's mistake.
public struct Slip: Sendable {
    /// What happens, as a phrase: "shift a day by one".
    public let operation: String
    /// All slips of this kind in a file's content.
    public let mutants: @Sendable (Yaml) -> [Yaml]

    /// Every kind of slip.
    public static let all: [Slip] = [
        entries("drop an entry or an item") { _ in [[]] },
        entries("write an entry or an item twice") { [[$0, $0]] },
        values("shift a day by one") { raw in
            guard let day = CivilDate(raw) else { return [] }
            return [day.adding(days: 1), day.adding(days: -1)].compactMap { $0?.description }
        },
        values("change a number by one") { raw in Int(raw).map { ["\($0 + 1)"] } ?? [] },
        values("change a digit of a quoted number") { raw in
            Mutators.isQuotedNumber(raw) ? [String(raw.dropLast(2)) + (raw.hasSuffix("0\"") ? "1\"" : "0\"")] : []
        },
        values("write unknown for a value") { _ in ["unknown"] },
        values("misspell a word") { Mutators.isWord($0) ? [Mutators.misspelt($0)] : [] },
        values("write a code of another nationality") { Mutators.isCode($0) ? ["FJI"] : [] },
        values("take the quotes away") { raw in
            raw.hasPrefix("\"") && raw.count > 2 ? [String(raw.dropFirst().dropLast())] : []
        },
        values("put quotes around") { raw in raw.hasPrefix("\"") ? [] : [Yaml.quoted(raw)] },
        Slip(operation: "swap two neighbours") { file in
            Places("**").mutants(of: file) { value in
                switch value {
                case .scalar: []
                case .list(let items): items.indices.dropFirst().map { .list(items.swapping($0 - 1, $0)) }
                case .map(let entries): entries.indices.dropFirst().map { .map(entries.swapping($0 - 1, $0)) }
                }
            }
        },
        Slip(operation: "swap the values of two neighbours") { file in
            Places("**").mutants(of: file) { value in
                guard case .map(let entries) = value else { return [] }
                return entries.indices.dropFirst().map { index in
                    var entries = entries
                    (entries[index - 1].value, entries[index].value) = (entries[index].value, entries[index - 1].value)
                    return .map(entries)
                }
            }
        },
    ]

    private static func values(_ operation: String, _ change: @escaping @Sendable (String) -> [String]) -> Slip {
        Slip(operation: operation) { file in
            Places("**").mutants(of: file) { value in value.raw.map { change($0).map(Yaml.scalar) } ?? [] }
        }
    }

    private static func entries(
        _ operation: String,
        _ change: @escaping @Sendable (Yaml.Entry) -> [[Yaml.Entry]]
    ) -> Slip {
        Slip(operation: operation) { Places("**/*").mutantsOfEntries(of: $0, change) }
    }
}

extension Array {
    fileprivate func swapping(_ first: Int, _ second: Int) -> [Element] {
        var copy = self
        copy.swapAt(first, second)
        return copy
    }
}

extension Yaml {
    /// What the content says, without what does not matter: the order of keys and words, quotes, an `unknown` that could be
    /// left out, and a source or a confidence that the record around it states already.
    public var meaning: Yaml {
        meaning(inheriting: [:])
    }

    private static let unknown: Set<Yaml> = [.scalar("unknown"), .scalar("\"unknown\"")]
    /// What a nested record takes over from the one around it.
    private static let inherited: Set<String> = ["source", "against", "confidence"]

    private func meaning(inheriting outer: [String: Yaml]) -> Yaml {
        switch self {
        case .scalar(let raw):
            return .scalar(raw.hasPrefix("\"") && raw.count > 1 ? String(raw.dropFirst().dropLast()) : raw)
        case .list(let items):
            let items = items.map { $0.meaning(inheriting: outer) }
            return .list(items.allSatisfy { $0.raw != nil } ? items.sorted { $0.text < $1.text } : items)
        case .map(let entries):
            let own = entries.filter { Self.inherited.contains($0.key) }
            var known = outer
            for entry in own { known[entry.key] = entry.value.meaning(inheriting: [:]) }
            let said = entries.filter { !Self.unknown.contains($0.value) }.map { entry in
                Entry(entry.key, entry.value.meaning(inheriting: known))
            }
            return .map(
                said.filter { outer[$0.key] != $0.value }.sorted { ($0.key, $0.value.text) < ($1.key, $1.value.text) }
            )
        }
    }

    /// The content without the particulars of its sources.
    ///
    /// Those of `calendar.yaml` and `registry.yaml` are for whoever keeps the registry: no config carries them.
    public var withoutSources: Yaml { without("sources") ?? self }
}
