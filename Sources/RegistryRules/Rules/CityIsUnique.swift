import CityRegistry
public import Diagnostics
import Vocabulary

/// No two files are about the same city.
public enum CityIsUnique: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "duplicate-city",
        summary: LocalizedText(
            """
            Each city and each division has one file.
            """,
            "每个城市、每个行政区划只有一个文件。"
        ),
        why: LocalizedText(
            """
            With two files, one of them would silently win, and people would read the other.
            """,
            "如果有两个文件，其中一个会悄悄生效，而人们看到的可能是另一个。"
        ),
        remedy: LocalizedText(
            """
            Put what both files say into one of them and delete the other.
            """,
            "把两个文件的内容合并到一个，删除另一个。"
        ),
        rejected: [],
        accepted: []
    )

    /// One city's file is a finding in another.
    public static let comparesCities = true

    /// Compares all cities.
    public static func check(_ world: World, _ findings: inout Findings) {
        var slugs: [String: Located<String>] = [:]
        var codes: [String: Located<String>] = [:]
        for city in world.cities {
            if let first = slugs[city.slug.value] {
                report(
                    LocalizedText("the city '\(city.slug.value)' has two files", "城市“\(city.slug.value)”有两个文件"),
                    city.slug,
                    first,
                    &findings
                )
            } else if let first = codes[city.division.value] {
                report(
                    LocalizedText(
                        "division \(city.division.value) has two files",
                        "行政区划 \(city.division.value) 有两个文件"
                    ),
                    city.division,
                    first,
                    &findings
                )
            }
            slugs[city.slug.value] = slugs[city.slug.value] ?? city.slug
            codes[city.division.value] = codes[city.division.value] ?? city.division
        }
    }

    private static func report(
        _ message: LocalizedText,
        _ second: Located<String>,
        _ first: Located<String>,
        _ findings: inout Findings
    ) {
        findings.report(
            rule,
            message,
            at: second.range,
            notes: [Note(LocalizedText("the first file says so here", "第一个文件写在此处"), at: first.range)]
        )
    }
}
