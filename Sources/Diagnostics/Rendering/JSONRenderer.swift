import CanonicalJSON
import Vocabulary

/// Writes one JSON document for programs: every finding with its places, its remarks and its fix.
///
/// Lines and columns count from 1, columns in Unicode scalars; bytes count from 0, ends are exclusive. Every key is always
/// there; what a finding does not have is `null` or empty. A fix without edits cannot be applied by a program. Findings
/// that a comment allows to stand have a list of their own. ``schema`` describes the document of a run.
public struct JSONRenderer: Sendable {
    /// The version of the documents; it rises when a key changes its meaning or goes away.
    public static let formatVersion = 1

    /// The JSON Schema of a run's document, as `visafee schema findings` prints it.
    public static var schema: String { String(decoding: PackageResources.findings_schema_json, as: UTF8.self) }

    /// The only way to write it.
    public init() {}

    /// The findings of a run and how many there are.
    public func render(_ report: Report) -> String {
        let document: JSONValue = [
            "formatVersion": .integer(Int64(Self.formatVersion)),
            "language": .string(report.language.rawValue),
            "findings": .array(report.diagnostics.map { .object(Self.finding($0, in: report)) }),
            "suppressed": .array(report.suppressed.map { Self.suppressed($0, in: report) }),
            "tally": Self.tally(report.tally),
        ]
        return document.pretty + "\n"
    }

    /// What all rules say, in order of their names.
    public func render(_ rules: [Rule]) -> String {
        let document: JSONValue = [
            "formatVersion": .integer(Int64(Self.formatVersion)),
            "rules": .array(rules.sorted { $0.id < $1.id }.map(Self.rule)),
        ]
        return document.pretty + "\n"
    }

    private static func suppressed(_ diagnostic: Diagnostic, in report: Report) -> JSONValue {
        var finding = Self.finding(diagnostic, in: report)
        finding["suppression"] = diagnostic.suppression.map { suppression in
            [
                "file": .string(report.catalog[suppression.range.file].path),
                "range": range(suppression.range, in: report),
                "reason": .string(report.redactions.scrub(suppression.reason)),
                "until": .string("\(suppression.until)"),
            ]
        }
        return .object(finding)
    }

    private static func finding(_ diagnostic: Diagnostic, in report: Report) -> JSONObject {
        [
            "rule": .string(diagnostic.rule.rawValue),
            "severity": .string(diagnostic.severity.rawValue),
            "message": .string(report.scrubbed(diagnostic.message)),
            "file": .string(report.catalog[diagnostic.range.file].path),
            "range": range(diagnostic.range, in: report),
            "isRedacted": .bool(diagnostic.isRedacted),
            "notes": .array(diagnostic.notes.map { note($0, in: report) }),
            "help": diagnostic.help.map { .string(report.scrubbed($0)) } ?? .null,
            "fix": diagnostic.fix.map { fix($0, in: report) } ?? .null,
            "comparison": diagnostic.isRedacted
                ? .null : diagnostic.comparison.map { comparison($0, in: report) } ?? .null,
        ]
    }

    private static func comparison(_ comparison: Comparison, in report: Report) -> JSONValue {
        [
            "found": term(comparison.found, in: report),
            "relation": .string(comparison.relation.rawValue),
            "expected": term(comparison.expected, in: report),
        ]
    }

    private static func term(_ term: Comparison.Term, in report: Report) -> JSONValue {
        ["expression": .string(term.expression), "value": .string(report.scrubbed(term.value))]
    }

    private static func note(_ note: Note, in report: Report) -> JSONValue {
        [
            "message": .string(report.scrubbed(note.message)),
            "file": note.range.map { .string(report.catalog[$0.file].path) } ?? .null,
            "range": note.range.map { range($0, in: report) } ?? .null,
        ]
    }

    /// A fix; one that touches a private text loses its edits, because a replacement may hold that text in any spelling.
    private static func fix(_ fix: Fix, in report: Report) -> JSONValue {
        let edits = fix.edits.contains { report.redactions.touch($0) } ? [] : fix.edits
        return [
            "title": .string(report.scrubbed(fix.title)),
            "isSafe": .bool(fix.isSafe),
            "edits": .array(
                edits.map { edit in
                    [
                        "file": .string(report.catalog[edit.range.file].path),
                        "range": range(edit.range, in: report),
                        "replacement": .string(edit.replacement),
                    ]
                }
            ),
        ]
    }

    private static func range(_ range: SourceRange, in report: Report) -> JSONValue {
        let size = report.catalog[range.file].bytes.count
        return [
            "start": position(report.position(of: range), byte: min(Int(range.start), size)),
            "end": position(report.endPosition(of: range), byte: min(Int(range.end), size)),
        ]
    }

    private static func position(_ position: SourcePosition, byte: Int) -> JSONValue {
        [
            "line": .integer(Int64(position.line)),
            "column": .integer(Int64(position.column)),
            "byte": .integer(Int64(byte)),
        ]
    }

    private static func tally(_ tally: Tally) -> JSONValue {
        [
            "errors": .integer(Int64(tally.errors)),
            "warnings": .integer(Int64(tally.warnings)),
            "advice": .integer(Int64(tally.advice)),
            "suppressed": .integer(Int64(tally.suppressed)),
            "firstExpiry": tally.firstExpiry.map { .string("\($0)") } ?? .null,
            "filesWithFindings": .integer(Int64(tally.filesWithFindings)),
            "files": .integer(Int64(tally.files)),
        ]
    }

    private static func rule(_ rule: Rule) -> JSONValue {
        [
            "id": .string(rule.id.rawValue),
            "severity": .string(rule.severity.rawValue),
            "isSuppressible": .bool(rule.isSuppressible),
            "summary": text(rule.summary),
            "why": text(rule.why),
            "remedy": text(rule.remedy),
            "rejected": .array(rule.rejected.map(example)),
            "accepted": .array(rule.accepted.map(example)),
        ]
    }

    private static func text(_ text: LocalizedText) -> JSONValue {
        .object(JSONObject(Language.allCases.map { ($0.rawValue, text[$0].map(JSONValue.string) ?? .null) }))
    }

    private static func example(_ example: RuleExample) -> JSONValue {
        let marked = example.marked
        let index = LineIndex(marked.bytes)
        return [
            "file": .string(example.file.rawValue),
            "isWholeFile": .bool(example.isWholeFile),
            "before": example.markedBefore.map { .string($0.text) } ?? .null,
            "yaml": .string(marked.text),
            "marks": .array(marked.marks.map { position(index.position(of: $0), byte: Int($0)) }),
        ]
    }
}
