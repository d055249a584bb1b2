import Foundation

/// A row of `divisions.csv`: the columns a city file needs, and the line itself.
struct DivisionRow {
    static let header = "code,slug,name_zh,short_zh,name_en,province_code,province_zh,province_en"

    let code: String
    let slug: String
    let shortChineseName: String
    let englishName: String
    let line: String

    /// Reads a line, which may not hold quotes: no name of a division needs them.
    init?(line: String) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 8, !line.contains("\"") else { return nil }
        self.init(fields: fields)
    }

    private init(fields: [String]) {
        code = fields[0]
        slug = fields[1]
        shortChineseName = fields[3]
        englishName = fields[4]
        line = fields.joined(separator: ",")
    }

    /// The real divisions, in the file's order.
    static func read(_ file: URL) throws -> [DivisionRow] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw BenchmarkError("cannot read the divisions in \(file.path); name them with '--divisions FILE'")
        }
        var lines = text.split(separator: "\n").map(String.init)
        guard !lines.isEmpty, lines.removeFirst() == header else {
            throw BenchmarkError("\(file.path) does not begin with the columns \(header)")
        }
        return try lines.map { line in
            guard let row = DivisionRow(line: line) else {
                throw BenchmarkError("\(file.path): not a division: \(line)")
            }
            return row
        }
    }
}

extension DivisionRow {
    private static let provinceCount = 34
    private static let syllables: [String] = "bdfghklmnprstvz".flatMap { consonant in
        "aeiou".map { vowel in "\(consonant)\(vowel)" }
    }
    private static let numerals: [Character] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

    /// Divisions nobody can take for real ones, as many as are asked for, province by province.
    static func fictional(count: Int) -> [DivisionRow] {
        let perProvince = (count + provinceCount - 1) / provinceCount
        return (0..<count).map { index in
            fictional(index, province: index / perProvince, place: index % perProvince + 1)
        }
    }

    /// One of them, with a code of the shape of the real ones: two digits of the province, four of the place.
    private static func fictional(_ index: Int, province: Int, place: Int) -> DivisionRow {
        let name = syllables[index % 75] + syllables[index / 75 % 75] + syllables[index / (75 * 75) % 75]
        let chinese = "虚构" + padded(index, to: 5).compactMap(\.wholeNumberValue).map { String(numerals[$0]) }.joined()
        let provinceChinese = "虚构省\(numerals[province / 10])\(numerals[province % 10])"
        return DivisionRow(fields: [
            "\(60 + province)\(padded(place, to: 4))", "fictional-\(name)", "\(chinese)市", chinese,
            "Fictional \(name.capitalized)", "\(60 + province)0000", provinceChinese,
            "Fictional Province \(syllables[province].capitalized)",
        ])
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
