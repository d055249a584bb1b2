/// Understands the names by which people call a division.
///
/// It knows slugs, codes, English names, pinyin with or without tones, Chinese names with or without their kind, former
/// names, and a province before or after the name. It never guesses: a misspelled name gets suggestions, no answer.
public struct DivisionFinder: Sendable {
    /// The finder for the embedded table, with the former names and the pinyin of its divisions.
    public static let embedded: DivisionFinder = {
        do {
            return try DivisionFinder(
                .embedded,
                otherNames: OtherName.former + OtherName.pinyin,
                districts: OtherName.districts
            )
        } catch {
            // The files are part of the program and the tests read them.
            preconditionFailure("the names of divisions: \(error)")
        }
    }()

    /// Longer texts are no names of places.
    private static let longestText = 200
    private static let mostWords = 16

    /// The divisions that can be found.
    public let table: DivisionTable

    /// The further names that are understood.
    public let otherNames: [OtherName]

    private let index: PlaceIndex
    private let districts: DistrictNames

    /// Understands the names in a table, and further names of its divisions.
    ///
    /// A district is never an answer: its name makes a question of an equal name, and is else a suggestion.
    ///
    /// - Throws: A ``TableError`` if a further name belongs to no division.
    public init(
        _ table: DivisionTable,
        otherNames: [OtherName] = [],
        districts: [OtherName] = []
    ) throws(TableError) {
        self.table = table
        self.otherNames = otherNames
        index = try PlaceIndex(table: table, otherNames: otherNames)
        self.districts = DistrictNames(districts, index: index)
    }

    /// The further names of the division with this slug.
    public func otherNames(slug: String) -> [String] {
        otherNames.filter { $0.slug == slug }.map(\.name)
    }

    /// What a person's name for a place means.
    public func match(_ text: some StringProtocol) -> DivisionMatch {
        let words = words(in: text)
        guard !words.isEmpty else { return .none(suggestions: []) }
        if words.count == 1, let coded = match(code: words[0].letters) { return coded }
        return minding(districts.divisions(named: words), answer(reading(of: words)))
    }

    /// The divisions in which a well-known district of this name lies, in the order of their codes.
    public func divisions(withDistrict text: some StringProtocol) -> [Division] {
        let words = words(in: text)
        guard !words.isEmpty else { return [] }
        return districts.divisions(named: words).positions.sorted().map { table.all[$0] }
    }

    /// Whether a name is one of a place whose exit and entry other authorities look after, such as Hong Kong.
    public func isElsewhere(_ text: some StringProtocol) -> Bool {
        var words = words(in: text)
        if words.count > 1, let last = words.last?.letters, PlaceWords.countries.contains(last) || last == "city" {
            words.removeLast()
        }
        return PlaceWords.elsewhere.contains(words.map(\.letters).joined())
    }

    /// The words of a text; none where it cannot be a name.
    private func words(in text: some StringProtocol) -> [TypedWord] {
        guard text.utf8.count <= Self.longestText else { return [] }
        let words = TypedWord.words(in: text)
        return words.count <= Self.mostWords ? words : []
    }

    /// An answer, now that a district may be meant: 朝阳 is a city in Liaoning, and a district of Beijing.
    private func minding(_ districts: (positions: Set<Int>, isBare: Bool), _ match: DivisionMatch) -> DivisionMatch {
        guard !districts.positions.isEmpty else { return match }
        let holding = districts.positions.sorted().map { table.all[$0] }
        switch match {
        case .one(let division) where districts.isBare && !holding.contains(division):
            return .several((holding + [division]).sorted { $0.code < $1.code })
        case .several(let divisions) where districts.isBare:
            return .several(Set(holding + divisions).sorted { $0.code < $1.code })
        case .none:
            return .none(suggestions: Array(holding.prefix(PlaceSuggestions.most)))
        case .one, .several, .province:
            return match
        }
    }

    private func match(code: String) -> DivisionMatch? {
        if let division = table.division(code: code) { return .one(division) }
        guard let province = table.provinces.first(where: { $0.code == code }) else { return nil }
        return .province(province, table.divisions(inProvince: code))
    }

    private func reading(of words: [TypedWord]) -> PlaceReading {
        let latinWords = words.filter { !$0.isChinese }
        let chineseText = words.filter(\.isChinese).map(\.letters).joined()
        guard !latinWords.isEmpty else { return ChinesePlaceReader(index: index).reading(of: chineseText) }
        let latin = LatinPlaceReader(index: index).reading(of: latinWords)
        // "Guangzhou 市" says no more than "Guangzhou".
        if chineseText.isEmpty || chineseText == "市" { return latin }
        let chinese = ChinesePlaceReader(index: index).reading(of: chineseText)
        // A name given twice, or a name and its province, must agree.
        return PlaceReading(
            divisions: candidates(latin).intersection(candidates(chinese)),
            near: candidates(latin).union(candidates(chinese)),
            remainders: latin.remainders + chinese.remainders
        )
    }

    private func candidates(_ reading: PlaceReading) -> Set<Int> {
        guard reading.divisions.isEmpty, let province = reading.province else { return reading.divisions }
        return Set(index.divisions(in: province))
    }

    private func answer(_ reading: PlaceReading) -> DivisionMatch {
        var divisions = reading.divisions
        if let province = reading.province {
            guard let municipality = index.municipality(province) else {
                return self.province(province, namesakes: divisions)
            }
            divisions.insert(municipality)
        }
        let found = divisions.sorted().map { table.all[$0] }
        return switch found.count {
        case 0: .none(suggestions: PlaceSuggestions(index: index, reading: reading).divisions)
        case 1: .one(found[0])
        default: .several(found)
        }
    }

    private func province(_ province: Int, namesakes: Set<Int>) -> DivisionMatch {
        let own = index.divisions(in: province)
        let ordered =
            own.filter(namesakes.contains) + own.filter { !namesakes.contains($0) }
            + namesakes.subtracting(own).sorted()
        return .province(table.provinces[province], ordered.map { table.all[$0] })
    }
}
