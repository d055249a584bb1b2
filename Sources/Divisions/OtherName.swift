/// A further name under which people know a division: a former name, or the pinyin of one that is not called by it.
public struct OtherName: Hashable, Sendable {
    /// The name as it is written: `Canton`.
    public let name: String

    /// The division it belongs to; an ambiguous name has an entry for each.
    public let slug: String

    /// A name of the division with this slug.
    public init(name: String, slug: String) {
        self.name = name
        self.slug = slug
    }

    /// Reads a table with the columns `name,slug`.
    ///
    /// - Throws: A ``TableError`` that names the line.
    public static func list(csv: [UInt8]) throws(TableError) -> [OtherName] {
        let columns = ["name", "slug"]
        var names: [OtherName] = []
        for record in try CommaSeparatedText(csv, columns: columns).records {
            names.append(
                OtherName(
                    name: try record.required(0, named: columns[0]),
                    slug: try record.required(1, named: columns[1])
                )
            )
        }
        return names
    }

    /// The romanisations of the post office and a few renamed cities: `Canton`, `Peking`, `Xiangfan`.
    public static let former = embedded("former-names.csv", PackageResources.former_names_csv)

    /// The pinyin of divisions whose English name is not pinyin: `Huhehaote` for Hohhot.
    public static let pinyin = embedded("pinyin-names.csv", PackageResources.pinyin_names_csv)

    /// Well-known districts and county-level cities, with the division each lies in: 浦东 and `Pudong` in Shanghai.
    ///
    /// They are no names of the division: who asks for one is told where it lies.
    public static let districts = embedded("district-names.csv", PackageResources.district_names_csv)

    private static func embedded(_ file: String, _ bytes: [UInt8]) -> [OtherName] {
        do {
            return try list(csv: bytes)
        } catch {
            // The file is part of the program and the tests read it.
            preconditionFailure("\(file): \(error)")
        }
    }
}
