import CityRegistry
public import Diagnostics
import Divisions
import Vocabulary

/// A city's slug and its code mean the same place.
public enum SlugIsDivisions: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "slug-differs",
        summary: LocalizedText(
            """
            A city's slug is the one that its division has.
            """,
            "城市标识与其行政区划的标识一致。"
        ),
        why: LocalizedText(
            """
            Applicants ask by the slug and bureaus are told apart by the code. If the two disagree, people are shown \
            another city's fees and addresses.
            """,
            "申请人按城市标识查询，办理机构按代码区分。两者不一致，人们看到的就是别的城市的收费和地址。"
        ),
        remedy: LocalizedText(
            """
            Correct the slug or the code, whichever does not belong to this city.
            """,
            "改正城市标识或代码，看哪一个不属于本城市。"
        ),
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
            LocalizedText(
                "division \(code.value) is '\(division.slug)', not '\(slug.value)'",
                "行政区划 \(code.value) 是“\(division.slug)”，不是“\(slug.value)”"
            ),
            at: code.range,
            notes: [Note(LocalizedText("the slug stands here", "城市标识写在此处"), at: slug.range)],
            help: LocalizedText(
                "the code of \(meant.englishName), \(meant.province.englishName), is \(meant.code)",
                "\(meant.nameWithProvince)的代码是 \(meant.code)"
            ),
            fix: Fix(
                LocalizedText("write the code of \(meant.englishName)", "改为\(meant.chineseName)的代码"),
                edits: [TextEdit(code.range, replacement: "\"\(meant.code)\"")],
                isSafe: false
            ),
            comparison: Comparison(
                Comparison.Term("division", code.value),
                .equal,
                Comparison.Term("divisions.\(slug.value).code", meant.code)
            )
        )
    }

    private static func reportSlug(_ slug: Located<String>, _ division: Division, _ findings: inout Findings) {
        findings.report(
            rule,
            LocalizedText(
                "'\(slug.value)' is not the slug of division \(division.code), which is '\(division.slug)'",
                """
                “\(slug.value)”不是行政区划 \(division.code) 的城市标识，后者是“\(division.slug)”
                """
            ),
            at: slug.range,
            help: LocalizedText("write '\(division.slug)', and name the file so", "请写“\(division.slug)”，文件也以此命名"),
            comparison: Comparison(
                Comparison.Term("city", slug.value),
                .equal,
                Comparison.Term("divisions.\(division.code).slug", division.slug)
            )
        )
    }
}
