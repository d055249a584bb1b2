/// Well-known districts and county-level cities: no divisions of their own, but what people call the place they live in.
struct DistrictNames: Sendable {
    private struct Entry: Sendable {
        var word: TypedWord
        var division: Int
    }

    /// Words that may follow the name of a district in Latin letters.
    private static let kinds: Set<String> = ["district", "county", "city", "shi", "qu", "xian", "new", "area", "xinqu"]
    /// Endings of a district's Chinese name, longer ones before those that end them.
    private static let chineseKinds = ["新区", "区", "县", "市", ""]

    private let index: PlaceIndex
    private var entries: [String: [Entry]] = [:]

    init(_ names: [OtherName], index: PlaceIndex) {
        self.index = index
        for name in names {
            // A fictional table has none of these places.
            guard let division = index.table.position(slug: name.slug) else { continue }
            let word = TypedWord(joining: TypedWord.words(in: name.name)[...])
            entries[word.letters, default: []].append(Entry(word: word, division: division))
        }
    }

    /// The divisions that a text's district lies in, and whether the text is nothing but the district's name.
    func divisions(named words: [TypedWord]) -> (positions: Set<Int>, isBare: Bool) {
        let bare = TypedWord(joining: words[...]).letters
        if let entries = entries[bare] { return (Set(entries.map(\.division)), true) }
        let latin = words.filter { !$0.isChinese }
        let found = latin.isEmpty ? chinese(words.map(\.letters).joined()) : self.latin(latin)
        return (found, false)
    }

    private func latin(_ words: [TypedWord]) -> Set<Int> {
        var found: Set<Int> = []
        for length in 1...words.count {
            let name = TypedWord(joining: words.prefix(length)).letters
            let rest = words.dropFirst(length).map(\.letters)
            for entry in entries[name] ?? [] {
                let around = Self.kinds.union(PlaceWords.countries).union(names(of: entry.division))
                if rest.allSatisfy(around.contains) { found.insert(entry.division) }
            }
        }
        return found
    }

    private func names(of division: Int) -> [String] {
        let division = index.table.all[division]
        return [division.englishName, division.province.englishName].map {
            TypedWord(joining: TypedWord.words(in: $0)[...]).letters
        }
    }

    private func chinese(_ text: String) -> Set<Int> {
        var text = text
        for country in PlaceWords.chineseCountries where text.hasPrefix(country) {
            text.removeFirst(country.count)
            break
        }
        var found: Set<Int> = []
        for kind in Self.chineseKinds where text.hasSuffix(kind) {
            let name = text.dropLast(kind.count)
            for (district, owners) in entries where name.hasSuffix(district) {
                let before = String(name.dropLast(district.count))
                for owner in owners where surroundings(of: owner.division).contains(before) {
                    found.insert(owner.division)
                }
            }
        }
        return found
    }

    /// What may stand before the name of a district: its province, its city, or both.
    private func surroundings(of division: Int) -> Set<String> {
        let division = index.table.all[division]
        let provinces = [""] + PlaceWords.chineseProvinceKinds.map { division.province.chineseName + $0 }
        let cities = ["", division.shortChineseName, division.chineseName]
        return Set(provinces.flatMap { province in cities.map { province + $0 } })
    }
}
