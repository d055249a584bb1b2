public import CanonicalJSON
public import Vocabulary

/// A plan as people read it: the summary, each change with what it means for payments begun, its sources and its place.
public struct PlanReport: Sendable {
    /// One change, in words.
    public struct Entry: Hashable, Sendable {
        /// Its kinds.
        public let kinds: [ChangeKind]
        /// What changes.
        public let sentence: LocalizedText
        /// What happens to payments begun before.
        public let payments: LocalizedText?
        /// What it rests on.
        public let sources: [String]
        /// Where it is written: `cities/guangzhou.yaml:51`.
        public let place: String?
    }

    /// The plan in a sentence.
    public let summary: LocalizedText
    /// The changes, those that matter most first.
    public let entries: [Entry]
    /// What is otherwise than was expected.
    public let violations: [LocalizedText]
    private let plan: Plan

    /// A report; `place` says where a change is written, where that is known.
    public init(
        _ plan: Plan,
        _ words: PlanWords,
        expecting expectations: Expectations = Expectations(),
        place: (Plan.Change) -> String? = { _ in nil }
    ) {
        self.plan = plan
        self.summary = words.summary
        self.entries = plan.changes.map { change in
            Entry(
                kinds: plan.kinds(of: change),
                sentence: words.sentence(for: change),
                payments: words.payments(begunBefore: change),
                sources: words.sources(of: change),
                place: place(change)
            )
        }
        self.violations = expectations.violations(in: plan)
    }

    /// For a terminal.
    public func text(in language: Language) -> String {
        var lines = [summary.text(in: language)]
        for entry in entries {
            lines += [
                "", "[\(entry.kinds.map(\.rawValue).joined(separator: ", "))] \(entry.sentence.text(in: language))",
            ]
            lines += remarks(entry, language).map { "  " + $0 }
        }
        if !violations.isEmpty {
            lines += ["", language == .english ? "Not as expected:" : "与声明不符："]
            lines += violations.map { "  " + $0.text(in: language) }
        }
        return lines.joined(separator: "\n")
    }

    /// For a comment on a change request.
    public func markdown(in language: Language) -> String {
        var lines = ["**\(Self.markdown(summary.text(in: language)))**", ""]
        for entry in entries {
            let kinds = entry.kinds.map { "`\($0.rawValue)`" }.joined(separator: " ")
            lines.append("- \(kinds) \(Self.markdown(entry.sentence.text(in: language)))")
            lines += remarks(entry, language).map { "  - \(Self.markdown($0))" }
        }
        if !violations.isEmpty {
            lines += ["", language == .english ? "**Not as expected**" : "**与声明不符**", ""]
            lines += violations.map { "- \(Self.markdown($0.text(in: language)))" }
        }
        return lines.joined(separator: "\n")
    }

    /// A page that needs nothing else.
    public func page(in language: Language) -> String {
        PlanPage(
            summary: summary,
            entries: entries,
            violations: violations,
            remarks: { remarks($0, language) },
            language: language
        ).html
    }

    /// For a program: the saved plan, with each change in words and what is otherwise than expected.
    public var json: JSONValue {
        var position = 0
        let value = plan.json { _ in
            let entry = entries[position]
            position += 1
            return [
                "payments": entry.payments.map(Self.json) ?? .null,
                "place": entry.place.map { .string($0) } ?? .null,
                "sentence": Self.json(entry.sentence),
                "sourceTitles": .array(entry.sources.map { .string($0) }),
            ]
        }
        guard case .object(var object) = value else { return value }
        object["formatVersion"] = 1
        object["summary"] = Self.json(summary)
        object["unexpected"] = .array(violations.map(Self.json))
        return .object(object)
    }

    private func remarks(_ entry: Entry, _ language: Language) -> [String] {
        var remarks = entry.payments.map { [$0.text(in: language)] } ?? []
        if !entry.sources.isEmpty {
            let sources = entry.sources.joined(separator: "; ")
            remarks.append(language == .english ? "Source: \(sources)" : "来源：\(sources)")
        }
        if let place = entry.place { remarks.append(language == .english ? "Written at \(place)" : "位置：\(place)") }
        return remarks
    }

    private static func json(_ text: LocalizedText) -> JSONValue {
        ["en": text.english.map { .string($0) } ?? .null, "zh": text.chinese.map { .string($0) } ?? .null]
    }

    /// Markdown's own signs lose their meaning in a text.
    private static func markdown(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            if "\\`*_{}[]<>#|!~".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
    }
}
