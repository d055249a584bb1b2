import Diagnostics
public import SourceTree

/// A value or a key in a registry file, and what the registry's forms say of its place.
///
/// Found by walking the file's tree along the forms, so it works in a file that is full of findings, too.
public struct FilePlace: Sendable {
    /// What stands there.
    public enum Role: Sendable {
        /// A key of a group.
        case key
        /// A value, a list or a group.
        case value
    }

    /// One node on the way from the root to the place.
    public struct Ancestor: Sendable {
        /// The group or list.
        public let node: NodeID
        /// The keys that lead to it; lists and dates of timelines add none.
        public let path: [String]
    }

    /// What stands there.
    public let role: Role
    /// The key's or the value's node.
    public let node: NodeID
    /// The keys that lead to it; for a key, those that lead to the group it stands in.
    ///
    /// Lists and dates of timelines add none.
    public let path: [String]
    /// What may stand there; for a key, what the group around it may be.
    public let forms: [Form]
    /// The groups and lists around it, the outermost first.
    public let ancestors: [Ancestor]
}

extension RegistryFile {
    /// The schema of this kind of file.
    public var schema: RegistrySchema {
        switch self {
        case .settings: .registry
        case .calendar: .calendar
        case .schedule: .fees
        case .city: .city
        }
    }
}

extension RegistrySchema {
    /// The innermost key or value that holds a byte of a file, or begins or ends there; nothing between the entries of a
    /// group.
    public func place(at offset: UInt32, in tree: Tree) -> FilePlace? {
        guard let root = tree.root else { return nil }
        var place = FilePlace(role: .value, node: root, path: [], forms: form.alternatives(root, tree), ancestors: [])
        while let inner = place.inner(at: offset, in: tree) {
            place = inner
            if inner.role == .key { break }
        }
        return tree.touches(place.node, offset) ? place : nil
    }
}

extension FilePlace {
    /// The entry or the item at a byte, where this is a group or a list.
    fileprivate func inner(at offset: UInt32, in tree: Tree) -> FilePlace? {
        let around = ancestors + [Ancestor(node: node, path: path)]
        switch tree.kind(of: node) {
        case .scalar: return nil
        case .sequence:
            guard let item = tree.items(of: node).first(where: { tree.touches($0, offset) }) else { return nil }
            let forms = forms.flatMap { $0.itemForms(item, tree) }
            return FilePlace(role: .value, node: item, path: path, forms: forms, ancestors: around)
        case .mapping:
            let isTimeline = forms.contains { if case .timeline = $0 { true } else { false } }
            for (key, value) in tree.entries(of: node) {
                if tree.touches(key, offset) {
                    return FilePlace(role: .key, node: key, path: path, forms: forms, ancestors: around)
                }
                guard tree.touches(value, offset) else { continue }
                let name = tree.text(of: key)
                let inner = forms.flatMap { $0.entryForms(name, value, tree) }
                let path = isTimeline ? path : path + [name]
                return FilePlace(role: .value, node: value, path: path, forms: inner, ancestors: around)
            }
            return nil
        }
    }
}

extension Form {
    /// What may stand below a question in conditions.
    static func answers(to question: String) -> Form {
        .oneOrMany(question == Rate.nationalityQuestion ? .either([.word, .nationality]) : .word)
    }

    /// Everything this form lets stand at a node, by what the node is: with `unknown`, one of many and one without dates
    /// resolved.
    fileprivate func alternatives(_ node: NodeID, _ tree: Tree) -> [Form] {
        switch self {
        case .known(let form): [.choice(["unknown"])] + form.alternatives(node, tree)
        case .either(let forms): forms.flatMap { $0.alternatives(node, tree) }
        case .localized: [.record(TextKey.self)]
        case .oneOrMany(let form): tree.kind(of: node) == .sequence ? [.list(form)] : form.alternatives(node, tree)
        case .timeline(let form): tree.isTimeline(node) ? [self] : form.alternatives(node, tree)
        default: [self]
        }
    }

    /// What may stand below a key of a group of this form.
    fileprivate func entryForms(_ key: String, _ value: NodeID, _ tree: Tree) -> [Form] {
        switch self {
        case .record(let keys): RecordShape(keys)[key]?.form.alternatives(value, tree) ?? []
        case .map(let form, _), .timeline(let form): form.alternatives(value, tree)
        case .conditions: Form.answers(to: key).alternatives(value, tree)
        case .question: key == "only" ? [.conditions] : [.record(AnswerKey.self)]
        default: []
        }
    }

    /// What may stand in a list of this form.
    fileprivate func itemForms(_ item: NodeID, _ tree: Tree) -> [Form] {
        if case .list(let form) = self { form.alternatives(item, tree) } else { [] }
    }
}

extension Tree {
    /// Whether a node holds a byte, or begins or ends there.
    fileprivate func touches(_ node: NodeID, _ offset: UInt32) -> Bool {
        let range = range(of: node)
        return range.start <= offset && offset <= range.end
    }

    /// Whether the node is written as a timeline: its first key is `undated` or looks like a date.
    func isTimeline(_ node: NodeID) -> Bool {
        guard kind(of: node) == .mapping else { return false }
        for (name, _) in entries(of: node) {
            return kind(of: name) == .scalar
                && (equals(name, "undated") || withUTF8(of: name) { Self.looksLikeDate($0) })
        }
        return false
    }

    private static func looksLikeDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 8 && bytes[4] == UInt8(ascii: "-")
            && bytes.prefix(4).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
