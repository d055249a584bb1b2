import CityRegistry
public import Diagnostics
import Divisions
import SourceTree

/// A city's division is one that China has.
public enum DivisionIsKnown: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unknown-division",
        summary: """
            A city names its division by the six digits that the state gives it.
            """,
        why: """
            Names are ambiguous, five of them even belong to two places; the code is what tells which place is meant.
            """,
        remedy: """
            Write the code of the city's own division, not that of its province or of a district.
            """,
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
                ? "no division has the code \(Excerpt(code.value))"
                : "\(Excerpt(code.value)) is not a division's code of six digits",
            at: code.range,
            help: suggestion.map { "\($0.code) is \($0.englishName), \($0.province.englishName)" },
            fix: meant.map { meant in
                let edit = TextEdit(code.range, replacement: "\"\(meant.code)\"")
                return Fix("write the code of \(meant.englishName)", edits: [edit], isSafe: false)
            }
        )
    }
}
