import Diagnostics
import Divisions
import SourceTree
import Vocabulary

/// Reads one file's tree by the types its places expect, and collects what does not fit.
///
/// Nothing is ever guessed from the look of a scalar: a place that expects text reads text, and a scalar that another
/// reader of YAML would take for something else is a finding.
struct Reader {
    /// The file's tree.
    let tree: Tree
    /// What did not fit, and what had been refused before.
    private(set) var findings: ShownFindings

    init(_ tree: Tree, after refused: ShownFindings) {
        self.tree = tree
        self.findings = refused
    }

    /// Records a finding.
    mutating func report(
        _ rule: Rule,
        _ message: LocalizedText,
        at range: SourceRange,
        notes: [Note] = [],
        help: LocalizedText? = nil,
        fix: Fix? = nil
    ) {
        findings.add(Diagnostic(rule, message, at: range, notes: notes, help: help, fix: fix))
    }

    /// Whether a finding here would be shown; it is counted if not, and need not be built.
    mutating func hasRoom(at range: SourceRange) -> Bool {
        if findings.wants(range) { return true }
        findings.leaveOut(1, from: range)
        return false
    }

    // MARK: Structure

    /// The entries of a record, with findings for unknown and missing keys; nothing where it is no record at all.
    mutating func fields<Key: RecordKey>(_ node: NodeID, _: Key.Type) -> Fields<Key>? {
        guard expect(.mapping, node, Self.asKeysAndValues(Key.record)) else { return nil }
        var entries: [(key: Key, value: NodeID)] = []
        entries.reserveCapacity(tree.count(of: node))
        for (name, value) in tree.entries(of: node) {
            let text = tree.text(of: name)
            if let key = Key(rawValue: text) {
                entries.append((key, value))
            } else if !tree.isRefused(name) {
                reportUnknownKey(text, name, of: Key.self)
            }
        }
        let fields = Fields(node: node, range: tree.range(of: node), entries: entries)
        // A file that ends early misses keys for another reason, which has been reported.
        if tree.isComplete {
            for key in Key.required where fields[key] == nil {
                report(
                    .missingKey,
                    LocalizedText(
                        "\(Key.record.text(in: .english)) needs '\(key.rawValue)'",
                        "\(Key.record.text(in: .chinese))缺少“\(key.rawValue)”"
                    ),
                    at: start(of: node),
                    help: LocalizedText(
                        "add '\(key.rawValue):'; write 'unknown' only where nobody knows",
                        "请补上“\(key.rawValue):”；只有无人知晓时才写“unknown”"
                    )
                )
            }
        }
        return fields
    }

    private mutating func reportUnknownKey<Key: RecordKey>(_ text: String, _ name: NodeID, of _: Key.Type) {
        let range = tree.range(of: name)
        guard hasRoom(at: range) else { return }
        let known = Key.allCases.map(\.rawValue)
        if let near = Spelling.nearest(to: text, among: known).first {
            report(
                .unknownKey,
                LocalizedText(
                    "'\(Self.excerpt(text))' is not a key of \(Key.record.text(in: .english)); did you mean '\(near)'?",
                    "“\(Self.excerpt(text))”不是\(Key.record.text(in: .chinese))的键；是否想写“\(near)”？"
                ),
                at: range,
                help: LocalizedText("write '\(near)'", "请写“\(near)”"),
                fix: Fix(
                    LocalizedText("rename the key", "改正键名"),
                    edits: [TextEdit(range, replacement: near)],
                    isSafe: false
                )
            )
        } else {
            report(
                .unknownKey,
                LocalizedText(
                    "'\(Self.excerpt(text))' is not a key of \(Key.record.text(in: .english))",
                    "“\(Self.excerpt(text))”不是\(Key.record.text(in: .chinese))的键"
                ),
                at: range,
                help: LocalizedText(
                    "its keys are \(known.sorted().joined(separator: ", "))",
                    "可用的键有\(known.sorted().map { "“\($0)”" }.joined())"
                )
            )
        }
    }

    /// The entries of a mapping whose keys are words people choose.
    mutating func words(
        _ node: NodeID,
        _ what: @autoclosure () -> LocalizedText
    ) -> [(key: Located<String>, value: NodeID)] {
        guard expect(.mapping, node, Self.asKeysAndValues(what())) else { return [] }
        var entries: [(key: Located<String>, value: NodeID)] = []
        entries.reserveCapacity(tree.count(of: node))
        for (name, value) in tree.entries(of: node) {
            guard let key = word(name) else { continue }
            entries.append((key, value))
        }
        return entries
    }

    /// One value, or a list of them; an empty list is a finding.
    mutating func oneOrMany<Value>(_ node: NodeID, _ read: (inout Reader, NodeID) -> Value?) -> [Value] {
        guard tree.kind(of: node) == .sequence else { return read(&self, node).map { [$0] } ?? [] }
        if tree.count(of: node) == 0 {
            report(
                .emptyList,
                LocalizedText(
                    "this list is empty, which could mean none or not known",
                    "列表为空，可能表示没有，也可能表示不知道"
                ),
                at: tree.range(of: node),
                help: LocalizedText(
                    "write the values, or 'unknown', or leave the key out",
                    "请写出各值，或者写“unknown”，或者删除该键"
                )
            )
        }
        var values: [Value] = []
        values.reserveCapacity(tree.count(of: node))
        reportRepetitions(in: node)
        for item in tree.items(of: node) {
            if let value = read(&self, item) { values.append(value) }
        }
        return values
    }

    private mutating func reportRepetitions(in list: NodeID) {
        guard tree.mayHaveEqualItems(list) else { return }
        var first: [String: SourceRange] = [:]
        for item in tree.items(of: list) where tree.kind(of: item) == .scalar && !tree.isRefused(item) {
            let (text, range) = (tree.text(of: item), tree.range(of: item))
            guard let earlier = first[text] else {
                first[text] = range
                continue
            }
            report(
                .repeatedWord,
                LocalizedText(
                    "'\(Self.excerpt(text))' stands a second time in this list",
                    "“\(Self.excerpt(text))”在本列表中第二次出现"
                ),
                at: range,
                notes: [Note(LocalizedText("it stands here already", "此处已有"), at: earlier)],
                help: LocalizedText("keep one of the two, or write the one that was meant", "请只保留一个，或者改成本来要写的那一项")
            )
        }
    }

    /// The word `unknown`, or a value.
    mutating func known<Value: Sendable>(
        _ node: NodeID,
        _ read: (inout Reader, NodeID) -> Value?
    ) -> Known<Value>? {
        if isUnknown(node) { return .unknown(at: tree.range(of: node)) }
        return read(&self, node).map { .known($0) }
    }

    /// Whether the word `unknown` stands here.
    func isUnknown(_ node: NodeID) -> Bool {
        tree.kind(of: node) == .scalar && tree.equals(node, "unknown")
    }

    /// Whether the node is of this kind; a finding where it is not.
    mutating func expect(_ kind: Tree.Kind, _ node: NodeID, _ what: @autoclosure () -> LocalizedText) -> Bool {
        if tree.kind(of: node) == kind { return true }
        if !tree.isRefused(node) {
            let (expected, found) = (what(), describe(node))
            report(
                .wrongKind,
                LocalizedText(
                    "expected \(expected.text(in: .english)), found \(found.text(in: .english))",
                    "此处应为\(expected.text(in: .chinese))，实际为\(found.text(in: .chinese))"
                ),
                at: tree.range(of: node)
            )
        }
        return false
    }

    private static func asKeysAndValues(_ what: LocalizedText) -> LocalizedText {
        LocalizedText("\(what.text(in: .english)) written as keys and values", "\(what.text(in: .chinese))（写成键值组）")
    }

    /// What a node is, for a message.
    func describe(_ node: NodeID) -> LocalizedText {
        switch tree.kind(of: node) {
        case .scalar: LocalizedText("'\(excerpt(node))'", "“\(excerpt(node))”")
        case .sequence: LocalizedText("a list", "列表")
        case .mapping: LocalizedText("keys and values", "键值组")
        }
    }

    /// A scalar's text, shortened to what a message can hold.
    func excerpt(_ node: NodeID) -> String {
        Self.excerpt(tree.text(of: node))
    }

    /// A text as a message quotes it.
    static func excerpt(_ text: String) -> String {
        Excerpt(text, atMost: 60).text
    }

    /// The place just at a node's start.
    func start(of node: NodeID) -> SourceRange {
        let range = tree.range(of: node)
        return SourceRange(file: range.file, start: range.start, end: range.start)
    }
}
