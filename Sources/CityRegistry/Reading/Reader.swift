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

    /// Records a finding in English only.
    mutating func report(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange,
        notes: [Note] = [],
        help: String? = nil,
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
        guard expect(.mapping, node, "\(Key.record) written as keys and values") else { return nil }
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
                    "\(Key.record) needs '\(key.rawValue)'",
                    at: start(of: node),
                    help: "add '\(key.rawValue):'; write 'unknown' only where nobody knows"
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
                "'\(Self.excerpt(text))' is not a key of \(Key.record); did you mean '\(near)'?",
                at: range,
                help: "write '\(near)'",
                fix: Fix("rename the key", edits: [TextEdit(range, replacement: near)], isSafe: false)
            )
        } else {
            report(
                .unknownKey,
                "'\(Self.excerpt(text))' is not a key of \(Key.record)",
                at: range,
                help: "its keys are \(known.sorted().joined(separator: ", "))"
            )
        }
    }

    /// The entries of a mapping whose keys are words people choose.
    mutating func words(_ node: NodeID, _ what: String) -> [(key: Located<String>, value: NodeID)] {
        guard expect(.mapping, node, "\(what) written as keys and values") else { return [] }
        var entries: [(key: Located<String>, value: NodeID)] = []
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
                "this list is empty, which could mean none or not known",
                at: tree.range(of: node),
                help: "write the values, or 'unknown', or leave the key out"
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
        guard tree.count(of: list) > 1 else { return }
        var first: [String: SourceRange] = [:]
        for item in tree.items(of: list) where tree.kind(of: item) == .scalar && !tree.isRefused(item) {
            let (text, range) = (tree.text(of: item), tree.range(of: item))
            guard let earlier = first[text] else {
                first[text] = range
                continue
            }
            report(
                .repeatedWord,
                "'\(Self.excerpt(text))' stands a second time in this list",
                at: range,
                notes: [Note("it stands here already", at: earlier)],
                help: "keep one of the two, or write the one that was meant"
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
    mutating func expect(_ kind: Tree.Kind, _ node: NodeID, _ what: String) -> Bool {
        if tree.kind(of: node) == kind { return true }
        if !tree.isRefused(node) {
            report(.wrongKind, "expected \(what), found \(describe(node))", at: tree.range(of: node))
        }
        return false
    }

    /// What a node is, for a message.
    func describe(_ node: NodeID) -> String {
        switch tree.kind(of: node) {
        case .scalar: "'\(excerpt(node))'"
        case .sequence: "a list"
        case .mapping: "keys and values"
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
