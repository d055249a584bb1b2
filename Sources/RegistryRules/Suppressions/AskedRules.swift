import Diagnostics

/// Which rules had their say about which files: an exception is useless only where its rule was asked and found nothing.
///
/// A file that could not be read whole is asked about by few rules. Where that file is shared by all cities, hardly any rule
/// can say anything about any of them; where it is a city, the rules that compare cities know only a part of them.
struct AskedRules {
    /// Whether the files that all cities share could be read.
    let hasFoundation: Bool
    /// The cities that could not be read whole.
    let flawed: Set<FileID>
    /// Whether each city was looked at.
    let isEveryCityRead: Bool

    /// Whether a rule was asked about everything that could make it object to something in a file.
    func includes(_ rule: RuleID, in file: FileID) -> Bool {
        guard hasFoundation, !flawed.contains(file) else { return false }
        return (flawed.isEmpty && isEveryCityRead) || !Self.ofSeveralCities.contains(rule)
    }

    private static let ofSeveralCities = Set(RuleCatalog.rules.filter { $0.comparesCities }.map { $0.rule.id })
}
