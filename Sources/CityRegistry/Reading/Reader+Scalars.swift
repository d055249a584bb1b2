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
        guard let text = scalar(node, "text") else { return nil }
        switch tree.form(of: node) {
        case .text: return text
        case .integer, .decimal:
            reportUnquoted(.unquotedNumber, text, "is text here, and a number to other readers of YAML")
        case .date:
            reportUnquoted(.unquotedDate, text, "is text here, and a date to other readers of YAML")
        }
        return nil
    }

    private mutating func reportUnquoted(_ rule: Rule, _ text: Located<String>, _ problem: String) {
        let quoted = "\"\(text.value)\""
        report(
            rule,
            "'\(Self.excerpt(text.value))' \(problem)",
            at: text.range,
            help: "write \(Self.excerpt(quoted))",
            fix: Fix("quote it", edits: [TextEdit(text.range, replacement: quoted)], isSafe: true)
        )
    }

    /// Digits that are a name: read as text, with no further look at them (rules know the shapes).
    mutating func digits(_ node: NodeID) -> Located<String>? {
        text(node)
    }

    /// A word in kebab case: small letters, digits, single hyphens between them.
    mutating func word(_ node: NodeID) -> Located<String>? {
        guard let text = scalar(node, "a word") else { return nil }
        let isWord = tree.withUTF8(of: node) { bytes in Self.isWord(bytes) }
        guard isWord else {
            report(
                .malformedWord,
                "'\(excerpt(node))' is not a word in kebab case",
                at: text.range,
                help: "use small letters a-z, digits and single hyphens between them, as in 'residence-permit'"
            )
            return nil
        }
        switch tree.form(of: node) {
        case .text: return text
        case .integer, .decimal, .date:
            reportUnquoted(.unquotedNumber, text, "is a word here, and a number or date to other readers of YAML")
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
        let choices = allowed ?? Array(Choice.allCases)
        guard let text = scalar(node, "one of \(list(choices.map(\.rawValue)))") else { return nil }
        if let choice = Choice(rawValue: text.value), choices.contains(where: { $0.rawValue == choice.rawValue }) {
            return Located(choice, at: text.range)
        }
        reportNotOneOf(text, choices.map(\.rawValue))
        return nil
    }

    /// A finding that `text` is none of the words allowed here.
    mutating func reportNotOneOf(_ text: Located<String>, _ words: [String]) {
        guard hasRoom(at: text.range) else { return }
        let near = Spelling.nearest(to: text.value, among: words).first
        report(
            .notOneOf,
            "'\(Self.excerpt(text.value))' is not one of \(list(words))"
                + (near.map { "; did you mean '\($0)'?" } ?? ""),
            at: text.range,
            help: near.map { "write '\($0)'" },
            fix: near.map { Fix("write '\($0)'", edits: [TextEdit(text.range, replacement: $0)], isSafe: false) }
        )
    }

    private func list(_ words: [String]) -> String {
        words.joined(separator: ", ")
    }

    /// A whole number within a range.
    mutating func integer(_ node: NodeID, in range: ClosedRange<Int>) -> Located<Int>? {
        guard let text = scalar(node, "a whole number") else { return nil }
        if tree.form(of: node) == .integer, let number = Int(text.value), range.contains(number) {
            return Located(number, at: text.range)
        }
        report(
            .malformedNumber,
            "expected a whole number from \(range.lowerBound) to \(range.upperBound), found '\(excerpt(node))'",
            at: text.range
        )
        return nil
    }

    /// A day.
    mutating func date(_ node: NodeID) -> Located<CivilDate>? {
        guard let text = scalar(node, "a date") else { return nil }
        switch CivilDate.parse(text.value) {
        case .success(let date): return Located(date, at: text.range)
        case .failure(let refusal):
            report(.impossibleDate, "'\(excerpt(node))' is no date: \(refusal.description)", at: text.range)
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
            "'\(excerpt(node))' is neither a year, a month nor a day",
            at: text.range,
            help: "write \"2003\", 2004-08 or 2024-07-22"
        )
        return nil
    }

    private func located(_ date: Located<CivilDate>) -> Located<PartialDate>? {
        PartialDate(date.value.description).map { Located($0, at: date.range) }
    }

    /// A day, or `first..last`.
    mutating func dateSpan(_ node: NodeID) -> Located<ClosedRange<CivilDate>>? {
        guard let text = scalar(node, "a day, or first..last") else { return nil }
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
                    "'\(Self.excerpt(String(end)))' is no date: \(refusal.description)",
                    at: text.range
                )
                return nil
            }
        }
        guard days[0] <= days[1] else {
            report(.impossibleDate, "'\(Self.excerpt(text.value))' ends before it begins", at: text.range)
            return nil
        }
        return Located(days[0]...days[1], at: text.range)
    }

    /// Yuan, as a plain number with no decimals or two.
    mutating func amount(_ node: NodeID) -> Located<Amount>? {
        guard let text = scalar(node, "an amount in yuan") else { return nil }
        guard tree.isPlain(node) else {
            report(
                .malformedAmount,
                "an amount is a number and is not quoted",
                at: text.range,
                help: "write \(Self.excerpt(text.value))",
                fix: Fix("unquote it", edits: [TextEdit(text.range, replacement: text.value)], isSafe: false)
            )
            return nil
        }
        switch Amount.parse(yuan: text.value) {
        case .success(let amount): return Located(amount, at: text.range)
        case .failure(let refusal):
            report(
                .malformedAmount,
                "'\(excerpt(node))' is no amount in yuan",
                at: text.range,
                help: refusal.advice
            )
            return nil
        }
    }

    /// A nationality's three capital letters.
    mutating func nationality(_ node: NodeID) -> Located<NationalityCode>? {
        guard let text = scalar(node, "a nationality's three-letter code") else { return nil }
        if let code = NationalityCode(text.value), code.description == text.value {
            return Located(code, at: text.range)
        }
        report(
            .malformedNationality,
            "'\(excerpt(node))' is not a nationality's code of three capital letters",
            at: text.range,
            help: "write the ISO 3166-1 alpha-3 code, such as DEU"
        )
        return nil
    }

    /// A scalar's text, whatever it looks like; nothing where it is none, or has been refused already.
    mutating func scalar(_ node: NodeID, _ what: String) -> Located<String>? {
        guard expect(.scalar, node, what), !tree.isRefused(node) else { return nil }
        return Located(tree.text(of: node), at: tree.range(of: node))
    }
}
