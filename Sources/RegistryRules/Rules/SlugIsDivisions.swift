import CityRegistry
public import Diagnostics
import Divisions

/// A city's slug and its code mean the same place.
public enum SlugIsDivisions: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "slug-differs",
        summary: """
            A city's slug is the one that its division has.
            """,
        why: """
            Applicants ask by the slug and bureaus are told apart by the code. If the two disagree, people are shown \
            another city's fees and addresses.
            """,
        remedy: """
            Correct the slug or the code, whichever does not belong to this city.
            """,
        rejected: [
            RuleExample(#"division: ↓"990200""#)
        ],
        accepted: [
            RuleExample(#"division: "990100""#)
        ]
    )
    /// The two words stand alone.
    public static let judgesSingleValues = true

    /// Compares the two; where the file's name disagrees with the slug, that finding is enough.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        let slug = file.city.slug
        guard let division = file.division, division.slug != slug.value else { return }
        let name = world.fileName(of: file.city.file)
        guard name == slug.value else {
            if name != division.slug { reportSlug(slug, division, &findings) }
            return
        }
        guard let meant = world.divisions.division(slug: slug.value) else {
            reportSlug(slug, division, &findings)
            return
        }
        let code = file.city.division
        findings.report(
            rule,
            "division \(code.value) is '\(division.slug)', not '\(slug.value)'",
            at: code.range,
            notes: [Note("the slug stands here", at: slug.range)],
            help: "the code of \(meant.englishName), \(meant.province.englishName), is \(meant.code)",
            fix: Fix(
                "write the code of \(meant.englishName)",
                edits: [TextEdit(code.range, replacement: "\"\(meant.code)\"")],
                isSafe: false
            )
        )
    }

    private static func reportSlug(_ slug: Located<String>, _ division: Division, _ findings: inout Findings) {
        findings.report(
            rule,
            "'\(slug.value)' is not the slug of division \(division.code), which is '\(division.slug)'",
            at: slug.range,
            help: "write '\(division.slug)', and name the file so"
        )
    }
}
