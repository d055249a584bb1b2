public import Diagnostics

/// The findings of one file that are reported: the first by place, and how many there are beyond them.
///
/// Whoever collects findings asks ``wants(_:)`` before building a dear one: a file of a hundred thousand slips then costs
/// little more than one of two hundred. What hides a secret is never left out, for it hides it in other findings too.
public struct ShownFindings: Sendable {
    private var open: [Diagnostic] = []
    private var redacted: [Diagnostic] = []
    /// The last place that is shown, once there are too many.
    private var bound: SourceRange?
    private var firstLeftOut: SourceRange?
    private var leftOut = 0

    /// No findings yet.
    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool {
        open.isEmpty && redacted.isEmpty && leftOut == 0
    }

    /// Whether a finding at this place could be among those shown.
    public func wants(_ range: SourceRange) -> Bool {
        bound.map { range <= $0 } ?? true
    }

    /// Adds one, or only counts it if it lies behind those that are shown.
    public mutating func add(_ finding: Diagnostic) {
        if finding.isRedacted { return redacted.append(finding) }
        guard wants(finding.range) else { return leaveOut(1, from: finding.range) }
        open.append(finding)
        if open.count >= 2 * Limits.findings { settle() }
    }

    /// Counts findings that nobody has built.
    public mutating func leaveOut(_ count: Int, from range: SourceRange) {
        guard count > 0 else { return }
        leftOut += count
        firstLeftOut = firstLeftOut.map { min($0, range) } ?? range
    }

    /// Adds those of another part of the work on the same file.
    public mutating func add(_ other: ShownFindings) {
        for finding in other.open + other.redacted { add(finding) }
        if let range = other.firstLeftOut { leaveOut(other.leftOut, from: range) }
    }

    /// Them all in the order of reading, each once; the last one says how many are left out, if any are.
    public var list: [Diagnostic] {
        var settled = self
        settled.settle()
        var shown = (settled.open + Set(settled.redacted)).sorted()
        if let range = settled.firstLeftOut, let last = shown.last {
            shown.append(.tooManyFindings(leavingOut: settled.leftOut, at: max(range, last.range)))
        }
        return shown
    }

    private mutating func settle() {
        let sorted = Set(open).sorted()
        open = Array(sorted.prefix(Limits.findings))
        guard let next = sorted.dropFirst(Limits.findings).first else { return }
        bound = open.last?.range
        leaveOut(sorted.count - open.count, from: next.range)
    }
}
