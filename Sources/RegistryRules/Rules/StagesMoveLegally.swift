import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A rollout goes forward and back by the moves there are.
public enum StagesMoveLegally: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "illegal-stage-move",
        summary: LocalizedText(
            """
            A rollout starts at 'none' and each stage is one legal move from the one before it.
            """,
            "开通安排从“none”开始，每次只能转到前一阶段允许的下一阶段。"
        ),
        why: LocalizedText(
            """
            Nothing goes live that was never tried, and nobody who has begun to pay is left standing: the stages between \
            are where that is made sure of.
            """,
            "没有试过的不能上线，已经开始缴费的人不能中途没了着落：中间的各个阶段正是为此而设。"
        ),
        remedy: LocalizedText(
            """
            Write the stages between, each with its day.
            """,
            "补上中间的阶段，并分别写明日期。"
        ),
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
        let between = path(from: current, to: next).dropLast().map(\.rawValue)
        findings.report(
            rule,
            current == next
                ? LocalizedText("'\(next.rawValue)' follows itself", "“\(next.rawValue)”之后又是同一阶段")
                : LocalizedText(
                    "'\(next.rawValue)' cannot follow '\(current.rawValue)'",
                    "“\(next.rawValue)”不能直接接在“\(current.rawValue)”之后"
                ),
            at: stage.range,
            help: current == next
                ? LocalizedText("a timeline only names what changes", "时间线只写有变化的内容")
                : LocalizedText(
                    "write the stages between: \(between.map { "'\($0)'" }.joined(separator: ", "))",
                    "请补上中间的阶段：\(between.map { "“\($0)”" }.joined())"
                )
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
