import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A rollout goes forward and back by the moves there are.
public enum StagesMoveLegally: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "illegal-stage-move",
        summary: """
            A rollout starts at 'none' and each stage is one legal move from the one before it.
            """,
        why: """
            Nothing goes live that was never tried, and nobody who has begun to pay is left standing: the stages between \
            are where that is made sure of.
            """,
        remedy: """
            Write the stages between, each with its day.
            """,
        rejected: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-15: ↓live, 2027-06-01: ↓none}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            ),
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: ↓live
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage:
                      undated: planned
                      2026-12-01: shadow
                      2026-12-15: {pilot: 5%}
                      2026-12-22: {pilot: 50%}
                      2027-01-04: live
                      2027-06-01: paused
                      2027-07-01: retired
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ]
    )

    /// Follows each timeline.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        for rollout in file.city.rollouts {
            var current = RolloutStage.Kind.none
            if let undated = rollout.stage.undated, undated.value.kind != .none {
                current = move(from: current, to: undated, &findings)
            }
            for change in rollout.stage.changes {
                current = move(from: current, to: change.value, &findings)
            }
        }
    }

    private static func move(
        from current: RolloutStage.Kind,
        to stage: Located<RolloutStage>,
        _ findings: inout Findings
    ) -> RolloutStage.Kind {
        let next = stage.value.kind
        guard !current.successors.contains(next) else { return next }
        let between = path(from: current, to: next).dropLast().map { "'\($0.rawValue)'" }.joined(separator: ", ")
        findings.report(
            rule,
            current == next
                ? "'\(next.rawValue)' follows itself"
                : "'\(next.rawValue)' cannot follow '\(current.rawValue)'",
            at: stage.range,
            help: current == next ? "a timeline only names what changes" : "write the stages between: \(between)"
        )
        return next
    }

    /// The shortest way from one stage to another, without the first.
    private static func path(from start: RolloutStage.Kind, to goal: RolloutStage.Kind) -> [RolloutStage.Kind] {
        var paths = start.successors.map { [$0] }
        var seen: Set<RolloutStage.Kind> = Set(start.successors)
        while let path = paths.first {
            paths.removeFirst()
            guard let last = path.last, last != goal else { return path }
            for next in last.successors where seen.insert(next).inserted { paths.append(path + [next]) }
        }
        return []
    }
}
