public import CivilTime
public import Diagnostics
import SourceTree
import Vocabulary

/// What the comments of a registry let stand.
///
/// A comment at the end of a line is about the findings in that line. A comment that has its line for itself is about the
/// next line that says anything, and about its own, where findings about a file as a whole may lie. Whether a registry is
/// valid depends on its bytes, so here every exception holds; ``judged(_:on:)`` is for those who name a day.
public struct Suppressions: Sendable {
    private var allowances: [Allowance] = []
    private var faults: [Diagnostic] = []
    private let asked: AskedRules

    /// Reads the comments of a registry; where a rule was not asked, no exception from it is called useless.
    init(by instructions: [Instruction], in catalog: SourceCatalog, asked: AskedRules) {
        self.asked = asked
        var lines: [FileID: LineIndex] = [:]
        for instruction in instructions {
            let file = instruction.range.file
            let index = lines[file] ?? LineIndex(catalog[file].bytes)
            lines[file] = index
            switch Allowance.read(instruction, in: catalog, index) {
            case .success(let allowance): allowances.append(allowance)
            case .failure(let fault): faults.append(fault.finding)
            }
        }
    }

    /// Findings with those marked that may stand, and with what is wrong with the comments themselves.
    func applied(to findings: [Diagnostic]) -> [Diagnostic] {
        guard !allowances.isEmpty || !faults.isEmpty else { return findings }
        var used: Set<SourceRange> = []
        let marked = findings.map { finding in
            guard let allowance = allowances.first(where: { $0.covers(finding) }) else { return finding }
            used.insert(allowance.suppression.range)
            return finding.suppressed(by: allowance.suppression)
        }
        // Where something could not be read, or there is too much to show, a finding may only not have been made.
        let full = Set(findings.filter { $0.rule == "too-many-findings" }.map(\.range.file))
        let unused = allowances.filter { allowance in
            let range = allowance.suppression.range
            return asked.includes(allowance.rule, in: range.file) && !full.contains(range.file) && !used.contains(range)
        }
        return (marked + faults + unused.map { .unusedSuppression($0.suppression, of: $0.rule) }).sorted()
    }

    /// Findings as they are on a day: an exception that has run out no longer holds, and is a finding itself.
    public static func judged(_ findings: [Diagnostic], on day: CivilDate) -> [Diagnostic] {
        var expired: Set<Diagnostic> = []
        let judged = findings.map { finding in
            guard let suppression = finding.suppression, suppression.until <= day else { return finding }
            expired.insert(.expiredSuppression(suppression, of: finding.rule))
            return finding.suppressed(by: nil)
        }
        return (judged + expired).sorted()
    }
}

/// The rules of the comments that let findings stand, in the order of `visafee rules`.
public enum SuppressionRules {
    /// All of them.
    public static let all: [Rule] = [
        .malformedSuppression, .suppressionWithoutReason, .unknownSuppressedRule, .forbiddenSuppression,
        .unusedSuppression, .expiredSuppression,
    ]
}
