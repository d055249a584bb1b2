public import Vocabulary

/// What the suite has come to, as it is printed.
public struct CrashTable: Sendable {
    private let outcomes: [CrashSuite.Outcome]

    /// A table of some scenarios' outcomes.
    public init(_ outcomes: [CrashSuite.Outcome]) {
        let order = CrashScenario.allCases
        self.outcomes = order.flatMap { scenario in outcomes.filter { $0.scenario == scenario } }
    }

    /// Whether no promise was broken.
    public var isClean: Bool { outcomes.allSatisfy(\.broken.isEmpty) }

    /// How many runs there were in which every death was died, by how many deaths.
    public var fired: [Int] { (0..<3).map { level in outcomes.reduce(0) { $0 + $1.fired[level] } } }

    /// How many were not reached, by how many deaths.
    public var unreachable: [Int] { (0..<3).map { level in outcomes.reduce(0) { $0 + $1.unreachable[level] } } }

    /// The table in Markdown, with the reasons below it, and what was broken.
    public func text(in language: Language) -> String {
        let names = [
            LocalizedText("singles", "单次"), LocalizedText("pairs", "两次"), LocalizedText("triples", "三次"),
        ]
        let levels = (0..<3).filter { fired[$0] + unreachable[$0] > 0 }
        let fires = LocalizedText("fired", "已触发").text(in: language)
        let misses = LocalizedText("unreachable", "不可达").text(in: language)
        var lines = ["| " + LocalizedText("scenario", "场景").text(in: language) + " |"]
        lines[0] += levels.map { " \(names[$0].text(in: language)): \(fires) | \(misses) |" }.joined()
        lines.append("|---|" + levels.map { _ in "---|---|" }.joined())
        for outcome in outcomes {
            let cells = levels.map { " \(outcome.fired[$0]) | \(outcome.unreachable[$0]) |" }.joined()
            lines.append("| \(outcome.scenario.rawValue) |" + cells)
        }
        let sums = levels.map { " \(fired[$0]) | \(unreachable[$0]) |" }.joined()
        lines.append("| " + LocalizedText("all", "合计").text(in: language) + " |" + sums)
        lines.append("")
        for reason in CrashSuite.Unreachable.allCases {
            let count = outcomes.reduce(0) { $0 + ($1.reasons[reason] ?? 0) }
            lines.append("\(count): \(reason.text.text(in: language))")
        }
        for outcome in outcomes {
            for (points, violation) in outcome.broken {
                let places = points.map(\.description).joined(separator: "; ")
                lines.append("BROKEN \(outcome.scenario.rawValue) [\(places)]: \(violation)")
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension CrashSuite.Unreachable {
    /// The reason in words.
    var text: LocalizedText {
        switch self {
        case .noSuchEffect: LocalizedText(rawValue, "该场景中没有这一动作")
        case .commitIsEffect: LocalizedText(rawValue, "动作即其提交，此前没有应答")
        case .nothingCommitted: LocalizedText(rawValue, "写入出入境系统后不提交任何内容，只有回读才算数")
        case .notAfterwards: LocalizedText(rawValue, "前一次崩溃后该动作不再发生")
        }
    }
}
