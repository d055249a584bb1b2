public import Vocabulary

/// Every nationality that a passport can state, in the order of the codes.
public struct NationalityTable: Sendable {
    /// The nationalities that this program knows.
    public static let embedded: NationalityTable = {
        do {
            return try NationalityTable(csv: PackageResources.nationalities_csv)
        } catch {
            // The file is part of the program and the tests read it.
            preconditionFailure("nationalities.csv: \(error)")
        }
    }()

    private static let columns = ["code", "alpha2", "en"]

    /// The nationalities in the order of their codes.
    public let all: [Nationality]

    /// The languages that the table has names in, in the order of its columns.
    public let languages: [String]

    /// The codes in alphabetical order.
    public var codes: [NationalityCode] { all.map(\.code) }

    /// Reads a table with the columns `code,alpha2,en` and any number of further languages.
    ///
    /// - Throws: A ``TableError`` that names the line.
    public init(csv: [UInt8]) throws(TableError) {
        let text = try CommaSeparatedText(csv, columns: Self.columns, allowsMoreColumns: true)
        let languages = Array(text.header.dropFirst(2))
        var lines: [NationalityCode: Int] = [:]
        var nationalities: [Nationality] = []
        nationalities.reserveCapacity(text.records.count)
        for record in text.records {
            let nationality = try Self.nationality(record, languages: languages)
            if let firstLine = lines.updateValue(record.line, forKey: nationality.code) {
                let value = nationality.code.description
                throw TableError(
                    line: record.line,
                    problem: .duplicate(column: "code", value: value, firstLine: firstLine)
                )
            }
            nationalities.append(nationality)
        }
        self.languages = languages
        all = nationalities.sorted { $0.code < $1.code }
    }

    /// The nationality with this code.
    public subscript(code: NationalityCode) -> Nationality? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].code == code ? all[low] : nil
    }

    private static func nationality(
        _ record: CommaSeparatedText.Record,
        languages: [String]
    ) throws(TableError) -> Nationality {
        let code = try record.required(0, named: columns[0])
        guard let packed = NationalityCode(code) else {
            let expected = "three capital letters"
            throw TableError(
                line: record.line,
                problem: .malformed(column: columns[0], value: code, expected: expected)
            )
        }
        let alpha2 = record.fields[1]
        guard alpha2.isEmpty || (alpha2.utf8.count == 2 && alpha2.utf8.allSatisfy { (0x41...0x5A).contains($0) }) else {
            let expected = "two capital letters, or nothing"
            throw TableError(
                line: record.line,
                problem: .malformed(column: columns[1], value: alpha2, expected: expected)
            )
        }
        return Nationality(
            code: packed,
            alpha2: alpha2.isEmpty ? nil : alpha2,
            englishName: try record.required(2, named: columns[2]),
            languages: languages,
            translations: Array(record.fields.dropFirst(2))
        )
    }
}
