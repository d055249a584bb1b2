import CityRegistry
import CivilTime
import Diagnostics
import Money
import Vocabulary

/// What one rate of a fee table says, in words: how much, who pays it, in force since when, by which source of what age.
struct FeeText: Sendable {
    private let rate: Rate
    private let table: FeeTable
    private let sources: [Source]
    private let lexicon: Lexicon
    private let today: CivilDate
    private let language: Language

    init(
        _ rate: Rate,
        of table: FeeTable,
        _ sources: [Source],
        _ lexicon: Lexicon,
        today: CivilDate,
        language: Language
    ) {
        self.rate = rate
        self.table = table
        self.sources = sources
        self.lexicon = lexicon
        self.today = today
        self.language = language
    }

    var hover: HoverText {
        let now = rate.fee.value(on: today)?.value
        var lines = [payers]
        lines += Self.since(rate.fee, today: today, language).map { [$0] } ?? []
        for change in rate.fee.changes where change.date > today {
            lines.append(
                say(
                    "from \(change.date): \(amount(change.value.value))",
                    "\(change.date)起：\(amount(change.value.value))"
                )
            )
        }
        if let note = rate.note { lines.append(note.value.text(in: language)) }
        lines += Self.provenance(rate.provenance, sources, today: today, language)
        return HoverText(now.map(amount) ?? say("no fee known yet today", "今日尚无收费记录"), lines)
    }

    private func amount(_ fee: Fee) -> String {
        switch fee {
        case .amount(let amount):
            switch rate.unit?.value ?? .person {
            case .person: say("CNY \(amount.yuan) per person", "每人\(amount.yuan)元")
            case .time: say("CNY \(amount.yuan) each time", "每次\(amount.yuan)元")
            }
        case .setByBill: say("set by the bill", "以缴费单为准")
        case .notOffered: say("not offered", "不办理")
        case .unknown: say("unknown: nobody has found out", "未知：尚未查明")
        }
    }

    private var payers: String {
        let service = table.service.value
        let name = lexicon.word(service, of: .service)?.name?.text(in: language) ?? service
        let conditions = rate.conditions.map { condition in
            let question = condition.question.value
            let kinds: [WordKind] =
                question == Rate.nationalityQuestion
                ? [.group, .nationality] : [.answer(service: service, question: question)]
            let answers = condition.answers.map { answer in
                kinds.lazy.compactMap { lexicon.word(answer.value, of: $0)?.name }.first?.text(in: language)
                    ?? answer.value
            }
            return "\(question): \(answers.joined(separator: say(" or ", "或")))"
        }
        let isForEverybody = !rate.conditions.contains { $0.question.value == Rate.nationalityQuestion }
        let everybody = isForEverybody ? [say("any nationality", "任何国籍")] : []
        return say("who pays: ", "缴费对象：") + ([name] + conditions + everybody).joined(separator: say("; ", "；"))
    }

    /// Since when the value that holds today does.
    static func since<Value>(_ timeline: Timeline<Value>, today: CivilDate, _ language: Language) -> String? {
        if let change = timeline.changes.last(where: { $0.date <= today }) {
            return LocalizedText("in force since \(change.date)", "自\(change.date)起").text(in: language)
        }
        guard timeline.undated != nil else { return nil }
        return LocalizedText("in force; since when is not recorded", "现行；起始日期未记录").text(in: language)
    }

    /// The sources with their ages, who says otherwise, and how sure a person is.
    static func provenance(
        _ provenance: Provenance,
        _ sources: [Source],
        today: CivilDate,
        _ language: Language
    ) -> [String] {
        func line(_ ids: [Located<String>], _ english: String, _ chinese: String) -> [String] {
            guard !ids.isEmpty else { return [] }
            let named = ids.map { id in
                guard let source = sources.first(where: { $0.id.value == id.value }) else { return id.value }
                let days = source.retrieved.value.days(to: today)
                let age = LocalizedText(
                    "read \(source.retrieved.value), \(days) days ago",
                    "查阅于\(source.retrieved.value)，\(days)天前"
                )
                return "\(id.value) (\(age.text(in: language)))"
            }
            return [LocalizedText(english, chinese).text(in: language) + named.joined(separator: ", ")]
        }
        let confidence = provenance.confidence.map { stated in
            LocalizedText("confidence: \(stated.value.rawValue)", "可信度：\(stated.value.rawValue)").text(in: language)
        }
        return line(provenance.sources, "source: ", "来源：") + line(provenance.against, "against: ", "相反来源：")
            + (confidence.map { [$0] } ?? [])
    }

    private func say(_ english: String, _ chinese: String) -> String {
        LocalizedText(english, chinese).text(in: language)
    }
}
