import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A change of the registry moves a rollout no further than one legal move.
public enum StagesFollowHistory: ChangeRule {
    /// What it says.
    public static let rule = Rule(
        "stage-jumped",
        summary: LocalizedText(
            """
            From the stage a rollout was at, a change of the registry makes at most one legal move.
            """,
            "信息库的一次改动，最多让开通安排按规定转一个阶段。"
        ),
        why: LocalizedText(
            """
            A timeline may look legal by itself and yet leave out where the rollout stood yesterday. Whoever had begun to pay \
            then is left standing, or something goes live that was never tried.
            """,
            "时间线单独看可能合规，却漏掉了昨天所处的阶段。已经开始缴费的人会没了着落，或者没有试过的就上线了。"
        ),
        remedy: LocalizedText(
            """
            Keep the stages so far in the timeline and add the next one with its day. To end a rollout, pause it, finish what \
            was begun, and retire it.
            """,
            "在时间线中保留至今的各个阶段，再写下一阶段及其日期。要结束开通安排，先暂停，办完已经开始的缴费，再停用。"
        ),
        rejected: [
            RuleExample(
                before: """
                    rollout:
                      official-account:
                        stage: {2026-03-02: shadow, 2026-03-09: {pilot: 5%}, 2026-03-16: live}
                        rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                    """,
                """
                rollout:
                  official-account:
                    stage: ↓none
                    rail: unknown
                corrections:
                  - {of: rollout/official-account, made: 2026-06-20, reason: it was written into the wrong file}
                """
            ),
            RuleExample(
                before: """
                    rollout:
                      official-account:
                        stage: {2026-03-02: shadow, 2026-03-09: {pilot: 5%}, 2026-03-16: live}
                        rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                    """,
                """
                city: ↓exampleton
                rollout: {}
                corrections:
                  - {of: rollout, made: 2026-06-20, reason: nobody needs it}
                """
            ),
        ],
        accepted: [
            RuleExample(
                before: """
                    rollout:
                      official-account:
                        stage: {2026-03-02: shadow, 2026-03-09: {pilot: 5%}, 2026-03-16: live}
                        rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                    """,
                """
                rollout:
                  official-account:
                    stage: {2026-03-02: shadow, 2026-03-09: {pilot: 5%}, 2026-03-16: live, 2026-06-01: paused}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ]
    )

    /// Compares the stages of a city's channels on the day from which on the change is made.
    public static func check(_ file: FileChange, in change: RegistryChange, _ findings: inout Findings) {
        guard case .city(let cities) = file.content else { return }
        let (old, new) = (cities.before.city, cities.after.city)
        for rollout in old.rollouts {
            let now = new.rollouts.first { $0.channel.value == rollout.channel.value }
            let stage = now?.stage.value(on: change.day)
            check(
                rollout,
                stage?.value.kind ?? .none,
                at: stage?.range ?? now?.channel.range ?? new.slug.range,
                change,
                &findings
            )
        }
    }

    /// Looks for rollouts that went with their cities' files.
    public static func check(_ change: RegistryChange, _ findings: inout Findings) {
        let left = Set(change.worlds.after.registry.cities.map(\.slug.value))
        for city in change.worlds.before.registry.cities where !left.contains(city.slug.value) {
            for rollout in city.rollouts {
                check(rollout, .none, at: change.worlds.after.settings.version.range, change, &findings)
            }
        }
    }

    private static func check(
        _ rollout: Rollout,
        _ now: RolloutStage.Kind,
        at place: SourceRange,
        _ change: RegistryChange,
        _ findings: inout Findings
    ) {
        let before = rollout.stage.value(on: change.day)?.value.kind ?? .none
        guard before != now, !before.successors.contains(now) else { return }
        let next = before.successors.map(\.rawValue)
        findings.report(
            rule,
            LocalizedText(
                "'\(rollout.channel.value)' was at '\(before.rawValue)' and is now at '\(now.rawValue)', "
                    + "to which no single move leads",
                "“\(rollout.channel.value)”原处于“\(before.rawValue)”，现处于“\(now.rawValue)”，两者之间没有直接的转换"
            ),
            at: place,
            help: LocalizedText(
                "keep the stages so far and add the next: \(next.map { "'\($0)'" }.joined(separator: ", "))",
                "请保留至今的各个阶段，再写下一阶段：\(next.map { "“\($0)”" }.joined())"
            ),
            comparison: Comparison(
                .init("rollout.\(rollout.channel.value).stage, as it is", now.rawValue),
                .equal,
                .init("as it was", before.rawValue)
            )
        )
    }
}
