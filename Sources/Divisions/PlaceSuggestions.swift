/// Orders the divisions that a name without an answer may mean.
struct PlaceSuggestions {
    /// The most suggestions worth reading.
    static let most = 5

    let index: PlaceIndex
    private var ranks: [Int: Int] = [:]

    init(index: PlaceIndex, reading: PlaceReading) {
        self.index = index
        for division in reading.near { rank(division, 0) }
        for remainder in reading.remainders where remainder.province != nil { add(remainder) }
        // A misspelled name in the province that was named is nearer than one elsewhere.
        if ranks.isEmpty {
            for remainder in reading.remainders { add(remainder, anywhere: true) }
        }
    }

    /// The nearest divisions first, equally near ones in the order of their codes.
    var divisions: [Division] {
        ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(Self.most).map { index.table.all[$0.key] }
    }

    private mutating func add(_ remainder: PlaceReading.Remainder, anywhere: Bool = false) {
        let province = anywhere ? nil : remainder.province
        if remainder.isChinese {
            addChinese(remainder.name, in: province)
        } else {
            addLatin(remainder.name, in: province)
        }
    }

    private mutating func addLatin(_ name: String, in province: Int?) {
        guard name.utf8.count > 1 else { return }
        var comparison = SpellingComparison(name)
        let limit = Spelling.tolerance(forLength: comparison.length)
        var begun: Set<Int> = []
        for (known, owners) in index.latin {
            let distance = comparison.distance(to: known, limit: limit)
            let isBegun = known.utf8.starts(with: name.utf8)
            guard distance != nil || isBegun else { continue }
            for owner in owners where index.division(owner.division, liesIn: province) {
                if let distance { rank(owner.division, distance) }
                if isBegun { begun.insert(owner.division) }
            }
        }
        // A beginning that fits many names says little.
        if begun.count <= Self.most {
            for division in begun { rank(division, 1) }
        }
        addWithoutEnding(name, in: province)
    }

    /// Understands `Guangzhoushi`, which is not an exact name because `Jianshi` is a county, not the city of Ji'an.
    private mutating func addWithoutEnding(_ name: String, in province: Int?) {
        for ending in PlaceWords.kinds.keys where name.hasSuffix(ending) {
            for named in index.latin[String(name.dropLast(ending.count))] ?? []
            where index.division(named.division, liesIn: province) { rank(named.division, 1) }
        }
    }

    private mutating func addChinese(_ name: String, in province: Int?) {
        var comparison = SpellingComparison(name)
        var begun: Set<Int> = []
        for (known, owners) in index.shortChinese {
            let fitting = owners.filter { index.division($0, liesIn: province) }
            if fitting.isEmpty { continue }
            if known.hasPrefix(name) { begun.formUnion(fitting) }
            // Two-character names are dense: of those, only a wrong second character leaves enough to go by.
            let isComparable = comparison.length > 2 || (comparison.length == 2 && known.first == name.first)
            guard isComparable, comparison.distance(to: known, limit: 1) != nil else { continue }
            for division in fitting { rank(division, 1) }
        }
        if begun.count <= Self.most {
            for division in begun { rank(division, 1) }
        }
    }

    private mutating func rank(_ division: Int, _ value: Int) {
        ranks[division] = min(value, ranks[division] ?? value)
    }
}
