import CityRegistry
public import Diagnostics
import Vocabulary

/// Nobody is surer of a fact than its best source allows.
public enum ConfidenceIsWithinCap: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "confidence-above-cap",
        summary: LocalizedText(
            """
            A fact's confidence is no higher than the kind and the copy of its best source allow.
            """,
            "信息的可信度不能超过其最佳来源的类型和副本形式所允许的上限。"
        ),
        why: LocalizedText(
            """
            A page read only through a machine translation cannot make anybody certain, however sure its reader felt.
            """,
            "只通过机器翻译读过的网页，无论读者多有把握，都不能视为确定。"
        ),
        remedy: LocalizedText(
            """
            Lower the confidence, or name a better source. The caps stand in registry.yaml.
            """,
            "降低可信度，或者注明更好的来源。上限见 registry.yaml。"
        ),
        rejected: [
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: guide
                  confidence: ↓high
                """
            ),
            RuleExample(
                """
                bureau:
                  name: {en: Fictional Bureau of Exampleton}
                  source: notice
                  confidence: high
                  phones:
                    - {number: "0990-1234567", source: ↓guide}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                receipt:
                  name: {en: RECEIPT}
                  format: unknown
                  source: [guide, notice]
                  confidence: high
                """
            )
        ]
    )

    /// Compares each fact's confidence with its sources' caps.
    public static func check(_ facts: FileFacts, in world: World, _ findings: inout Findings) {
        let caps = facts.sources.map(world.cap(of:))
        for claim in facts.claims {
            guard let confidence = claim.provenance.confidence, confidence.value > .low,
                let cap = best(of: claim.provenance.sources, caps, facts), confidence.value > cap
            else { continue }
            let provenance = claim.provenance
            let names = provenance.sources.map { "'\($0.value)'" }.joined(separator: ", ")
            let message = LocalizedText(
                "\(names) \(provenance.sources.count == 1 ? "allows" : "allow") at most '\(cap.rawValue)', "
                    + "not '\(confidence.value.rawValue)'",
                "来源\(provenance.sources.map { "“\($0.value)”" }.joined())最高只允许“\(cap.rawValue)”，"
                    + "不能写“\(confidence.value.rawValue)”"
            )
            let comparison = Comparison(
                Comparison.Term("confidence", confidence.value.rawValue),
                .atMost,
                Comparison.Term(expression(for: cap, provenance.sources, caps, facts), cap.rawValue)
            )
            if provenance.confidenceIsFromOutside, let source = provenance.sources.first {
                findings.report(
                    rule,
                    message,
                    at: source.range,
                    notes: [
                        Note(
                            LocalizedText(
                                "the confidence is stated here, for the record around it",
                                "可信度写在此处，适用于外层记录"
                            ),
                            at: confidence.range
                        )
                    ],
                    help: LocalizedText(
                        "add 'confidence: \(cap.rawValue)' beside the source",
                        "请在来源旁加上“confidence: \(cap.rawValue)”"
                    ),
                    comparison: comparison
                )
            } else {
                findings.report(
                    rule,
                    message,
                    at: confidence.range,
                    help: LocalizedText("write '\(cap.rawValue)'", "请写“\(cap.rawValue)”"),
                    comparison: comparison
                )
            }
        }
    }

    /// What in `registry.yaml` sets the cap of these sources.
    private static func expression(
        for cap: Confidence,
        _ sources: [Located<String>],
        _ caps: [Confidence?],
        _ facts: FileFacts
    ) -> String {
        let best = sources.first { facts.position(ofSource: $0.value).map { caps[$0] == cap } ?? false }
        guard let best, let source = facts.source(best.value) else { return "at-most" }
        return source.copy.map { "source-copies.\($0.value).at-most" } ?? "source-kinds.\(source.kind.value).at-most"
    }

    /// The cap of the best of these sources, or nothing where none of them is known.
    private static func best(
        of sources: [Located<String>],
        _ caps: [Confidence?],
        _ facts: FileFacts
    ) -> Confidence? {
        var best: Confidence?
        for source in sources {
            guard let position = facts.position(ofSource: source.value), let cap = caps[position] else { continue }
            if best.map({ $0 < cap }) ?? true { best = cap }
        }
        return best
    }
}
