import CivilTime
import Diagnostics
import Divisions
import SourceTree
import Vocabulary

/// The keys of a text.
enum TextKey: String, RecordKey {
    case en, zh

    static let record = LocalizedText("a text", "文本")
    static let required: [TextKey] = []
    static let atLeastOne = allCases
    var form: Form { .text }
}

extension Reader {
    /// `{en: ..., zh: ...}`.
    mutating func localized(_ node: NodeID) -> LocatedText? {
        guard let fields = fields(node, TextKey.self) else { return nil }
        return localized(english: fields[.en], chinese: fields[.zh], range: fields.range)
    }

    /// A text from keys that stand among others.
    mutating func localized(english: NodeID?, chinese: NodeID?, range: SourceRange) -> LocatedText? {
        let english = english.flatMap { text($0) }
        let chinese = chinese.flatMap { text($0) }
        if let text = LocalizedText(english: english?.value, chinese: chinese?.value) {
            return Located(text, at: range)
        }
        if tree.isComplete {
            report(
                .missingKey,
                LocalizedText("a text needs 'en', 'zh' or both", "文本需要“en”或“zh”，也可以两者都写"),
                at: SourceRange(file: range.file, start: range.start, end: range.start)
            )
        }
        return nil
    }

    /// A value, or a timeline of values.
    mutating func timeline<Value>(
        _ node: NodeID,
        _ read: (inout Reader, NodeID) -> Value?
    ) -> Timeline<Value>? {
        guard tree.isTimeline(node) else { return read(&self, node).map { Timeline($0) } }
        var undated: Value?
        var changes: [Timeline<Value>.Change] = []
        var last: Located<CivilDate>?
        var position = 0
        for (name, valueNode) in tree.entries(of: node) {
            defer { position += 1 }
            if tree.equals(name, "undated") {
                if position > 0 {
                    report(
                        .timelineOrder,
                        LocalizedText(
                            "'undated' comes first: it held before every date",
                            "“undated”应放在最前：它表示所有日期之前的情况"
                        ),
                        at: tree.range(of: name)
                    )
                }
                undated = read(&self, valueNode)
                continue
            }
            guard let day = date(name) else { continue }
            let value = read(&self, valueNode)
            if let last, day.value <= last.value {
                report(
                    .timelineOrder,
                    LocalizedText(
                        "\(day.value) comes after \(last.value): dates ascend",
                        "\(day.value) 排在 \(last.value) 之后：日期应由早到晚排列"
                    ),
                    at: day.range,
                    notes: [Note(LocalizedText("\(last.value) stands here", "\(last.value) 在此处"), at: last.range)]
                )
                continue
            }
            last = day
            if let value { changes.append(Timeline.Change(date: day.value, value: value)) }
        }
        return try? Timeline(undated: undated, changes: changes)
    }

    /// `source`, `against` and `confidence` of a record; what it does not state comes from `outer`.
    mutating func provenance(
        source: NodeID?,
        against: NodeID? = nil,
        confidence: NodeID?,
        in outer: Provenance
    ) -> Provenance {
        let stated = Provenance(
            sources: source.map { oneOrMany($0) { $0.word($1) } } ?? [],
            against: against.map { oneOrMany($0) { $0.word($1) } } ?? [],
            confidence: confidence.flatMap { choice($0) }
        )
        return stated.inheriting(outer)
    }

    /// A list of words, one of which may stand alone.
    mutating func wordList(_ node: NodeID?) -> [Located<String>] {
        node.map { oneOrMany($0) { $0.word($1) } } ?? []
    }

    /// A list of texts, one of which may stand alone.
    mutating func textList(_ node: NodeID?) -> [Located<String>] {
        node.map { oneOrMany($0) { $0.text($1) } } ?? []
    }

    /// `{question: answers, ...}`.
    mutating func conditions(_ node: NodeID?) -> [ConditionRecord] {
        guard let node else { return [] }
        let entries = words(node, LocalizedText("answers by question", "以询问项为键的选项"))
        var conditions: [ConditionRecord] = []
        conditions.reserveCapacity(entries.count)
        for (key, value) in entries {
            let answers =
                key.value == Rate.nationalityQuestion
                ? oneOrMany(value) { $0.groupOrNationality($1) }
                : oneOrMany(value) { $0.word($1) }
            conditions.append(ConditionRecord(question: key, answers: answers))
        }
        return conditions
    }

    /// A nationality group's word, or a nationality's code.
    private mutating func groupOrNationality(_ node: NodeID) -> Located<String>? {
        let isCode =
            tree.kind(of: node) == .scalar
            && tree.withUTF8(of: node) { bytes in
                bytes.count == 3 && bytes.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            }
        guard isCode else { return word(node) }
        return nationality(node).map { Located($0.value.description, at: $0.range) }
    }

    /// An amount, or a word that stands for none.
    mutating func fee(_ node: NodeID) -> Located<Fee>? {
        guard tree.kind(of: node) == .scalar else {
            _ = expect(
                .scalar,
                node,
                LocalizedText(
                    "an amount in yuan, set-by-bill, not-offered or unknown",
                    "以元为单位的金额，或者“set-by-bill”“not-offered”“unknown”"
                )
            )
            return nil
        }
        let startsLikeNumber = tree.withUTF8(of: node) { bytes in
            bytes.first.map { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? true
        }
        if !startsLikeNumber {
            for (word, fee) in Fee.words where tree.equals(node, word) {
                return Located(fee, at: tree.range(of: node))
            }
            if let text = scalar(node, LocalizedText("a fee", "收费")) {
                reportNotOneOf(text, Fee.words.map(\.word), or: LocalizedText("an amount in yuan", "以元为单位的金额"))
            }
            return nil
        }
        return amount(node).map { Located(.amount($0.value), at: $0.range) }
    }
}
