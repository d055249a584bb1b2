import CanonicalJSON
import CityRegistry
import Diagnostics
import RegistryRules
import SourceTree
import Vocabulary

/// What may be written at a place: keys of the record around it, words of closed lists, names of what there is.
///
/// A file in which somebody is typing is seldom whole. So the word at the cursor is replaced by one that reads as a key, and
/// then by one that reads as a value, and whichever of the two the reader of YAML understands there is completed.
struct Completion: Sendable {
    /// One thing that may be written.
    struct Item: Hashable, Sendable {
        let label: String
        let detail: String?
        let kind: Kind
        /// What is written.
        let text: String
        /// Whether it is offered before the others.
        let isFirst: Bool
    }

    /// What an item is, by the protocol's numbers for its icon.
    enum Kind: Int64, Sendable {
        case key = 10
        case word = 12
        case choice = 20
        case reference = 18
    }

    private let view: FileView
    private let language: Language

    init(_ view: FileView, language: Language) {
        self.view = view
        self.language = language
    }

    /// What may be written at a byte, and the bytes it stands in for.
    func answer(at offset: Int) -> (items: [Item], range: Range<Int>) {
        let bytes = view.text.bytes
        var start = offset
        while start > 0, bytes[start - 1].isOfWord { start -= 1 }
        var end = offset
        while end < bytes.count, bytes[end].isOfWord { end += 1 }
        let isQuoted = start > 0 && bytes[start - 1] == UInt8(ascii: "\"")
        if isQuoted {
            start -= 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "\"") { end += 1 }
        }
        let range = start..<end
        let keys = isQuoted ? [] : keyItems(range)
        return (Self.distinct(keys + valueItems(range, isQuoted: isQuoted)), range)
    }

    private static func distinct(_ items: [Item]) -> [Item] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0.label).inserted }
    }

    /// The file with the word at the cursor replaced, and what stands there then.
    private func place(_ range: Range<Int>, _ replacement: String, as role: FilePlace.Role) -> (FileView, FilePlace)? {
        let text = view.text.replacing(range, with: replacement)
        let changed = FileView(view.session, view.file, text)
        guard let place = changed.place(at: range.lowerBound), place.role == role,
            Int(changed.tree.range(of: place.node).start) == range.lowerBound
        else { return nil }
        return (changed, place)
    }

    // MARK: Keys

    private func keyItems(_ range: Range<Int>) -> [Item] {
        let isFollowedByColon = view.text.bytes[range.upperBound...].first == UInt8(ascii: ":")
        let replacement = isFollowedByColon ? Self.placeholder : "\(Self.placeholder): \(Self.placeholder)"
        guard let (view, place) = place(range, replacement, as: .key), let around = place.ancestors.last else {
            return []
        }
        let ending = isFollowedByColon ? "" : ": "
        let there = Set(view.tree.entries(of: around.node).map { view.tree.text(of: $0.key) })
        var items: [Item] = []
        for form in place.forms {
            switch form {
            case .record(let keys):
                for key in RecordShape(keys).keys where !there.contains(key.name) {
                    let detail = key.form.words.text(in: language)
                    items.append(
                        Item(
                            label: key.name,
                            detail: detail,
                            kind: .key,
                            text: key.name + ending,
                            isFirst: key.isRequired
                        )
                    )
                }
            case .question where !there.contains("only"):
                items.append(Item(label: "only", detail: nil, kind: .key, text: "only" + ending, isFirst: false))
            case .timeline:
                guard !there.contains("undated") else { continue }
                items.append(Item(label: "undated", detail: nil, kind: .key, text: "undated" + ending, isFirst: true))
            default: break
            }
        }
        for kind in place.kinds(in: view.kind, view.tree) {
            items += view.lexicon.words(of: kind).filter { !there.contains($0.text) }.map { word in
                Item(
                    label: word.text,
                    detail: word.name?.text(in: language),
                    kind: .reference,
                    text: word.text + ending,
                    isFirst: true
                )
            }
        }
        return items
    }

    // MARK: Values

    private func valueItems(_ range: Range<Int>, isQuoted: Bool) -> [Item] {
        let replacement = isQuoted ? "\"\(Self.placeholder)\"" : Self.placeholder
        guard let (view, place) = place(range, replacement, as: .value) else { return [] }
        let others = neighbours(of: place, in: view.tree)
        var items: [Item] = []
        let kinds = place.kinds(in: view.kind, view.tree)
        for kind in kinds {
            items += view.lexicon.words(of: kind).map { word in
                let isCode = kind == .division
                return Item(
                    label: word.text,
                    detail: word.name?.text(in: language),
                    kind: .reference,
                    text: isCode || isQuoted ? "\"\(word.text)\"" : word.text,
                    isFirst: kind != .nationality
                )
            }
        }
        for form in place.forms {
            switch form {
            case .choice(let words):
                items += words.map { word in
                    Item(label: word, detail: nil, kind: .choice, text: isQuoted ? "\"\(word)\"" : word, isFirst: true)
                }
            case .nationality where kinds.isEmpty:
                items += view.lexicon.words(of: .nationality).map { word in
                    Item(
                        label: word.text,
                        detail: word.name?.text(in: language),
                        kind: .reference,
                        text: word.text,
                        isFirst: false
                    )
                }
            default: break
            }
        }
        return items.filter { !others.contains($0.label) }
    }

    /// The other items of the list that a place stands in: nothing stands twice in one.
    private func neighbours(of place: FilePlace, in tree: Tree) -> Set<String> {
        guard let around = place.ancestors.last, tree.kind(of: around.node) == .sequence else { return [] }
        return Set(tree.items(of: around.node).filter { $0 != place.node }.map { tree.text(of: $0) })
    }

    private static let placeholder = "zz"
}

extension Completion.Item {
    /// As the protocol writes it.
    func json(replacing range: JSONValue) -> JSONValue {
        var item: JSONObject = [
            "filterText": .string(([text] + [detail].compactMap(\.self)).joined(separator: " ")),
            "kind": .integer(kind.rawValue),
            "label": .string(label),
            "sortText": .string((isFirst ? "0" : "1") + label),
            "textEdit": ["newText": .string(text), "range": range],
        ]
        if let detail { item["detail"] = .string(detail) }
        return .object(item)
    }
}

extension UInt8 {
    /// Whether a word or a code may hold it.
    fileprivate var isOfWord: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
