/// The names of the divisions and provinces, folded, with what they belong to.
struct PlaceIndex: Sendable {
    /// A name in Latin letters.
    struct LatinName: Sendable {
        var division: Int
        var vowelBreaks: UInt64
    }

    let table: DivisionTable
    let chineseProvinceNames: Set<String>
    private(set) var latin: [String: [LatinName]] = [:]
    private(set) var fullChinese: [String: [Int]] = [:]
    private(set) var shortChinese: [String: [Int]] = [:]
    private(set) var latinProvinces: [String: Int] = [:]

    init(table: DivisionTable, otherNames: [OtherName]) throws(TableError) {
        self.table = table
        chineseProvinceNames = Set(table.provinces.map(\.chineseName))
        latin = Dictionary(minimumCapacity: table.all.count + otherNames.count)
        for (position, division) in table.all.enumerated() {
            addLatin(division.englishName, position)
            fullChinese[division.chineseName, default: []].append(position)
            shortChinese[division.shortChineseName, default: []].append(position)
        }
        for (index, other) in otherNames.enumerated() {
            guard let position = table.position(slug: other.slug) else {
                // The names stand below a header.
                throw TableError(line: index + 2, problem: .unknownReference(column: "slug", value: other.slug))
            }
            addLatin(other.name, position)
        }
        for (position, province) in table.provinces.enumerated() {
            latinProvinces[TypedWord(joining: TypedWord.words(in: province.englishName)[...]).letters] = position
        }
        for (name, code) in PlaceWords.otherProvinceNames {
            guard let position = table.provinces.firstIndex(where: { $0.code == code }) else { continue }
            latinProvinces[name] = position
        }
    }

    /// Whether a division lies in the province at this position; every division does if there is none.
    func division(_ division: Int, liesIn province: Int?) -> Bool {
        guard let province else { return true }
        return table.all[division].province.code == table.provinces[province].code
    }

    /// The divisions in the province at this position.
    func divisions(in province: Int) -> [Int] {
        table.all.indices.filter { division($0, liesIn: province) }
    }

    /// The municipality that the province at this position is.
    func municipality(_ province: Int?) -> Int? {
        guard let province else { return nil }
        return table.all.firstIndex { $0.isMunicipality && $0.code == table.provinces[province].code }
    }

    private mutating func addLatin(_ name: String, _ division: Int) {
        let word = TypedWord(joining: TypedWord.words(in: name)[...])
        latin[word.letters, default: []].append(LatinName(division: division, vowelBreaks: word.vowelBreaks))
    }
}
