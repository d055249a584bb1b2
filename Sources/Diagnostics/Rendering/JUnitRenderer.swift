import Vocabulary

/// Writes JUnit's XML in the form that Jenkins' schema describes.
///
/// Each file is a suite and each finding a case of it, named without its line so that its history is kept. A finding that
/// fails the run is a failure, one that does not is a passed case that says it, and one that is allowed to stand is a
/// skipped case with the reason. A file without findings is one passed case. Nothing is measured, so no time is given.
public struct JUnitRenderer: Sendable {
    private let run: ReportedRun

    /// A renderer that tells of a run.
    public init(_ run: ReportedRun) {
        self.run = run
    }

    /// The document.
    public func render(_ report: Report) -> String {
        let findings = Dictionary(grouping: (report.diagnostics + report.suppressed).sorted(), by: \.range.file)
        var suites = report.catalog.ids.map { suite($0, findings[$0] ?? [], in: report) }
        if !run.troubles.isEmpty { suites.append(troubles(in: report)) }
        let root = XMLElement("testsuites", counts(of: suites), suites.map(\.element))
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.text
    }

    /// A suite with what its cases come to.
    private struct Suite {
        let element: XMLElement
        let tests: Int
        let failures: Int
        let errors: Int
    }

    private func suite(_ file: FileID, _ findings: [Diagnostic], in report: Report) -> Suite {
        let path = report.catalog[file].path
        let passed = XMLElement("testcase", [("name", report.words.noFindings), ("classname", path)])
        let cases = findings.isEmpty ? [passed] : findings.map { testcase($0, path, in: report) }
        return suite(
            named: path,
            cases,
            failures: findings.count(where: run.fails),
            skipped: findings.count { $0.suppression != nil }
        )
    }

    /// What could not be looked at is an error of the run, and no verdict on a file.
    private func troubles(in report: Report) -> Suite {
        let cases = run.troubles.map { trouble in
            let text = report.redactions.scrub(trouble)
            return XMLElement(
                "testcase",
                [("name", text), ("classname", "visafee")],
                [XMLElement("error", [("message", text)])]
            )
        }
        return suite(named: "visafee", cases, errors: cases.count)
    }

    private func suite(
        named name: String,
        _ cases: [XMLElement],
        failures: Int = 0,
        errors: Int = 0,
        skipped: Int = 0
    ) -> Suite {
        let counts = [("tests", cases.count), ("failures", failures), ("errors", errors), ("skipped", skipped)]
        let attributes = [("name", name)] + counts.map { ($0, "\($1)") }
        return Suite(
            element: XMLElement("testsuite", attributes, cases),
            tests: cases.count,
            failures: failures,
            errors: errors
        )
    }

    private func counts(of suites: [Suite]) -> [(String, String)] {
        let total = { (count: (Suite) -> Int) in "\(suites.reduce(0) { $0 + count($1) })" }
        return [
            ("name", "visafee validate"), ("tests", total(\.tests)), ("failures", total(\.failures)),
            ("errors", total(\.errors)),
        ]
    }

    private func testcase(_ finding: Diagnostic, _ path: String, in report: Report) -> XMLElement {
        let message = report.scrubbed(finding.message)
        let details = HumanRenderer().render(finding, of: report)
        let outcome: XMLElement
        if let suppression = finding.suppression {
            let reason = report.words.allowed(until: suppression.until, because: suppression.reason)
            outcome = XMLElement("skipped", [("message", report.redactions.scrub(reason))])
        } else if run.fails(finding) {
            outcome = XMLElement("failure", [("type", finding.rule.rawValue), ("message", message)], text: details)
        } else {
            outcome = XMLElement("system-out", text: details)
        }
        return XMLElement("testcase", [("name", "\(finding.rule): \(message)"), ("classname", path)], [outcome])
    }
}
