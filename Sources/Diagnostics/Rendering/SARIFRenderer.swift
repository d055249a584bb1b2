import CanonicalJSON
import Vocabulary

/// Writes a log in SARIF 2.1.0 (errata 01), which code scanning of many kinds reads.
///
/// There is always a list of results. Lines and columns count from 1, columns in Unicode code points; a file without a
/// line has no region. What a comment allows to stand is a result with an accepted suppression, and every other result
/// has an empty list of them, as the standard wants it.
public struct SARIFRenderer: Sendable {
    private let run: ReportedRun

    /// The standard's own schema for these documents.
    public static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    /// Relative addresses start from the folder the program ran in: a repository's root, where it is to be of use.
    private static let root = "%SRCROOT%"

    /// A renderer that tells of a run.
    public init(_ run: ReportedRun) {
        self.run = run
    }

    /// The log.
    public func render(_ report: Report) -> String {
        let named = report.named
        let rules = Set(named.map(\.finding.rule)).sorted()
        let document: JSONValue = [
            "$schema": .string(Self.schema),
            "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": driver(rules, in: report.language)],
                    "columnKind": "unicodeCodePoints",
                    "language": .string(Self.tag(of: report.language)),
                    "originalUriBaseIds": .object(JSONObject([(Self.root, Self.rootDescription(in: report))])),
                    "invocations": [invocation(of: report)],
                    "results": .array(
                        named.map { finding, fingerprint in
                            result(finding, fingerprint, index: rules.firstIndex(of: finding.rule), in: report)
                        }
                    ),
                ]
            ],
        ]
        return document.pretty + "\n"
    }

    // MARK: The run

    private func invocation(of report: Report) -> JSONValue {
        [
            "executionSuccessful": .bool(run.troubles.isEmpty),
            "exitCode": .integer(Int64(run.exitCode)),
            "toolExecutionNotifications": .array(
                run.troubles.map { ["level": "error", "message": Self.message(report.redactions.scrub($0))] }
            ),
        ]
    }

    private func driver(_ rules: [RuleID], in language: Language) -> JSONValue {
        [
            "name": "visafee",
            "semanticVersion": .string(run.version),
            "language": .string(Self.tag(of: language)),
            "rules": .array(rules.map { descriptor($0, in: language) }),
        ]
    }

    /// A rule, with the text of `visafee explain` as its help.
    private func descriptor(_ id: RuleID, in language: Language) -> JSONValue {
        guard let rule = run.rule(id) else { return ["id": .string(id.rawValue)] }
        return [
            "id": .string(id.rawValue),
            "shortDescription": Self.message(rule.summary.text(in: language)),
            "fullDescription": Self.message(rule.why.text(in: language)),
            "help": [
                "text": .string(RuleRenderer(language: language).explain(rule)),
                "markdown": .string(RuleMarkdown(language).help(for: rule)),
            ],
            "defaultConfiguration": ["level": .string(Self.level(of: rule.severity))],
        ]
    }

    private static func rootDescription(in report: Report) -> JSONValue {
        ["description": message(report.words.folderOfTheRun)]
    }

    // MARK: Results

    private func result(_ finding: Diagnostic, _ name: String, index: Int?, in report: Report) -> JSONValue {
        var result: JSONObject = [
            "ruleId": .string(finding.rule.rawValue),
            "level": .string(Self.level(of: finding.severity)),
            "message": Self.message(Self.text(of: finding, in: report)),
            "locations": [["physicalLocation": Self.place(finding.range, in: report)]],
            "relatedLocations": .array(Self.relatedLocations(of: finding, in: report)),
            "partialFingerprints": ["visafee/v1": .string(name)],
            "suppressions": .array(Self.suppressions(of: finding, in: report)),
        ]
        if let index { result["ruleIndex"] = .integer(Int64(index)) }
        if let fix = finding.fix, let written = Self.fix(fix, in: report) { result["fixes"] = [written] }
        return .object(result)
    }

    /// What is wrong, and below it what is known about no place and what to do: viewers show nothing else of it.
    private static func text(of finding: Diagnostic, in report: Report) -> String {
        let words = report.words
        let notes = finding.notes.filter { $0.range == nil }
            .map { words.note + words.colon + report.scrubbed($0.message) }
        let help = finding.help.map { [words.help + words.colon + report.scrubbed($0)] } ?? []
        return ([report.scrubbed(finding.message)] + notes + help).joined(separator: "\n")
    }

    private static func relatedLocations(of finding: Diagnostic, in report: Report) -> [JSONValue] {
        let places = finding.notes.compactMap { note in note.range.map { (note.message, $0) } }
        return places.enumerated().map { number, place in
            [
                "id": .integer(Int64(number)),
                "message": message(report.scrubbed(place.0)),
                "physicalLocation": Self.place(place.1, in: report),
            ]
        }
    }

    private static func suppressions(of finding: Diagnostic, in report: Report) -> [JSONValue] {
        guard let suppression = finding.suppression else { return [] }
        return [
            [
                "kind": "inSource",
                "status": "accepted",
                "justification": .string(report.redactions.scrub(suppression.reason)),
                "location": ["physicalLocation": place(suppression.range, in: report)],
                "properties": ["until": .string("\(suppression.until)")],
            ]
        ]
    }

    /// A fix; one that touches a private text is left out, because a replacement may hold that text in any spelling.
    private static func fix(_ fix: Fix, in report: Report) -> JSONValue? {
        guard !fix.edits.isEmpty, !fix.edits.contains(where: { report.redactions.touch($0) }) else { return nil }
        let files = Set(fix.edits.map(\.range.file)).sorted()
        let title = report.scrubbed(fix.title) + (fix.isSafe ? "" : report.words.mayChangeTheMeaning)
        return [
            "description": message(title),
            "artifactChanges": .array(
                files.map { file in
                    [
                        "artifactLocation": location(of: file, in: report),
                        "replacements": .array(
                            fix.edits.filter { $0.range.file == file }.map { edit in
                                [
                                    "deletedRegion": region(edit.range, in: report) ?? ["byteOffset": 0],
                                    "insertedContent": ["text": .string(edit.replacement)],
                                ]
                            }
                        ),
                    ]
                }
            ),
        ]
    }

    // MARK: Places

    private static func place(_ range: SourceRange, in report: Report) -> JSONValue {
        var place: JSONObject = ["artifactLocation": location(of: range.file, in: report)]
        if let region = region(range, in: report) { place["region"] = region }
        return .object(place)
    }

    /// The region of a range; nothing in a file without a byte, which has no line either.
    private static func region(_ range: SourceRange, in report: Report) -> JSONValue? {
        let size = report.catalog[range.file].bytes.count
        guard size > 0 else { return nil }
        let start = report.position(of: range)
        let end = report.endPosition(of: range)
        let first = min(Int(range.start), size)
        return [
            "startLine": .integer(Int64(start.line)),
            "startColumn": .integer(Int64(start.column)),
            "endLine": .integer(Int64(end.line)),
            "endColumn": .integer(Int64(end.column)),
            "byteOffset": .integer(Int64(first)),
            "byteLength": .integer(Int64(min(Int(range.end), size) - first)),
        ]
    }

    private static func location(of file: FileID, in report: Report) -> JSONValue {
        let path = report.catalog[file].path
        if path.hasPrefix("/") { return ["uri": .string("file://" + encoded(path))] }
        let relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        guard !relative.hasPrefix("../") else { return ["uri": .string(encoded(relative))] }
        return ["uri": .string(encoded(relative)), "uriBaseId": .string(root)]
    }

    /// A path as RFC 3986 writes it.
    private static func encoded(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    // MARK: Words

    private static func message(_ text: String) -> JSONValue {
        ["text": .string(text)]
    }

    private static func level(of severity: Severity) -> String {
        switch severity {
        case .advice: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }

    private static func tag(of language: Language) -> String {
        switch language {
        case .english: "en-US"
        case .chinese: "zh-CN"
        }
    }
}
