import CityRegistry
public import Diagnostics

/// No two files are about the same city.
public enum CityIsUnique: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "duplicate-city",
        summary: """
            Each city and each division has one file.
            """,
        why: """
            With two files, one of them would silently win, and people would read the other.
            """,
        remedy: """
            Put what both files say into one of them and delete the other.
            """,
        rejected: [],
        accepted: []
    )

    /// Compares all cities.
    public static func check(_ world: World, _ findings: inout Findings) {
        var slugs: [String: Located<String>] = [:]
        var codes: [String: Located<String>] = [:]
        for city in world.registry.cities {
            if let first = slugs[city.slug.value] {
                report("the city '\(city.slug.value)' has two files", city.slug, first, &findings)
            } else if let first = codes[city.division.value] {
                report("division \(city.division.value) has two files", city.division, first, &findings)
            }
            slugs[city.slug.value] = slugs[city.slug.value] ?? city.slug
            codes[city.division.value] = codes[city.division.value] ?? city.division
        }
    }

    private static func report(
        _ message: String,
        _ second: Located<String>,
        _ first: Located<String>,
        _ findings: inout Findings
    ) {
        findings.report(rule, message, at: second.range, notes: [Note("the first file says so here", at: first.range)])
    }
}
