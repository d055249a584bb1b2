import Diagnostics

/// Mends what findings complain about.
struct CodeAction: Sendable {
    /// The finding it mends; nothing where it mends several.
    let finding: Diagnostic?
    /// The edits, not overlapping.
    let edits: [TextEdit]

    /// The fixes of the findings that touch a range.
    static func quickFixes(_ findings: [Diagnostic], touching range: SourceRange) -> [CodeAction] {
        findings.compactMap { finding in
            guard let fix = finding.fix, finding.range.file == range.file, finding.range.start <= range.end,
                range.start <= finding.range.end
            else { return nil }
            return CodeAction(finding: finding, edits: fix.edits)
        }
    }

    /// All safe fixes of a file at once; of two that overlap the first is taken.
    static func allSafeFixes(_ findings: [Diagnostic], of file: FileID) -> CodeAction? {
        var taken: [TextEdit] = []
        for finding in findings where finding.range.file == file {
            guard let fix = finding.fix, fix.isSafe, fix.edits.allSatisfy({ $0.range.file == file }) else { continue }
            let isFree = fix.edits.allSatisfy { edit in
                taken.allSatisfy { $0.range.end <= edit.range.start && $0 != edit || edit.range.end <= $0.range.start }
            }
            if isFree { taken += fix.edits }
        }
        return taken.isEmpty ? nil : CodeAction(finding: nil, edits: taken)
    }
}
