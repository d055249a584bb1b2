import CityRegistry
public import Diagnostics
import Vocabulary

/// A schedule answers whatever can be asked.
public enum FeesLeaveNoGap: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "fee-gap",
        summary: LocalizedText(
            """
            A schedule has a rate for every path through every service, every nationality and every day.
            """,
            "收费标准对每项业务的每种情形、每个国籍、每一天都有收费档次。"
        ),
        why: LocalizedText(
            """
            An applicant whom no rate matches is told nothing at all. 'unknown' is an answer, and has to be written.
            """,
            "没有适用的收费档次，申请人就得不到任何答复。“unknown”也是答复，但必须写出来。"
        ),
        remedy: LocalizedText(
            """
            Add a rate for those whom the finding names: an amount, set-by-bill, not-offered, or unknown with a note.
            """,
            """
            为提示中的申请人补上收费档次：写金额，或者写“set-by-bill”“not-offered”，或者写\
            “unknown”并附说明。
            """
        ),
        rejected: [
            RuleExample(
                in: .schedule,
                """
                rates:
                  ↓residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue, validity: under-1-year}, fee: 400}
                      - {when: {action: change}, fee: 200, per: time}
                  ↓stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: ordinary}, fee: {2026-03-01: 160}}
                      - {when: {nationality: special}, fee: set-by-bill}
                """
            ),
            RuleExample(
                in: .schedule,
                """
                schedule: ↓national
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates: {fee: 400}
                """
            ),
        ],
        accepted: [
            RuleExample(
                in: .schedule,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue, validity: under-1-year}, fee: 400}
                      - {when: {action: issue, validity: 1-to-3-years}, fee: unknown}
                      - {when: {action: change}, fee: 200, per: time}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: ordinary}, fee: {undated: 150, 2026-03-01: 160}}
                      - {when: {nationality: special}, fee: set-by-bill}
                """
            )
        ]
    )

    /// Proves that there is a rate for everything, service by service.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        guard world.domain.isWhole else { return }
        let text = FeeBoxText(file, in: world)
        for service in world.settings.services.map(\.id.value) {
            let table = file.coverage.table(of: service)
            let gaps = file.coverage.gaps(of: service)
            let shown = gaps.prefix(FeeBoxText.mostFindings)
            for (position, box) in shown.enumerated() {
                let left = position == shown.count - 1 ? gaps.count - shown.count : 0
                findings.report(
                    rule,
                    LocalizedText(
                        "no rate for \(text.description(of: box, in: .english))",
                        "没有适用的收费档次：\(text.description(of: box, in: .chinese))"
                    ),
                    at: table?.table.service.range ?? file.schedule.id.range,
                    notes: [Note(text.applicant(in: box))] + neighbours(of: box, in: table, world.domain)
                        + text.more(left),
                    help: table == nil
                        ? LocalizedText("add '\(service)' below 'rates:'", "请在“rates:”下加上“\(service)”") : nil
                )
            }
        }
    }

    /// The most rates that are shown beside a gap.
    private static let mostNeighbours = 3

    /// The rates that come nearest: those of the same people on paths with the fewest other answers, then those of the same
    /// people on other days, then those of other people.
    private static func neighbours(of box: FeeBox, in table: CoveredTable?, _ domain: FeeDomain) -> [Note] {
        guard let table else { return [] }
        let paths = LeafDistances(from: box.leaves, in: domain)
        var beside: [(distance: LeafDistances.Distance, rate: Int)] = []
        var onOtherDays: [Int] = []
        var ofOthers: [Int] = []
        for rate in table.leaves.indices {
            let isOfThem = !table.nationalities(of: rate).intersection(box.nationalities).isEmpty
            if !table.leaves[rate].intersection(box.leaves).isEmpty {
                if isOfThem { onOtherDays.append(rate) } else { ofOthers.append(rate) }
            } else if isOfThem, let distance = paths.distance(to: table.leaves[rate]) {
                beside.append((distance, rate))
            }
        }
        let here =
            onOtherDays.map {
                ($0, LocalizedText("this rate is for them on other days", "此收费档次适用于他们，但日期不同"))
            }
            + ofOthers.map {
                ($0, LocalizedText("this rate is for other nationalities", "此收费档次适用于其他国籍"))
            }
        let nearest = beside.sorted { ($0.distance, $0.rate) < ($1.distance, $1.rate) }.map { distance, rate in
            (
                rate,
                LocalizedText(
                    "this rate is for them with \(distance.answers == 1 ? "one other answer" : "other answers")",
                    "此收费档次适用于他们，但有\(distance.answers == 1 ? "一个" : "多个")选项不同"
                )
            )
        }
        let shown = nearest.prefix(here.isEmpty ? mostNeighbours : mostNeighbours - 1) + here
        return shown.prefix(mostNeighbours).map { Note($1, at: table.table.rates[$0].conditionRange) }
    }
}
