import SeededRandomness

/// A fee table of 54 rates: every leaf of the question tree once, and twice where the nationality decides.
///
/// The tree has 37 leaves. The 17 whose fee depends on the nationality nationwide (visas and the stay permit) are split
/// between ordinary countries and all others. So every cell has exactly one rate, on every day.
struct SyntheticFees {
    /// The day on which all fees change.
    static let change = "2027-03-01"
    /// The indentation of a city's fee tables, below `fees` and `rates`.
    private static let indentation = "    "

    /// One path through the questions, in the words of `when`.
    private struct Path {
        let when: String
        let yuan: Int
        var unit: String?
    }

    private struct Table {
        let service: String
        let item: String
        let paths: [Path]
        var asksNationality = false
    }

    /// The lines of all tables.
    static func text(source: String, _ random: inout SeededGenerator) -> String {
        var text = ""
        for table in tables {
            text += """
                \(indentation)\(table.service):
                \(indentation)  item: \(table.item)
                \(indentation)  source: \(source)
                \(indentation)  confidence: high
                \(indentation)  rates:

                """
            for path in table.paths {
                let groups = table.asksNationality ? ["ordinary", "[reciprocal, exempt-abroad]"] : [nil]
                for group in groups {
                    text += "\(indentation)    - {\(rate(path, group: group, &random))}\n"
                }
            }
        }
        return text
    }

    private static func rate(_ path: Path, group: String?, _ random: inout SeededGenerator) -> String {
        let conditions = [group.map { "nationality: \($0)" }, path.when.isEmpty ? nil : path.when].compactMap { $0 }
        let when = conditions.isEmpty ? nil : "when: {\(conditions.joined(separator: ", "))}"
        // A city's fee is never far from the nationwide one, which the validator would remark on.
        let first = path.yuan + random.number(0...min(40, path.yuan / 4))
        // Where a bill of the ministry's decides today, a fictional amount is known from the change on, or the reverse.
        let (before, after) =
            switch group == nil || group == "ordinary" ? 0 : random.number(0...3) {
            case 1: ("set-by-bill", "\(first)")
            case 2: ("\(first)", "set-by-bill")
            default: ("\(first)", "\(first + random.number(1...min(60, path.yuan / 3))).50")
            }
        let fee = "fee: {undated: \(before), \(change): \(after)}"
        return [when, fee, path.unit.map { "per: \($0)" }].compactMap { $0 }.joined(separator: ", ")
    }

    private static func paths(_ question: String, _ answers: KeyValuePairs<String, Int>) -> [Path] {
        answers.map { Path(when: "\(question): \($0)", yuan: $1) }
    }

    private static let tables = [
        Table(service: "residence-permit", item: "residence-permit-fee", paths: residencePermits),
        Table(service: "visa", item: "foreign-visa-fee", paths: visas, asksNationality: true),
        Table(
            service: "stay-permit",
            item: "unknown",
            paths: [Path(when: "", yuan: 160)],
            asksNationality: true
        ),
        Table(
            service: "permanent-residence",
            item: "permanent-residence-fee",
            paths: paths(
                "action",
                [
                    "apply": 1500, "issue-card": 300, "renew": 300, "change-content": 300, "replace-lost": 600,
                    "replace-damaged": 600,
                ]
            )
        ),
        Table(service: "exit-entry-permit", item: "exit-entry-document-fee", paths: [Path(when: "", yuan: 100)]),
        Table(
            service: "travel-permit",
            item: "exit-entry-document-fee",
            paths: paths("action", ["issue": 50, "extend": 100])
        ),
        Table(
            service: "nationality",
            item: "nationality-fee",
            paths: paths("action", ["apply": 50, "certificate": 200])
        ),
    ]

    private static let residencePermits =
        ["issue", "add-accompanying"].flatMap { action in
            paths(
                "action: \(action), validity",
                ["under-1-year": 400, "1-to-3-years": 800, "3-to-5-years": 1000]
            )
        } + [
            Path(when: "action: remove-accompanying", yuan: 200),
            Path(when: "action: change", yuan: 200, unit: "time"),
            Path(when: "action: replace", yuan: 300),
        ]

    private static let visas =
        paths("action: issue, entries", ["zero": 160])
        + paths("action: issue, entries: single, party", ["individual": 168, "group": 130])
        + paths("action: issue, entries: double, party", ["individual": 252, "group": 170])
        + paths(
            "action: issue, entries: multiple, validity",
            ["up-to-half-year": 420, "half-to-1-year": 540, "1-to-5-years": 672]
        )
        + paths(
            "action",
            [
                "extend": 160, "extend-stay": 160, "change-type": 160, "add-accompanying": 160,
                "remove-accompanying": 160, "add-one-entry": 160, "add-two-entries": 235, "separate-from-group": 160,
            ]
        )
}
