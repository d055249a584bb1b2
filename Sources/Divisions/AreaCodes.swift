/// Which telephone area code (长途区号) leads to which divisions.
///
/// Several divisions may share a code, as all of Hainan shares 0898, and a few have two. Divisions that the table does not
/// know are among none of them, so that nothing can be concluded about their phones.
public struct AreaCodes: Sendable {
    private let divisions: [String: [String]]
    private let codes: [String: [String]]

    /// The table embedded in the program.
    public static let embedded: AreaCodes = {
        do {
            return try AreaCodes(csv: PackageResources.area_codes_csv)
        } catch {
            // The file is part of the program and the tests read it.
            preconditionFailure("area-codes.csv: \(error)")
        }
    }()

    /// Reads a table with the columns `area_code` (with its zero) and `division` (six digits).
    ///
    /// - Throws: ``TableError`` where a line lacks a column.
    public init(csv: [UInt8]) throws(TableError) {
        var divisions: [String: [String]] = [:]
        var codes: [String: [String]] = [:]
        for record in try CommaSeparatedText(csv, columns: ["area_code", "division"]).records {
            divisions[record.fields[0], default: []].append(record.fields[1])
            codes[record.fields[1], default: []].append(record.fields[0])
        }
        self.divisions = divisions
        self.codes = codes
    }

    /// The divisions that a code leads to, in the order of the table; none for a code that is not in it.
    public func divisions(of areaCode: String) -> [String] {
        divisions[areaCode] ?? []
    }

    /// The codes that lead to a division, in the order of the table; none for a division that is not in it.
    public func areaCodes(of division: String) -> [String] {
        codes[division] ?? []
    }
}
