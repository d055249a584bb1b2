import CityRegistry
public import Diagnostics

/// Every source that a fact names is described in the same file.
public enum SourcesAreListed: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unknown-source",
        summary: """
            Every source that a fact names is listed under the file's own 'sources'.
            """,
        why: """
            A fact is worth what its source is worth. A name that leads nowhere cannot be looked up, dated or trusted.
            """,
        remedy: """
            Correct the name, or add the source with its kind, its address and the day it was retrieved.
            """,
        rejected: [
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: ↓notce
                  confidence: high
                """
            ),
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: notice
                  against: [guide, ↓rumour]
                  confidence: high
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: [notice, guide]
                  confidence: high
                """
            )
        ]
    )

    /// Looks up every name.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for provenance in facts.provenances {
            for name in provenance.sources where facts.position(ofSource: name.value) == nil {
                report(name, facts, &findings)
            }
            for name in provenance.against where facts.position(ofSource: name.value) == nil {
                report(name, facts, &findings)
            }
        }
    }

    private static func report(_ name: Located<String>, _ facts: FileFacts, _ findings: inout Findings) {
        findings.report(rule, unknown: name, "a source listed in this file", among: facts.sources.map(\.id.value))
    }
}
