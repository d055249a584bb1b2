import CityRegistry
public import Diagnostics
import Divisions
import SourceTree
import Vocabulary

/// A city's division is one that China has.
public enum DivisionIsKnown: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unknown-division",
        summary: LocalizedText(
            """
            A city names its division by the six digits that the state gives it.
            """,
            "城市用国家规定的六位代码写明行政区划。"
        ),
        why: LocalizedText(
            """
            Names are ambiguous, five of them even belong to two places; the code is what tells which place is meant.
            """,
            "地名会有歧义，有五个名称各属于两个地方；只有代码能说明是哪个地方。"
        ),
        remedy: LocalizedText(
            """
            Write the code of the city's own division, not that of its province or of a district.
            """,
            "写城市本身的行政区划代码，不要写省或区的代码。"
        ),
        rejected: [
            RuleExample(#"division: ↓"990199""#),
            RuleExample(#"division: ↓"9901""#),
        ],
        accepted: [
            RuleExample(#"division: "990100""#)
        ]
    )
    /// The code stands alone.
    public static let judgesSingleValues = true

    /// Checks the code.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard file.division == nil else { return }
        let code = file.city.division
        let isSixDigits = code.value.utf8.count == 6 && code.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let meant = world.divisions.division(slug: file.city.slug.value)
        let near = meant?.code ?? Spelling.nearest(to: code.value, among: world.divisions.all.map(\.code)).first
        let suggestion = near.flatMap { world.divisions.division(code: $0) }
        findings.report(
            rule,
            isSixDigits
                ? LocalizedText(
                    "no division has the code \(Excerpt(code.value))",
                    "没有代码为“\(Excerpt(code.value).text)”的行政区划"
                )
                : LocalizedText(
                    "\(Excerpt(code.value)) is not a division's code of six digits",
                    "“\(Excerpt(code.value).text)”不是六位数字的行政区划代码"
                ),
            at: code.range,
            help: suggestion.map { suggestion in
                LocalizedText(
                    "\(suggestion.code) is \(suggestion.englishName), \(suggestion.province.englishName)",
                    "\(suggestion.code) 是\(suggestion.nameWithProvince)"
                )
            },
            fix: meant.map { meant in
                let edit = TextEdit(code.range, replacement: "\"\(meant.code)\"")
                return Fix(
                    LocalizedText("write the code of \(meant.englishName)", "改为\(meant.chineseName)的代码"),
                    edits: [edit],
                    isSafe: false
                )
            }
        )
    }
}
