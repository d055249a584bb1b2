/// Every division, in the order of the codes.
public struct DivisionTable: Sendable {
    /// The divisions of China that this program knows.
    public static let embedded: DivisionTable = {
        do {
            return try DivisionTable(csv: PackageResources.divisions_csv)
        } catch {
            // The file is part of the program and the tests read it.
            preconditionFailure("divisions.csv: \(error)")
        }
    }()

    static let columns = [
        "code", "slug", "name_zh", "short_zh", "name_en", "province_code", "province_zh", "province_en",
    ]

    /// The divisions in the order of their codes.
    public let all: [Division]

    /// The provinces in the order of their codes.
    public let provinces: [Province]

    private let positionsBySlug: [String: Int]

    /// Reads a table with the columns of `divisions.csv`.
    ///
    /// - Throws: A ``TableError`` that names the line.
    public init(csv: [UInt8]) throws(TableError) {
        let text = try CommaSeparatedText(csv, columns: Self.columns)
        var rows = DivisionRows(count: text.records.count)
        for record in text.records { try rows.append(record) }
        all = rows.divisions.sorted { $0.code < $1.code }
        provinces = rows.provinces.values.sorted { $0.code < $1.code }
        var positions = [String: Int](minimumCapacity: all.count)
        for position in all.indices { positions[all[position].slug] = position }
        positionsBySlug = positions
    }

    /// The division with this slug, written exactly.
    public func division(slug: String) -> Division? {
        positionsBySlug[slug].map { all[$0] }
    }

    /// The division with this six-digit code.
    public func division(code: String) -> Division? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].code == code ? all[low] : nil
    }

    /// The divisions of the province with this six-digit code, in the order of their codes.
    public func divisions(inProvince code: String) -> [Division] {
        all.filter { $0.province.code == code }
    }

    /// Where a slug stands in ``all``.
    func position(slug: String) -> Int? {
        positionsBySlug[slug]
    }
}

/// The rows read so far, and what later rows must agree with.
private struct DivisionRows {
    private(set) var divisions: [Division] = []
    private(set) var provinces: [String: Province] = [:]
    private var linesByCode: [String: Int]
    private var linesBySlug: [String: Int]
    private var province: Province?

    init(count: Int) {
        divisions.reserveCapacity(count)
        linesByCode = Dictionary(minimumCapacity: count)
        linesBySlug = Dictionary(minimumCapacity: count)
    }

    mutating func append(_ record: CommaSeparatedText.Record) throws(TableError) {
        for (index, column) in DivisionTable.columns.enumerated() {
            _ = try record.required(index, named: column)
        }
        let fields = record.fields
        try requireCode(fields[0], column: "code", line: record.line)
        try requireCode(fields[5], column: "province_code", line: record.line)
        guard fields[1].utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D }) else {
            let expected = "small letters a to z and hyphens"
            let problem = TableError.Problem.malformed(column: "slug", value: fields[1], expected: expected)
            throw TableError(line: record.line, problem: problem)
        }
        try require(fields[0], isNewIn: &linesByCode, column: "code", line: record.line)
        try require(fields[1], isNewIn: &linesBySlug, column: "slug", line: record.line)
        divisions.append(
            Division(
                code: fields[0],
                slug: fields[1],
                chineseName: fields[2],
                shortChineseName: fields[3],
                englishName: fields[4],
                province: try province(
                    Province(code: fields[5], chineseName: fields[6], englishName: fields[7]),
                    line: record.line
                )
            )
        )
    }

    private mutating func province(_ new: Province, line: Int) throws(TableError) -> Province {
        // Rows come province by province, so the last one is nearly always the one asked for.
        if let province, province == new { return province }
        if let known = provinces[new.code] {
            guard known == new else { throw TableError(line: line, problem: .provinceDiffers(code: new.code)) }
        }
        provinces[new.code] = new
        province = new
        return new
    }

    private func requireCode(_ code: String, column: String, line: Int) throws(TableError) {
        guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw TableError(
                line: line,
                problem: .malformed(column: column, value: code, expected: "six digits")
            )
        }
    }

    private func require(
        _ value: String,
        isNewIn lines: inout [String: Int],
        column: String,
        line: Int
    ) throws(TableError) {
        if let firstLine = lines.updateValue(line, forKey: value) {
            throw TableError(
                line: line,
                problem: .duplicate(column: column, value: value, firstLine: firstLine)
            )
        }
    }
}
