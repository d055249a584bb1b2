import CityRegistry
public import Diagnostics
import Vocabulary

/// Nobody is certain of what a source contradicts.
public enum ContestedClaimsAreModest: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "contested-yet-certain",
        severity: .warning,
        summary: LocalizedText(
            """
            A fact that a source contradicts has no high confidence.
            """,
            "有来源提出异议的信息，可信度不应写成“high”。"
        ),
        why: LocalizedText(
            """
            Applicants are told how sure a fact is. Two sources that disagree and 'high' cannot both be right.
            """,
            "申请人会看到信息有多可靠。来源互相矛盾，又写“high”，两者不可能都对。"
        ),
        remedy: LocalizedText(
            """
            Lower the confidence, or find out what the source under 'against' is wrong about and drop it.
            """,
            "请降低可信度，或者查明“against”中的来源错在哪里，并把它去掉。"
        ),
        rejected: [
            RuleExample(
                """
                receipt: {name: {en: RECEIPT}, format: unknown, source: notice, against: guide, confidence: ↓high}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                receipt: {name: {en: RECEIPT}, format: unknown, source: notice, against: guide, confidence: medium}
                """
            )
        ]
    )

    /// Checks all facts of a file.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        var reported: Set<SourceRange> = []
        for claim in facts.claims {
            guard let other = claim.provenance.against.first, let confidence = claim.provenance.confidence,
                confidence.value == .high, reported.insert(confidence.range).inserted
            else { continue }
            findings.report(
                rule,
                LocalizedText(
                    "'\(other.value)' says otherwise, and this is said to be certain",
                    "“\(other.value)”说法不同，此处却说确定无疑"
                ),
                at: confidence.range,
                notes: [Note(LocalizedText("the source that says otherwise", "说法不同的来源"), at: other.range)],
                help: LocalizedText("write 'medium' or 'low'", "请写“medium”或“low”")
            )
        }
    }
}
