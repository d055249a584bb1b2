import CityRegistry
public import Diagnostics
import Vocabulary

/// Every source that a fact names is described in the same file.
public enum SourcesAreListed: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "unknown-source",
        summary: LocalizedText(
            """
            Every source that a fact names is listed under the file's own 'sources'.
            """,
            "信息所注明的每个来源，都要列在本文件的“sources”中。"
        ),
        why: LocalizedText(
            """
            A fact is worth what its source is worth. A name that leads nowhere cannot be looked up, dated or trusted.
            """,
            "信息的价值取决于来源。来源名称无处可查，就无法核对、无法确定时间，也无法采信。"
        ),
        remedy: LocalizedText(
            """
            Correct the name, or add the source with its kind, its address and the day it was retrieved.
            """,
            "改正名称，或者补上该来源，写明类型、网址和查阅日期。"
        ),
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
                  confidence: medium
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
        findings.report(
            rule,
            unknown: name,
            LocalizedText("a source listed in this file", "本文件列出的来源"),
            among: facts.sources.map(\.id.value)
        )
    }
}
