internal import Diagnostics

/// The findings of one file so far; keeps no more than anybody would read.
struct Findings {
    let file: FileID
    private(set) var list: [Diagnostic] = []
    /// Where the first finding beyond the limit lies.
    private(set) var firstLeftOut: SourceRange?
    private(set) var leftOut = 0

    init(in file: FileID) {
        self.file = file
    }

    /// Adds a finding, built only if there is room for it.
    mutating func report(at start: Int, _ end: Int, _ finding: (SourceRange) -> Diagnostic) {
        let range = range(start, end)
        if list.count < Limits.findings {
            list.append(finding(range))
        } else {
            leftOut += 1
            firstLeftOut = firstLeftOut ?? range
        }
    }

    /// Takes back what was reported of a rule at a place.
    mutating func withdraw(_ rule: Rule, at start: Int) {
        list.removeAll { $0.rule == rule.id && $0.range.start == UInt32(truncatingIfNeeded: start) }
    }

    /// A range of this file.
    func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(
            file: file,
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end)
        )
    }

    /// These findings and others of the same file, as far as they are shown.
    func merged(with other: Findings) -> ShownFindings {
        var shown = ShownFindings()
        for part in [self, other] {
            for finding in part.list { shown.add(finding) }
            if let range = part.firstLeftOut { shown.leaveOut(part.leftOut, from: range) }
        }
        return shown
    }
}
