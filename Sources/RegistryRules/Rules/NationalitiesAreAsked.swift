public import CityRegistry
import CivilTime
public import Diagnostics
import Divisions
import Vocabulary

/// Every nationality that is named is one that fees are asked for.
public enum NationalitiesAreAsked: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unknown-nationality",
        summary: LocalizedText(
            """
            A nationality's code is one that passports use, and one whose holders are asked about.
            """,
            "国籍代码必须是护照上使用的代码，并且在询问范围之内。"
        ),
        why: LocalizedText(
            """
            A code that no passport has matches nobody, and those who were meant are charged as everyone else.
            """,
            "没有护照使用的代码不对应任何人，本来要写的人就会按其余国籍收费。"
        ),
        remedy: LocalizedText(
            """
            Write the ISO 3166-1 alpha-3 code of the country, or the code that the passport itself shows.
            """,
            "写该国的 ISO 3166-1 alpha-3 代码，或者护照上印的代码。"
        ),
        rejected: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: [USA, ↓UKK], source: notice, confidence: low}
                      - {codes: [↓HKG], source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            ),
            RuleExample(
                in: .registry,
                """
                nationalities:
                  alias: {D: ↓DEE}
                  not-foreign: [CHN, HKG, MAC, TWN, ↓XYZ]
                  source: notice
                  confidence: high
                """
            ),
        ],
        accepted: [
            RuleExample(
                in: .schedule,
                """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: [USA, GBR, XXA], source: notice, confidence: low}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                """
            )
        ]
    )

    /// Looks up aliases and those who are not asked.
    public static func check(_ settings: Settings, in world: World, _ findings: inout Findings) {
        for alias in settings.nationalities.aliases { check(alias.code, in: world, &findings) }
        for code in settings.nationalities.notForeign where world.nationalities[code.value] == nil {
            reportUnknown(code, in: world, &findings)
        }
    }

    /// Looks up the members of groups, and codes that rates name.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        for group in file.schedule.groups {
            guard case .records(let records) = group.members else { continue }
            for code in records.flatMap(\.codes.allValues).joined() { check(code, in: world, &findings) }
        }
        check(file.schedule.tables.lazy.flatMap(\.rates).flatMap(\.conditions), in: world, &findings)
    }

    /// Looks up codes that the city's rates and observations name.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        check(file.city.fees.tables.lazy.flatMap(\.rates).flatMap(\.conditions), in: world, &findings)
        check(file.city.fees.observations.lazy.flatMap(\.conditions), in: world, &findings)
    }

    private static func check(
        _ conditions: some Sequence<ConditionRecord>,
        in world: World,
        _ findings: inout Findings
    ) {
        for condition in conditions where condition.question.value == Rate.nationalityQuestion {
            for word in condition.answers where word.isNationalityCode {
                guard let code = NationalityCode(word.value) else { continue }
                check(Located(code, at: word.range), in: world, &findings)
            }
        }
    }

    private static func check(_ code: Located<NationalityCode>, in world: World, _ findings: inout Findings) {
        guard world.domain.number(of: code.value) == nil else { return }
        guard world.nationalities[code.value] != nil else {
            reportUnknown(code, in: world, &findings)
            return
        }
        let list = world.settings.nationalities.notForeign.first { $0.value == code.value }
        findings.report(
            rule,
            LocalizedText(
                "'\(code.value)' is not asked about, since these fees are for foreigners",
                "不询问“\(code.value)”，因为这些收费只针对外国人"
            ),
            at: code.range,
            notes: list.map { [Note(LocalizedText("it is listed as not foreign here", "此处列为非外国籍"), at: $0.range)] }
                ?? []
        )
    }

    private static func reportUnknown(_ code: Located<NationalityCode>, in world: World, _ findings: inout Findings) {
        let near = Spelling.nearest(to: code.value.description, among: world.nationalities.codes.map(\.description))
        let named = near.map { near in
            let nationality = NationalityCode(near).flatMap { world.nationalities[$0] }
            return LocalizedText(
                nationality.map { "\(near) (\($0.englishName))" } ?? near,
                nationality?.chineseName.map { "\(near)（\($0)）" } ?? near
            )
        }
        findings.report(
            rule,
            LocalizedText("no passport has the code '\(code.value)'", "没有护照使用代码“\(code.value)”"),
            at: code.range,
            help: named.isEmpty
                ? nil
                : LocalizedText(
                    "codes that look like it: \(named.map { $0.text(in: .english) }.joined(separator: ", "))",
                    "相近的代码有：\(named.map { $0.text(in: .chinese) }.joined(separator: "、"))"
                )
        )
    }
}
