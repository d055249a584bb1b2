import CityRegistry
public import Diagnostics
import Divisions
import Vocabulary

/// A bureau is not called after another place.
public enum BureauNameIsItsCitys: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "bureau-name-differs",
        summary: LocalizedText(
            """
            The name of a city's bureau does not name another place instead of the city.
            """,
            "办理机构的名称不能只写其他地方而不写本城市。"
        ),
        why: LocalizedText(
            """
            A file begun as a copy of another city's keeps that city's bureau, and applicants are sent there.
            """,
            "从别的城市复制来的文件会保留那个城市的办理机构，申请人就会被指到别处。"
        ),
        remedy: LocalizedText(
            """
            Write the bureau of this city. The names of its offices are free to name districts.
            """,
            "写本城市办理机构的名称。办事地点的名称可以写区名。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  name: ↓{en: Fictional Bureau of Othertown, zh: 示例市虚构局}
                  source: notice
                  confidence: high
                  phones:
                    - {number: "0990-1234567"}
                """
            ),
            RuleExample(
                """
                bureau:
                  name: ↓{zh: 别处市虚构局}
                  source: notice
                  confidence: high
                  phones:
                    - {number: "0990-1234567"}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  name: {en: "Fictional Bureau of Exampleton, sent from Othertown", zh: 虚构局}
                  source: notice
                  confidence: high
                """
            )
        ],
        // A bureau may well be named after another place; then somebody says so in writing.
        isSuppressible: true
    )
    /// The name stands alone.
    public static let judgesSingleValues = true

    /// Looks for the names of other divisions.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        // Where slug and code disagree, nobody knows yet which place is meant.
        guard let own = file.division, own.slug == file.city.slug.value, let name = file.city.bureau.value?.name?.value
        else { return }
        let names = world.placeNames
        var other: Division?
        if let english = name.value.english, !names.isNamed(own, inEnglish: english) {
            other = names.place(inEnglish: english)
        }
        if other == nil, let chinese = name.value.chinese, !names.isNamed(own, inChinese: chinese) {
            other = names.place(inChinese: chinese)
        }
        guard let other else { return }
        findings.report(
            rule,
            LocalizedText(
                "this bureau is named after \(other.englishName) (\(other.shortChineseName)), and the city is "
                    + "\(own.englishName) (\(own.shortChineseName))",
                "办理机构的名称指向\(other.chineseName)，而本城市是\(own.chineseName)"
            ),
            at: name.range,
            help: LocalizedText(
                "write the name of the bureau of \(own.englishName), or 'unknown'",
                "请写\(own.chineseName)办理机构的名称，或者写“unknown”"
            )
        )
    }
}
