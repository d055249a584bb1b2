import CityRegistry
import CivilTime
public import Diagnostics
import Money
import Vocabulary

/// A fee does not become five times what it was from one day to the next.
public enum FeesDoNotLeap: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "fee-leap",
        severity: .warning,
        summary: LocalizedText(
            """
            From one day to the next a fee becomes at most five times what it was, and at least a fifth.
            """,
            "收费一次变动，最高不超过原来的五倍，最低不低于原来的五分之一。"
        ),
        why: LocalizedText(
            """
            Fees move by some yuan. A leap is nearly always a digit too many or too few, and the bill will say something else.
            """,
            "收费一般只变动几元。大幅跳动几乎总是多写或少写了一位数字，届时缴费单上会是另一个数。"
        ),
        remedy: LocalizedText(
            """
            Compare both amounts with the source. If they are right, let the finding stand by a comment that says so.
            """,
            "请对照来源核对两个金额。如果都正确，请用注释写明理由，予以豁免。"
        ),
        rejected: [
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
                      - {when: {action: issue, validity: 1-to-3-years}, fee: 800}
                      - {when: {action: change}, fee: {undated: 200, 2027-01-01: ↓2100}, per: time}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates: {fee: 160}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: high
                      rates:
                        - {when: {nationality: DEU}, fee: {undated: 160, 2027-01-01: 170}}
                """
            )
        ]
    )

    private static let most: Int64 = 5

    /// Checks the city's own rates.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        check(file.city.fees.tables, &findings)
    }

    /// Checks the rates of a schedule.
    public static func check(_ file: ScheduleFile, in _: World, _ findings: inout Findings) {
        check(file.schedule.tables, &findings)
    }

    private static func check(_ tables: [FeeTable], _ findings: inout Findings) {
        for rate in tables.flatMap(\.rates) {
            var last = rate.fee.undated.flatMap(Self.amount)
            for change in rate.fee.changes {
                guard let (amount, here) = Self.amount(change.value) else { continue }
                if let (last, place) = last, isLeap(last, amount) {
                    findings.report(
                        rule,
                        LocalizedText(
                            "the fee leaps from CNY \(last.yuan) to CNY \(amount.yuan)",
                            "收费从人民币\(last.yuan)元跳到\(amount.yuan)元"
                        ),
                        at: here,
                        notes: [Note(LocalizedText("the fee before stands here", "此前的收费写在此处"), at: place)]
                    )
                }
                last = (amount, here)
            }
        }
    }

    private static func isLeap(_ before: Amount, _ after: Amount) -> Bool {
        after.fen > before.fen * most || after.fen * most < before.fen
    }

    private static func amount(_ fee: Located<Fee>) -> (Amount, SourceRange)? {
        fee.value.amount.map { ($0, fee.range) }
    }
}
