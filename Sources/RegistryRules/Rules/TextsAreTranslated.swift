public import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// What this registry says in its own words, it says in every language it promises.
public enum TextsAreTranslated: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "missing-translation",
        summary: """
            Our own wording has every language in 'locales', and each Chinese button has its English meaning.
            """,
        why: """
            The people this is for read English or Chinese. A screen half in the other language is no help to them. What \
            a source says may lack a language: it is not translated by guesswork.
            """,
        remedy: """
            Add the missing language.
            """,
        rejected: [
            RuleExample(
                in: .schedule,
                """
                items:
                  permit-fee:
                    name: ↓{en: Permit fee}
                    basis: "虚构[2025]1号"
                    source: notice
                    confidence: high
                """
            ),
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                  online:
                    - account: {id: examplegaj}
                      for: booking
                      steps:
                        - {follow: account}
                        - ↓{press: 预约}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  name: {zh: 示例市虚构局}
                  source: notice
                  confidence: high
                """
            )
        ]
    )

    /// Checks the words of `registry.yaml`.
    public static func check(_ settings: Settings, in world: World, _ findings: inout Findings) {
        check([settings.hotline.name], in: world, &findings)
        for service in settings.services {
            check([service.name], in: world, &findings)
            check(service.questions.flatMap(\.answers).map(\.name), in: world, &findings)
        }
        check(settings.channelKinds.map(\.name), in: world, &findings)
        for terms in [settings.methods, settings.applicants, settings.onlineUses] {
            check(terms.map(\.name), in: world, &findings)
        }
    }

    /// Checks the names of holidays.
    public static func check(_ calendar: HolidayCalendar, in world: World, _ findings: inout Findings) {
        check(calendar.holidays.map(\.name), in: world, &findings)
    }

    /// Checks the names and notes of a schedule.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        check([file.schedule.name], in: world, &findings)
        check(file.schedule.groups.map(\.name), in: world, &findings)
        check(file.schedule.items.map(\.name), in: world, &findings)
        check(notes(file.schedule.tables), in: world, &findings)
    }

    /// Checks the notes of a city's fees, and the steps that applicants follow.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        check(notes(file.city.fees.tables), in: world, &findings)
        check(file.city.fees.observations.compactMap(\.note), in: world, &findings)
        for channel in file.city.channels { check(channel.steps, in: world, &findings) }
        for online in file.city.bureau.value?.online ?? [] { check(online.steps, in: world, &findings) }
    }

    private static func notes(_ tables: [FeeTable]) -> [LocatedText] {
        tables.flatMap(\.rates).compactMap(\.note)
    }

    private static func check(_ steps: [Step], in world: World, _ findings: inout Findings) {
        for step in steps {
            guard case .press(let press) = step else { continue }
            if press.gloss == nil {
                findings.report(
                    rule,
                    "nothing says what \(Excerpt(press.label.value)) means",
                    at: press.range,
                    help: "add 'en:' with its meaning"
                )
            }
            check(press.section.map { [$0] } ?? [], in: world, &findings)
        }
    }

    private static func check(_ texts: [LocatedText], in world: World, _ findings: inout Findings) {
        for text in texts {
            for locale in world.settings.locales where text.value[locale.value] == nil {
                findings.report(
                    rule,
                    "this text lacks '\(locale.value.rawValue)'",
                    at: text.range,
                    help: "add '\(locale.value.rawValue):'"
                )
            }
        }
    }
}
