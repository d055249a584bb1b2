public import Diagnostics
import SourceTree

/// A registry file in its usual form: two blanks a level, one blank after colons and commas, double quotes, no blanks at the
/// ends of lines, never two empty lines in a row, one line end at the end.
///
/// Where a comment stands beside a value is left to people, as long as two blanks part them. What a file says cannot change:
/// the new text is read again, and refused where one value, key or comment is not what it was.
public struct Formatting: Sendable {
    /// The file in its usual form.
    public let file: SourceFile

    /// Formats a file; throws where it is no YAML that can be read without an error, or would say something else.
    public init(_ source: SourceFile) throws(EditRefusal) {
        var file = source
        // Comments may move with the lines they belong to only in a second look.
        for _ in 0..<Self.mostLooks {
            let next = try Self.formatted(file)
            if next.bytes == file.bytes {
                self.file = file
                return
            }
            file = next
        }
        throw EditRefusal(
            "\(source.path) finds no usual form: write it more plainly",
            "\(source.path) 无法整理成统一格式：请改用更简单的写法"
        )
    }

    private static let mostLooks = 8

    private static func formatted(_ file: SourceFile) throws(EditRefusal) -> SourceFile {
        let id = FileID(index: 0)
        let (tree, findings) = Tree.read(file, as: id)
        guard tree.isComplete, !findings.hasErrors else {
            throw EditRefusal(
                "\(file.path) cannot be read without an error: see 'visafee validate \(file.path)'",
                "\(file.path) 读取时有错误：请先运行“visafee validate \(file.path)”"
            )
        }
        var layout = Layout(file, tree)
        let edits = layout.edits()
        guard let applied = try? AppliedEdits(edits, of: id, byteCount: file.bytes.count) else {
            throw EditRefusal(
                "two changes to the form of \(file.path) overlap: write it more plainly",
                "对 \(file.path) 的两处格式修改互相重叠：请改用更简单的写法"
            )
        }
        let next = SourceFile(path: file.path, bytes: applied.bytes(from: file.bytes))
        let (again, faults) = Tree.read(next, as: id)
        guard again.isComplete, !faults.hasErrors, tree.saysTheSame(as: again),
            Comments.words(in: file) == Comments.words(in: next)
        else {
            throw EditRefusal(
                "\(file.path) would say something else in its usual form, and stays as it is",
                "\(file.path) 整理格式后意思会改变，因此保持原样"
            )
        }
        return next
    }
}

extension Tree {
    /// Whether two trees hold the same values in the same order, each read as the same kind of thing.
    func saysTheSame(as other: Tree) -> Bool {
        guard let root, let otherRoot = other.root else { return root == nil && other.root == nil }
        return isSame(root, otherRoot, in: other)
    }

    private func isSame(_ node: NodeID, _ its: NodeID, in other: Tree) -> Bool {
        guard kind(of: node) == other.kind(of: its), count(of: node) == other.count(of: its) else { return false }
        switch kind(of: node) {
        case .scalar:
            return text(of: node) == other.text(of: its) && form(of: node) == other.form(of: its)
                && isPlain(node) == other.isPlain(its)
        case .sequence:
            return zip(items(of: node), other.items(of: its)).allSatisfy { isSame($0, $1, in: other) }
        case .mapping:
            return zip(entries(of: node), other.entries(of: its)).allSatisfy { entry, its in
                isSame(entry.key, its.key, in: other) && isSame(entry.value, its.value, in: other)
            }
        }
    }
}

extension Comments {
    /// The comments without the sign they begin with and the blanks around what they say.
    static func words(in source: SourceFile) -> [Substring] {
        texts(in: source).map { $0.drop { $0 == "#" || $0 == " " || $0 == "\t" } }
    }
}
