import CivilTime
import Diagnostics
import Divisions
import Money
import SourceTree
import Vocabulary

extension Reader {
    /// Free text.
    ///
    /// A bare number or date is refused: another reader would not keep it as text.
    mutating func text(_ node: NodeID) -> Located<String>? {
        guard let text = scalar(node, LocalizedText("text", "文本")) else { return nil }
        switch tree.form(of: node) {
        case .text: return text
        case .integer, .decimal:
            reportUnquoted(
                .unquotedNumber,
                text,
                LocalizedText("is text here, and a number to other readers of YAML", "在此处是文本，在其他 YAML 程序中是数字")
            )
        case .date:
            reportUnquoted(
                .unquotedDate,
                text,
                LocalizedText("is text here, and a date to other readers of YAML", "在此处是文本，在其他 YAML 程序中是日期")
            )
        }
        return nil
    }

    private mutating func reportUnquoted(_ rule: Rule, _ text: Located<String>, _ problem: LocalizedText) {
        let quoted = "\"\(text.value)\""
        report(
            rule,
            LocalizedText(
                "'\(Self.excerpt(text.value))' \(problem.text(in: .english))",
                "“\(Self.excerpt(text.value))”\(problem.text(in: .chinese))"
            ),
            at: text.range,
            help: LocalizedText("write \(Self.excerpt(quoted))", "请加引号写成 \(Self.excerpt(quoted))"),
            fix: Fix(
                LocalizedText("quote it", "加上引号"),
                edits: [TextEdit(text.range, replacement: quoted)],
                isSafe: true
            )
        )
    }

    /// Digits that are a name: read as text, with no further look at them (rules know the shapes).
    mutating func digits(_ node: NodeID) -> Located<String>? {
        text(node)
    }

    /// A word in kebab case: small letters, digits, single hyphens between them.
    mutating func word(_ node: NodeID) -> Located<String>? {
        guard let text = scalar(node, LocalizedText("a word", "标识")) else { return nil }
        let isWord = tree.withUTF8(of: node) { bytes in Self.isWord(bytes) }
        guard isWord else {
            report(
                .malformedWord,
                LocalizedText(
                    "'\(excerpt(node))' is not a word in kebab case",
                    "“\(excerpt(node))”不是由小写字母、数字和单个连字符组成的标识"
                ),
                at: text.range,
                help: LocalizedText(
                    "use small letters a-z, digits and single hyphens between them, as in 'residence-permit'",
                    "请只用小写字母、数字，中间用单个连字符连接，如“residence-permit”"
                )
            )
            return nil
        }
        switch tree.form(of: node) {
        case .text: return text
        case .integer, .decimal, .date:
            reportUnquoted(
                .unquotedNumber,
                text,
                LocalizedText(
                    "is a word here, and a number or date to other readers of YAML",
                    "在此处是标识，在其他 YAML 程序中是数字或日期"
                )
            )
            return nil
        }
    }

    private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous = UInt8(ascii: "-")
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }

    /// One of the words of an enumeration.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ node: NodeID,
        _: Choice.Type = Choice.self,
        among allowed: [Choice]? = nil
    ) -> Located<Choice>? {
        var words: [String] { (allowed ?? Array(Choice.allCases)).map(\.rawValue) }
        guard let text = scalar(node, Self.oneOf(words)) else { return nil }
        if let choice = Choice(rawValue: text.value),
            allowed.map({ $0.contains { $0.rawValue == choice.rawValue } }) ?? true
        {
            return Located(choice, at: text.range)
        }
        reportNotOneOf(text, words)
        return nil
    }

    /// A finding that `text` is none of the words allowed here.
    mutating func reportNotOneOf(_ text: Located<String>, _ words: [String], or other: LocalizedText? = nil) {
        guard hasRoom(at: text.range) else { return }
        let allowed = Self.oneOf(words, or: other)
        let near = Spelling.nearest(to: text.value, among: words).first
        report(
            .notOneOf,
            LocalizedText(
                "'\(Self.excerpt(text.value))' is not \(allowed.text(in: .english))"
                    + (near.map { "; did you mean '\($0)'?" } ?? ""),
                "“\(Self.excerpt(text.value))”不是\(allowed.text(in: .chinese))"
                    + (near.map { "；是否想写“\($0)”？" } ?? "")
            ),
            at: text.range,
            help: near.map { LocalizedText("write '\($0)'", "请写“\($0)”") },
            fix: near.map { word in
                Fix(
                    LocalizedText("write '\(word)'", "改为“\(word)”"),
                    edits: [TextEdit(text.range, replacement: word)],
                    isSafe: false
                )
            }
        )
    }

    private static func oneOf(_ words: [String], or other: LocalizedText? = nil) -> LocalizedText {
        LocalizedText(
            "one of \((words + [other?.text(in: .english)].compactMap(\.self)).joined(separator: ", "))",
            words.map { "“\($0)”" }.joined() + (words.count > 1 ? "之一" : "")
                + (other.map { "，也不是\($0.text(in: .chinese))" } ?? "")
        )
    }

    /// A whole number within a range.
    mutating func integer(_ node: NodeID, in range: ClosedRange<Int>) -> Located<Int>? {
        guard let text = scalar(node, LocalizedText("a whole number", "整数")) else { return nil }
        if tree.form(of: node) == .integer, let number = Int(text.value), range.contains(number) {
            return Located(number, at: text.range)
        }
        report(
            .malformedNumber,
            LocalizedText(
                "expected a whole number from \(range.lowerBound) to \(range.upperBound), found '\(excerpt(node))'",
                """
                此处应为\(range.lowerBound)至\(range.upperBound)之间的整数，实际为\
                “\(excerpt(node))”
                """
            ),
            at: text.range
        )
        return nil
    }

    /// A day.
    mutating func date(_ node: NodeID) -> Located<CivilDate>? {
        guard let range = scalarRange(node, LocalizedText("a date", "日期")) else { return nil }
        switch tree.withUTF8(of: node, { CivilDate.parse(utf8: $0) }) {
        case .success(let date): return Located(date, at: range)
        case .failure(let refusal):
            report(
                .impossibleDate,
                LocalizedText(
                    "'\(excerpt(node))' is no date: \(refusal.reason.text(in: .english))",
                    "“\(excerpt(node))”不是日期：\(refusal.reason.text(in: .chinese))"
                ),
                at: range
            )
            return nil
        }
    }

    /// A year, a month or a day.
    mutating func partialDate(_ node: NodeID) -> Located<PartialDate>? {
        // A bare day is unambiguous here; a bare year is a number to other readers, and must be quoted.
        if tree.form(of: node) == .date { return date(node).flatMap { located($0) } }
        guard let text = text(node) else { return nil }
        if let date = PartialDate(text.value) { return Located(date, at: text.range) }
        report(
            .impossibleDate,
            LocalizedText(
                "'\(excerpt(node))' is neither a year, a month nor a day",
                "“\(excerpt(node))”不是年份、月份或日期"
            ),
            at: text.range,
            help: LocalizedText("write \"2003\", 2004-08 or 2024-07-22", "请写成 \"2003\"、2004-08 或 2024-07-22")
        )
        return nil
    }

    private func located(_ date: Located<CivilDate>) -> Located<PartialDate>? {
        PartialDate(date.value.description).map { Located($0, at: date.range) }
    }

    /// A day, or `first..last`.
    mutating func dateSpan(_ node: NodeID) -> Located<ClosedRange<CivilDate>>? {
        guard let text = scalar(node, LocalizedText("a day, or first..last", "日期，或者“首日..末日”")) else { return nil }
        let ends = text.value.split(separator: ".", omittingEmptySubsequences: true)
        guard text.value.contains(".."), ends.count == 2 else {
            return date(node).map { Located($0.value...$0.value, at: $0.range) }
        }
        var days: [CivilDate] = []
        for end in ends {
            switch CivilDate.parse(end) {
            case .success(let date): days.append(date)
            case .failure(let refusal):
                report(
                    .impossibleDate,
                    LocalizedText(
                        "'\(Self.excerpt(String(end)))' is no date: \(refusal.reason.text(in: .english))",
                        """
                        “\(Self.excerpt(String(end)))”不是日期：\
                        \(refusal.reason.text(in: .chinese))
                        """
                    ),
                    at: text.range
                )
                return nil
            }
        }
        guard days[0] <= days[1] else {
            report(
                .impossibleDate,
                LocalizedText(
                    "'\(Self.excerpt(text.value))' ends before it begins",
                    "“\(Self.excerpt(text.value))”的结束日期早于开始日期"
                ),
                at: text.range
            )
            return nil
        }
        return Located(days[0]...days[1], at: text.range)
    }

    /// Yuan, as a plain number with no decimals or two.
    mutating func amount(_ node: NodeID) -> Located<Amount>? {
        guard let range = scalarRange(node, LocalizedText("an amount in yuan", "以元为单位的金额")) else { return nil }
        guard tree.isPlain(node) else {
            let text = Located(tree.text(of: node), at: range)
            report(
                .malformedAmount,
                LocalizedText("an amount is a number and is not quoted", "金额是数字，不加引号"),
                at: text.range,
                help: LocalizedText("write \(Self.excerpt(text.value))", "请写成 \(Self.excerpt(text.value))"),
                fix: Fix(
                    LocalizedText("unquote it", "去掉引号"),
                    edits: [TextEdit(text.range, replacement: text.value)],
                    isSafe: false
                )
            )
            return nil
        }
        switch tree.withUTF8(of: node, { Amount.parse(yuanUTF8: $0) }) {
        case .success(let amount): return Located(amount, at: range)
        case .failure(let refusal):
            report(
                .malformedAmount,
                LocalizedText("'\(excerpt(node))' is no amount in yuan", "“\(excerpt(node))”不是以元为单位的金额"),
                at: range,
                help: refusal.remedy
            )
            return nil
        }
    }

    /// A nationality's three capital letters.
    mutating func nationality(_ node: NodeID) -> Located<NationalityCode>? {
        guard let range = scalarRange(node, LocalizedText("a nationality's three-letter code", "三个字母的国籍代码")) else {
            return nil
        }
        if let code = tree.withUTF8(of: node, { NationalityCode(utf8: $0) }) { return Located(code, at: range) }
        report(
            .malformedNationality,
            LocalizedText(
                "'\(excerpt(node))' is not a nationality's code of three capital letters",
                "“\(excerpt(node))”不是三个大写字母的国籍代码"
            ),
            at: range,
            help: LocalizedText(
                "write the ISO 3166-1 alpha-3 code, such as DEU",
                "请写 ISO 3166-1 alpha-3 代码，如“DEU”"
            )
        )
        return nil
    }

    /// A scalar's text, whatever it looks like; nothing where it is none, or has been refused already.
    mutating func scalar(_ node: NodeID, _ what: @autoclosure () -> LocalizedText) -> Located<String>? {
        scalarRange(node, what()).map { Located(tree.text(of: node), at: $0) }
    }

    /// Where a scalar stands, for whoever looks at its bytes only.
    private mutating func scalarRange(_ node: NodeID, _ what: @autoclosure () -> LocalizedText) -> SourceRange? {
        guard expect(.scalar, node, what()), !tree.isRefused(node) else { return nil }
        return tree.range(of: node)
    }
}
