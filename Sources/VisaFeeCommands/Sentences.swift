import CivilTime
import Divisions
import Vocabulary

/// What is said where a question gets no answer, in both languages.
enum Sentences {
    // MARK: Places

    static func several(_ name: String, _ count: Int) -> LocalizedText {
        LocalizedText("'\(name)' may be \(count) places. Which one?", "“\(name)”可能指\(count)个地方，请问是哪一个？")
    }

    static func province(_ name: String, _ province: Province) -> LocalizedText {
        LocalizedText(
            "'\(name)' is a province, \(province.englishName). Which of its cities?",
            "“\(name)”是省级区域（\(province.chineseName)），请选择其中的城市："
        )
    }

    /// The number for refusals that come before a registry is read: who mistyped a city is told whom to ask even where
    /// there is no registry.
    ///
    /// Every other answer takes it from the registry.
    private static let hotline = "12367"

    static func noCity(_ name: String) -> LocalizedText {
        LocalizedText(
            "there is no city '\(name)' in the table of divisions; the hotline \(hotline) answers in English and Chinese",
            "行政区划表中没有“\(name)”。可拨打\(hotline)服务热线（中英文）咨询。"
        )
    }

    static func noCityBut(_ name: String) -> LocalizedText {
        LocalizedText("there is no city '\(name)'. Did you mean one of these?", "没有名为“\(name)”的城市，您是否指：")
    }

    static func district(_ name: String, of divisions: [Division]) -> LocalizedText {
        LocalizedText(
            "'\(name)' lies in \(divisions.map(\.englishName).joined(separator: " or in ")), "
                + "whose exit-entry bureau is the one to ask about:",
            "“\(name)”属于\(divisions.map(\.chineseName).joined(separator: "或"))，请按该市查询："
        )
    }

    static func notOnTheMainland(_ name: String) -> LocalizedText {
        LocalizedText(
            "these fees are charged by exit-entry bureaus on the mainland; the table has no entry for '\(name)'. "
                + "Ask the hotline \(hotline), in English or Chinese",
            "这些费用由内地（大陆）公安机关出入境管理机构收取，表中没有“\(name)”。可拨打\(hotline)服务热线（中英文）咨询。"
        )
    }

    static func itsDistrict(_ name: String) -> LocalizedText {
        LocalizedText("(where \(name) is a district or county)", "（其辖区内有“\(name)”）")
    }

    // MARK: Nationalities

    static func severalNationalities(_ name: String) -> LocalizedText {
        LocalizedText("'\(name)' may be several nationalities. Which one?", "“\(name)”可能指多个国籍，请问是哪一个？")
    }

    static func noNationality(_ name: String) -> LocalizedText {
        LocalizedText(
            "there is no nationality '\(name)'; write its three-letter code, such as DEU",
            "没有“\(name)”这一国籍。请填写三字母代码，例如 DEU。"
        )
    }

    static func noNationalityBut(_ name: String) -> LocalizedText {
        LocalizedText(
            "there is no nationality '\(name)'. Did you mean one of these?",
            "没有“\(name)”这一国籍，您是否指："
        )
    }

    static func notAsked(_ nationality: String) -> LocalizedText {
        LocalizedText(
            "these fees are for foreign nationals, and are not asked for \(nationality)",
            "这些费用面向外国人，不适用于 \(nationality)。"
        )
    }

    // MARK: Days

    static func tooEarly(from day: CivilDate) -> LocalizedText {
        LocalizedText(
            "answers are promised from \(day) on; of an earlier day nothing is said",
            "本程序只回答\(day)及以后的情况；更早的日期不作任何说明。"
        )
    }

    // MARK: Answers

    static func noService(_ id: String, near: String?, _ services: [String]) -> LocalizedText {
        LocalizedText(
            "there is no service '\(id)'" + (near.map { "; did you mean \($0)?" } ?? "")
                + "\nThe services are: " + services.joined(separator: ", "),
            "没有“\(id)”这一业务" + (near.map { "，您是否指 \($0)？" } ?? "。") + "\n可选业务："
                + services.joined(separator: "、")
        )
    }

    static func noQuestion(_ name: String, service: String, _ questions: [String]) -> LocalizedText {
        LocalizedText(
            "'\(service)' does not ask for '\(name)'; it asks "
                + (questions.isEmpty ? "nothing" : questions.joined(separator: ", ")),
            "“\(service)”不涉及“\(name)”"
                + (questions.isEmpty
                    ? "，没有需要填写的问题。" : "，只涉及：\(questions.joined(separator: "、"))")
        )
    }

    static func noAnswer(_ text: String, to question: Question, near: String?) -> LocalizedText {
        LocalizedText(
            "'\(text)' is no answer to '\(question.id)'" + (near.map { "; did you mean \($0)?" } ?? "") + "\n"
                + answers(to: question).text(in: .english),
            "“\(text)”不是“\(question.id)”的有效答案" + (near.map { "，您是否指 \($0)？" } ?? "。") + "\n"
                + answers(to: question).text(in: .chinese)
        )
    }

    static func monthsOutside(_ months: Int, _ range: ClosedRange<Int>, of question: Question) -> LocalizedText {
        LocalizedText(
            "'\(question.id)' covers \(range.lowerBound) to \(range.upperBound) months, and not \(months); "
                + "of anything else nothing is known\n" + answers(to: question).text(in: .english),
            "“\(question.id)”的范围是\(range.lowerBound)至\(range.upperBound)个月，不包括\(months)个月；范围以外的情况未知。\n"
                + answers(to: question).text(in: .chinese)
        )
    }

    private static func answers(to question: Question) -> LocalizedText {
        let ids = question.answers.map(\.id)
        let range = question.monthsCovered
        return LocalizedText(
            "its answers are: " + ids.joined(separator: ", ")
                + (range.map { ", or a number of months from \($0.lowerBound) to \($0.upperBound)" } ?? ""),
            "可选答案：" + ids.joined(separator: "、")
                + (range.map { "，或\($0.lowerBound)至\($0.upperBound)之间的月数" } ?? "")
        )
    }

    static func disagree(_ choices: [Choice]) -> LocalizedText {
        let words = choices.map { "\($0.question) \($0.answer)" }
        return LocalizedText(
            "these answers do not go together: " + words.joined(separator: ", "),
            "以下答案不能同时成立：" + words.joined(separator: "、")
        )
    }

    static func answeredTwice(_ question: String) -> LocalizedText {
        LocalizedText("'\(question)' is answered twice", "“\(question)”填写了两个不同的答案")
    }

    static func asked(_ question: Question) -> LocalizedText {
        LocalizedText(
            "'\(question.id)' is asked only after "
                + question.conditions.map { "\($0.question) " + $0.answers.joined(separator: " or ") }
                .joined(separator: ", and "),
            "只有在以下情况才会问“\(question.id)”："
                + question.conditions.map { "\($0.question) 为 " + $0.answers.joined(separator: " 或 ") }
                .joined(separator: "，并且 ")
        )
    }

    // MARK: Unknown

    static func feeUnknown(_ hotline: String) -> LocalizedText {
        LocalizedText(
            "unknown: nobody has told this program yet what is charged here. That means neither a fee nor none.\n"
                + "Ask the hotline \(hotline), in English or Chinese.",
            "未知：尚无这座城市的收费资料。这既不表示收费，也不表示免费。\n可拨打\(hotline)服务热线（中英文）咨询。"
        )
    }

    static func cityUnknown(_ hotline: String) -> LocalizedText {
        LocalizedText(
            "unknown: the registry has no file for this city, so nothing is known about it. That never means \"no\".\n"
                + "Ask the hotline \(hotline), in English or Chinese.",
            "未知：信息库中没有这座城市的文件，各项情况均不清楚，但这不表示“没有”。\n可拨打\(hotline)服务热线（中英文）咨询。"
        )
    }
}

extension Question {
    /// The numbers of months its answers stand for, all together; nothing where it is not about a length of time.
    var monthsCovered: ClosedRange<Int>? {
        let ranges = answers.compactMap(\.months)
        let first = ranges.map { $0.includesLower ? $0.lower : $0.lower + 1 }.min()
        let last = ranges.map { $0.includesUpper ? $0.upper : $0.upper - 1 }.max()
        guard let first, let last, first <= last else { return nil }
        return first...last
    }
}
