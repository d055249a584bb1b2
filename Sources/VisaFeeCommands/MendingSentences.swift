import Diagnostics
import RegistryEditing

/// What is said after findings were mended: how many, where, and what else could be done.
struct MendingSentences {
    /// The sentences, a line each.
    let text: String

    /// Says what came of mending.
    init(_ mending: Mending, isWritten: Bool, extent: Mending.Extent) {
        let count = mending.mended.values.reduce(0, +)
        let files = mending.mended.keys.sorted()
        var lines: [String] = []
        if count == 0 {
            lines.append("nothing to mend")
        } else {
            let place = files.count == 1 ? files[0] : "\(files.count) files"
            lines.append("\(isWritten ? "mended" : "would mend") \(Self.findings(count)) in \(place)")
        }
        if mending.refused > 0 {
            lines.append("left \(Self.fixes(mending.refused)) alone: a file would have more errors than before")
        }
        let left = mending.findings.filter { $0.fix != nil && $0.suppression == nil && !$0.isRedacted }.count
        if extent == .safe, left > 0 {
            lines.append("\(Self.findings(left)) more can be mended with --fix=all; look at the result then")
        }
        text = lines.joined(separator: "\n")
    }

    private static func findings(_ count: Int) -> String { "\(count) \(count == 1 ? "finding" : "findings")" }

    private static func fixes(_ count: Int) -> String { "\(count) \(count == 1 ? "fix" : "fixes")" }
}
