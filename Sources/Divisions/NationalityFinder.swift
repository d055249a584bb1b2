import Vocabulary

/// Understands the codes and names by which people call a nationality.
///
/// It knows the codes in any case, the names in every language of the table with or without accents, and names in
/// common use: `UK`, `Holland`, and `D`, which German passports carry instead of a code. It never guesses.
public struct NationalityFinder: Sendable {
    /// The finder for the embedded table, with names in common use.
    public static let embedded: NationalityFinder = {
        do {
            let bytes = PackageResources.nationality_other_names_csv
            return try NationalityFinder(.embedded, otherNames: bytes)
        } catch {
            // The file is part of the program and the tests read it.
            preconditionFailure("nationality-other-names.csv: \(error)")
        }
    }()

    private static let longestText = 200
    private static let mostSuggestions = 5

    /// Adjectives that do not begin as the country does, or that begin other names, by the country's code.
    private static let adjectives = [
        "american": "usa", "brit": "gbr", "british": "gbr", "danish": "dnk", "dutch": "nld", "english": "gbr",
        "finnish": "fin", "french": "fra", "greek": "grc", "irish": "irl", "korean": "kor", "scottish": "gbr",
        "spanish": "esp", "swiss": "che", "thai": "tha", "turkish": "tur", "welsh": "gbr", "英": "gbr",
    ]

    /// The nationalities that can be found.
    public let table: NationalityTable

    private var positions: [String: [Int]] = [:]
    /// What stands before a bracket, which counts only where it is no whole name.
    private var shortened: [String: [Int]] = [:]
    private var namedWords: [NamedWords] = []

    /// A name as its words, to find one of them.
    private struct NamedWords {
        var position: Int
        var words: [String]
    }

    /// Understands the names in a table, and names in common use from a table with the columns `name,code`.
    ///
    /// - Throws: A ``TableError`` that names the line of the other names.
    public init(_ table: NationalityTable, otherNames csv: [UInt8]? = nil) throws(TableError) {
        self.table = table
        positions = Dictionary(minimumCapacity: table.all.count * (table.languages.count + 2))
        for (position, nationality) in table.all.enumerated() {
            add(nationality.code.description, position)
            if let alpha2 = nationality.alpha2 { add(alpha2, position) }
            for name in nationality.names { add(name, position) }
        }
        if let csv { try addOtherNames(csv) }
    }

    /// What a person's name for a nationality means.
    public func match(_ text: some StringProtocol) -> NationalityMatch {
        guard text.utf8.count <= Self.longestText else { return .none(suggestions: []) }
        let words = Self.words(in: text)
        let name = words.joined()
        let found = Set(positions[name] ?? shortened[name] ?? []).sorted().map { table.all[$0] }
        return switch found.count {
        case 0: .none(suggestions: suggestions(words: words))
        case 1: .one(found[0])
        default: .several(found)
        }
    }

    /// At most five nationalities whose code or name resembles a text, the nearest first.
    public func suggestions(for text: some StringProtocol) -> [Nationality] {
        guard text.utf8.count <= Self.longestText else { return [] }
        return suggestions(words: Self.words(in: text))
    }

    private func suggestions(words: [String]) -> [Nationality] {
        let name = words.joined()
        guard !name.isEmpty else { return [] }
        var ranks: [Int: Int] = [:]
        var comparison = SpellingComparison(name)
        let limit = Spelling.tolerance(forLength: comparison.length)
        for (known, owners) in positions {
            guard let rank = rank(known, name, &comparison, limit) else { continue }
            for owner in owners { ranks[owner] = min(rank, ranks[owner] ?? rank) }
        }
        // Most who write so are of this country; but some are of a kind of their own, so it is no answer.
        for owner in Self.adjectives[name].flatMap({ positions[$0] }) ?? [] { ranks[owner] = -1 }
        // One whole word of a name: "Virgin Islands", "Congo".
        for named in namedWords where comparison.length > 2 && named.words.containsRun(words) {
            ranks[named.position] = min(1, ranks[named.position] ?? 1)
        }
        let nearest = ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(Self.mostSuggestions)
        return nearest.map { table.all[$0.key] }
    }

    private func rank(_ known: String, _ name: String, _ comparison: inout SpellingComparison, _ limit: Int) -> Int? {
        let distance = comparison.distance(to: known, limit: limit)
        if let distance, distance <= 1 { return distance }
        // One Chinese character says as much as three letters.
        let isLongEnough = comparison.length > 2 || name.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
        return isLongEnough && known.hasPrefix(name) ? 1 : distance
    }

    private mutating func addOtherNames(_ csv: [UInt8]) throws(TableError) {
        let columns = ["name", "code"]
        for record in try CommaSeparatedText(csv, columns: columns).records {
            let name = try record.required(0, named: columns[0])
            let code = try record.required(1, named: columns[1])
            guard let position = table.all.firstIndex(where: { $0.code.description == code }) else {
                throw TableError(line: record.line, problem: .unknownReference(column: columns[1], value: code))
            }
            add(name, position)
        }
    }

    private mutating func add(_ name: String, _ position: Int) {
        let words = Self.words(in: name)
        // The names of one nationality come together, and many languages share a name.
        let joined = words.count == 1 ? words[0] : words.joined()
        if positions[joined]?.last != position { positions[joined, default: []].append(position) }
        if words.count > 1 { namedWords.append(NamedWords(position: position, words: words)) }
        // 刚果（金） and "Myanmar (Burma)" are also called by what stands before the bracket.
        if let bracket = name.unicodeScalars.firstIndex(where: { $0 == "(" || $0 == "（" }), bracket != name.startIndex {
            shortened[Self.words(in: name[..<bracket]).joined(), default: []].append(position)
        }
    }

    /// The words of a name without those that people leave out or abbreviate.
    private static func words(in text: some StringProtocol) -> [String] {
        let words = TypedWord.words(in: text).map(\.letters)
        guard words.count > 1 else { return words }
        // "&" is no letter and parts words, so "and" is left out as well; alone, it is the code of Andorra.
        return words.filter { $0 != "the" && $0 != "and" }.map { $0 == "st" ? "saint" : $0 }
    }
}

extension [String] {
    fileprivate func containsRun(_ run: [String]) -> Bool {
        guard !run.isEmpty, run.count <= count else { return false }
        return (0...(count - run.count)).contains { self[$0..<($0 + run.count)].elementsEqual(run) }
    }
}
