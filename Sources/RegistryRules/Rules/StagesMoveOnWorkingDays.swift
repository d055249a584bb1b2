import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// Nobody begins to take money on a day off.
public enum StagesMoveOnWorkingDays: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "stage-on-day-off",
        severity: .warning,
        summary: LocalizedText(
            """
            A stage that takes money, or more of it, begins on a working day.
            """,
            "收款阶段或扩大收款的阶段，应在工作日开始。"
        ),
        why: LocalizedText(
            """
            On the first day things go wrong, and on a day off nobody at the bureau answers the phone.
            """,
            "第一天最容易出问题，而休息日办理机构没有人接电话。"
        ),
        remedy: LocalizedText(
            """
            Move the day to the next working day. Pausing is possible on every day.
            """,
            "请改到下一个工作日。暂停则任何一天都可以。"
        ),
        rejected: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-06: ↓{pilot: 5%}, 2026-12-15: live}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: {pilot: 5%}, 2026-12-15: live, 2026-12-20: paused}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            )
        ]
    )

    /// Looks the first day of each such stage up in the calendar; of years not published yet nothing is known.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard let calendar = world.registry.calendar?.workingDays else { return }
        for rollout in file.city.rollouts {
            for change in rollout.stage.changes where change.value.value.kind.takesMoney {
                guard case .off = calendar.day(change.date) else { continue }
                findings.report(
                    rule,
                    LocalizedText(
                        "'\(change.value.value.text)' begins on \(change.date), a day off",
                        "“\(change.value.value.text)”始于\(change.date)，当天休息"
                    ),
                    at: change.value.range,
                    help: next(after: change.date, calendar).map { day in
                        LocalizedText("the next working day is \(day)", "下一个工作日是\(day)")
                    }
                )
            }
        }
    }

    private static func next(after day: CivilDate, _ calendar: WorkingDayCalendar) -> CivilDate? {
        try? calendar.nextWorkingDay(onOrAfter: day).get()
    }
}
