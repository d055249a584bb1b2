public import Diagnostics
import Vocabulary

/// What became of a registry whose findings were mended by their own fixes.
///
/// Fixes are made in rounds, for one may bring another to light. No fix is kept that gives any file more errors than it
/// had, so a valid file stays valid.
public struct Mending: Sendable {
    /// Which fixes are made.
    public enum Extent: String, CaseIterable, Sendable {
        /// Those that keep the meaning the author can only have had.
        case safe
        /// All of them; what they did is then to be looked at.
        case all

        fileprivate func allows(_ fix: Fix) -> Bool { self == .all || fix.isSafe }
    }

    /// The files afterwards.
    public let catalog: SourceCatalog
    /// What is found in them, those findings that a comment lets stand among it.
    public let findings: [Diagnostic]
    /// How many findings were mended in each file that changed, by path.
    public let mended: [String: Int]
    /// How many fixes were left alone because a file would have had more errors than before.
    public let refused: Int

    /// How often it is judged again at the most: once for each fix that is made alone, and some more.
    private static func rounds(for findings: [Diagnostic]) -> Int { min(256, 16 + findings.count) }

    /// Mends what `judge` finds in the files that `mayChange`.
    public init(
        _ catalog: SourceCatalog,
        extent: Extent,
        mayChange: (_ path: String) -> Bool = { _ in true },
        judge: (SourceCatalog) -> [Diagnostic]
    ) {
        var state = State(catalog: catalog, findings: judge(catalog))
        var mended: [String: Int] = [:]
        var refused: Set<Refused> = []
        // Two fixes that undo each other would go on for ever: no text of the files is come back to.
        var texts: Set<[[UInt8]]> = [state.text]
        for _ in 0..<Self.rounds(for: state.findings) {
            let fixes = state.fixes(extent: extent, without: refused, mayChange: mayChange)
            guard !fixes.isEmpty else { break }
            if let round = state.applying(fixes, judge: judge), !texts.contains(round.text),
                round.hasNoMoreErrors(than: state, less: fixes)
            {
                for fix in fixes { mended[fix.path, default: 0] += 1 }
                state = round
                texts.insert(round.text)
                continue
            }
            // One of them does harm: the first that does not is made alone, those before it are given up.
            var isAnyMade = false
            for fix in fixes {
                guard let alone = state.applying([fix], judge: judge), !texts.contains(alone.text),
                    alone.hasNoMoreErrors(than: state)
                else {
                    refused.insert(fix.refused)
                    continue
                }
                mended[fix.path, default: 0] += 1
                state = alone
                texts.insert(alone.text)
                isAnyMade = true
                break
            }
            guard isAnyMade else { break }
        }
        self.catalog = state.catalog
        self.findings = state.findings
        self.mended = mended
        self.refused = refused.count
    }

    /// The files that are not what they were.
    public func changes(from original: SourceCatalog) -> [(before: SourceFile, after: SourceFile)] {
        zip(original.files, catalog.files).filter { $0.bytes != $1.bytes }.map { (before: $0, after: $1) }
    }
}

/// A fix that would do harm, remembered by what it writes where, whatever moves around it.
private struct Refused: Hashable {
    let rule: RuleID
    let path: String
    let replacements: [String]
    let message: String
}

/// The fix of one finding.
private struct FoundFix {
    let path: String
    let edits: [TextEdit]
    let isOfError: Bool
    let refused: Refused

    func collides(with other: FoundFix) -> Bool {
        edits.contains { edit in other.edits.contains { AppliedEdits.collide(edit.range, $0.range) } }
    }
}

/// The files as they are after some fixes, and what is found in them.
private struct State {
    let catalog: SourceCatalog
    let findings: [Diagnostic]

    /// The fixes that can be made in one go, in order of place.
    func fixes(
        extent: Mending.Extent,
        without refused: Set<Refused>,
        mayChange: (String) -> Bool
    ) -> [FoundFix] {
        var taken: [FoundFix] = []
        for finding in findings where finding.suppression == nil && !finding.isRedacted {
            guard let fix = finding.fix, extent.allows(fix), let file = fix.edits.first?.range.file,
                fix.edits.allSatisfy({ $0.range.file == file }), mayChange(catalog[file].path)
            else { continue }
            let path = catalog[file].path
            let found = FoundFix(
                path: path,
                edits: fix.edits,
                isOfError: [finding].hasErrors,
                refused: Refused(
                    rule: finding.rule,
                    path: path,
                    replacements: fix.edits.map(\.replacement),
                    message: finding.message.text(in: .english)
                )
            )
            guard !refused.contains(found.refused), !taken.contains(where: found.collides) else { continue }
            taken.append(found)
        }
        return taken
    }

    /// The files after fixes that collide nowhere; nothing where they cannot be made.
    func applying(_ fixes: [FoundFix], judge: (SourceCatalog) -> [Diagnostic]) -> State? {
        var catalog = catalog
        for (file, edits) in Dictionary(grouping: fixes.flatMap(\.edits), by: \.range.file) {
            let original = self.catalog[file]
            guard let applied = try? AppliedEdits(edits, of: file, byteCount: original.bytes.count),
                let next = catalog.replacing(
                    SourceFile(path: original.path, bytes: applied.bytes(from: original.bytes))
                )
            else { return nil }
            catalog = next.catalog
        }
        return State(catalog: catalog, findings: judge(catalog))
    }

    /// Whether no file has more errors than in another state, less those that some fixes were for.
    ///
    /// So no fix hides behind another what it breaks.
    func hasNoMoreErrors(than other: State, less fixes: [FoundFix] = []) -> Bool {
        let before = other.errorCounts
        let mended = fixes.filter(\.isOfError).reduce(into: [FileID: Int]()) { counts, fix in
            if let file = fix.edits.first?.range.file { counts[file, default: 0] += 1 }
        }
        return errorCounts.allSatisfy { $0.value <= (before[$0.key] ?? 0) - (mended[$0.key] ?? 0) }
    }

    /// The bytes of all files.
    var text: [[UInt8]] { catalog.files.map(\.bytes) }

    private var errorCounts: [FileID: Int] {
        findings.reduce(into: [:]) { counts, finding in
            if [finding].hasErrors { counts[finding.range.file, default: 0] += 1 }
        }
    }
}
