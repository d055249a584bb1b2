public import Vocabulary

/// Codes that passports carry in the place of a country's three letters, such as `D` for Germany.
///
/// Applicants type what their passport shows; `NationalityFinder` understands it by the same table.
public enum DocumentCodes {
    /// The nationality that a document's code stands for, where the program knows the code.
    public static func nationality(_ code: String) -> NationalityCode? {
        embedded[code]
    }

    private static let embedded: [String: NationalityCode] = {
        do {
            let table = try CommaSeparatedText(PackageResources.nationality_other_names_csv, columns: ["name", "code"])
            let pairs = table.records.compactMap { record in
                NationalityCode(record.fields[1]).map { (record.fields[0], $0) }
            }
            return Dictionary(pairs) { first, _ in first }
        } catch {
            // The file is part of the program and the tests read it.
            preconditionFailure("nationality-other-names.csv: \(error)")
        }
    }()
}
