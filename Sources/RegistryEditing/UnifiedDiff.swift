public import Diagnostics

/// The difference between two texts of a file in the unified format, which `patch` and `git apply` take.
public struct UnifiedDiff: Sendable {
    /// The lines of the difference, each with its end; empty where the texts are equal.
    public let bytes: [UInt8]

    /// How many unchanged lines stand around a change.
    private static let context = 3

    /// What makes `after` out of `before`.
    public init(from before: SourceFile, to after: SourceFile) {
        let (old, new) = (Self.lines(of: before.bytes), Self.lines(of: after.bytes))
        let steps = Self.steps(from: old, to: new)
        let hunks = Self.hunks(of: steps)
        guard !hunks.isEmpty else {
            bytes = []
            return
        }
        var text = Array("--- a/\(Self.relative(before.path))\n+++ b/\(Self.relative(after.path))\n".utf8)
        for hunk in hunks {
            let part = steps[hunk]
            text += Self.header(of: part).utf8
            for step in part { text += step.bytes }
        }
        bytes = text
    }

    /// One line of the texts: kept, taken away or added.
    private struct Step {
        enum Kind: UInt8 {
            case kept = 0x20
            case removed = 0x2D
            case added = 0x2B
        }
        let kind: Kind
        let line: ArraySlice<UInt8>
        /// The number of the line in each text, from 1; of the line that would follow where it is in one only.
        let old: Int
        let new: Int

        var bytes: [UInt8] {
            let text = [kind.rawValue] + line
            return line.last == 0x0A ? text : text + Array("\n\\ No newline at end of file\n".utf8)
        }
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    private static func steps(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Step] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var steps: [Step] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                steps.append(Step(kind: .removed, line: old[left], old: left + 1, new: right + 1))
                left += 1
            } else if right < new.count, added.contains(right) {
                steps.append(Step(kind: .added, line: new[right], old: left + 1, new: right + 1))
                right += 1
            } else {
                steps.append(Step(kind: .kept, line: old[left], old: left + 1, new: right + 1))
                left += 1
                right += 1
            }
        }
        return steps
    }

    /// The stretches with a change, with the lines around them; those that would touch are one.
    private static func hunks(of steps: [Step]) -> [Range<Int>] {
        steps.indices.reduce(into: []) { hunks, index in
            guard steps[index].kind != .kept else { return }
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
    }

    private static func header(of part: ArraySlice<Step>) -> String {
        guard let first = part.first else { return "" }
        let removed = part.count { $0.kind != .added }
        let added = part.count { $0.kind != .removed }
        // A side without lines names the line before it.
        return "@@ -\(removed == 0 ? first.old - 1 : first.old),\(removed)"
            + " +\(added == 0 ? first.new - 1 : first.new),\(added) @@\n"
    }

    private static func relative(_ path: String) -> Substring {
        path.drop { $0 == "/" }
    }
}
