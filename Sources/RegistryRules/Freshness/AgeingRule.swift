public import CityRegistry
public import CivilTime
public import Diagnostics
import Vocabulary

/// A rule about how old what a registry says is on a day: one type, one file, one id.
///
/// Whether a registry is valid depends on its bytes alone, so these rules speak only when somebody names a day.
public protocol AgeingRule: Sendable {
    /// What it says, why, and its examples.
    static var rule: Rule { get }
    /// Whether it objects to stale facts of a kind; `isPaying` says whether somebody can pay by them on that day.
    static func objects(to kind: FreshnessClass, isPaying: Bool) -> Bool
}

extension Validator {
    /// What the rules about age say of a registry on a day; nothing of files that could not be read.
    public func ageing(of registry: Registry, on day: CivilDate) -> [Diagnostic] {
        guard let world = world(of: registry), !registry.flawedFiles.contains(world.settings.file) else { return [] }
        let cities = registry.cities.filter { !registry.flawedFiles.contains($0.file) }
        let paying = cities.filter { $0.isPaying(on: day) }
        let schedules = Set(paying.map(\.fees.schedule.value))
        let policy = FreshnessPolicy(world.settings)
        var findings = Findings()
        let settings = world.settings
        report(AgeingFacts(settings), FileFacts(settings), policy, !paying.isEmpty, on: day, &findings)
        for (id, file) in world.schedules {
            report(AgeingFacts(file.schedule), file.facts, policy, schedules.contains(id), on: day, &findings)
        }
        for city in cities {
            report(AgeingFacts(city), FileFacts(city), policy, city.isPaying(on: day), on: day, &findings)
        }
        return findings.diagnostics
    }

    /// Reports the first stale fact of each provenance and kind: the others say no more.
    private func report(
        _ ageing: AgeingFacts,
        _ facts: FileFacts,
        _ policy: FreshnessPolicy,
        _ isPaying: Bool,
        on day: CivilDate,
        _ findings: inout Findings
    ) {
        var seen: [(kind: FreshnessClass, provenance: Provenance)] = []
        for fact in ageing.list {
            guard let age = policy.age(of: fact.provenance, as: fact.kind, in: facts), age.isStale(on: day),
                !seen.contains(where: { $0.kind == fact.kind && $0.provenance == fact.provenance })
            else { continue }
            seen.append((fact.kind, fact.provenance))
            for rule in RuleCatalog.ageingRules where rule.objects(to: fact.kind, isPaying: isPaying) {
                findings.report(stale: fact, age, rule.rule, on: day)
            }
        }
    }
}

extension Findings {
    fileprivate mutating func report(stale fact: AgeingFact, _ age: FactAge, _ rule: Rule, on day: CivilDate) {
        let days = age.asOf.days(to: day)
        report(
            rule,
            LocalizedText(
                "\(fact.kind.name.text(in: .english)) here rest on '\(age.source.id.value)' of \(age.asOf), "
                    + "\(days) days old",
                "此处的\(fact.kind.name.text(in: .chinese))依据\(age.asOf)的“\(age.source.id.value)”，已过去\(days)天"
            ),
            at: fact.range,
            notes: [Note(LocalizedText("its newest source", "最新的来源"), at: age.source.id.range)],
            help: LocalizedText(
                "look it up again and name a newer source, with the 'sha256' of what was read",
                "请重新查证，注明更新的来源，并附上所读内容的“sha256”"
            ),
            comparison: Comparison(
                .init("days since \(age.asOf)", "\(days)"),
                .atMost,
                .init("fresh-for.\(fact.kind.rawValue)", "\(age.limit)")
            )
        )
    }
}

extension City {
    /// Whether this program takes money here on a day.
    fileprivate func isPaying(on day: CivilDate) -> Bool {
        rollouts.contains { $0.stage.value(on: day)?.value.kind.takesMoney == true }
    }
}
