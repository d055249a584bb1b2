import CivilTime
import Diagnostics
import Testing

struct RedactionTests {
    private static let secret = "sk-密钥-0042"

    /// One finding that hides a key, and others whose author did not know that the key is private.
    private func report() throws -> Report {
        let secret = Self.secret
        let catalog = SourceCatalog("rail: {key: \"\(secret)\", mode: live} # was \(secret)\nold: \(secret)\n")
        let key = try catalog.range(of: "\"\(Self.secret)\"")
        let edit = TextEdit(key, replacement: "'\(Self.secret)'")
        return Report(
            [
                Diagnostic(
                    .sample,
                    "a key must not stand in the registry",
                    at: key,
                    help: "name a credential instead of '\(Self.secret)'",
                    fix: Fix("take '\(Self.secret)' out", edits: [edit], isSafe: true),
                    isRedacted: true
                ),
                Diagnostic(
                    .sampleWarning,
                    "'\(Self.secret)' should be in single quotes",
                    at: try catalog.range(of: "live"),
                    notes: [Note("'\(Self.secret)' is here", at: key), Note("not '\(Self.secret)'")],
                    fix: Fix("use single quotes", edits: [edit], isSafe: true)
                ),
                Diagnostic(.sampleWarning, "unknown key", at: try catalog.range(of: "old")),
            ],
            in: catalog
        )
    }

    @Test func `dots of the same width stand for a private text, wherever it is written`() throws {
        let key = String(repeating: "…", count: 12)
        let quotedKey = String(repeating: "…", count: 14)
        #expect(
            HumanRenderer().render(try report()) == """
                error[duplicate-key]: a key must not stand in the registry
                 --> cities/a.yaml:1:13
                  |
                1 | rail: {key: \(quotedKey), mode: live} # was \(key)
                  |             ^^^^^^^^^^^^^^
                  |
                  = help: name a credential instead of '\(key)'
                  = fix: take '\(key)' out

                warning[stale-source]: '\(key)' should be in single quotes
                 --> cities/a.yaml:1:33
                  |
                1 | rail: {key: \(quotedKey), mode: live} # was \(key)
                  |             -------------- '\(key)' is here
                  |                                   ^^^^
                  |
                  = note: not '\(key)'
                  = fix: use single quotes

                warning[stale-source]: unknown key
                 --> cities/a.yaml:2:1
                  |
                2 | old: \(key)
                  | ^^^

                1 error, 2 warnings in 1 file
                For the reasons: visafee explain RULE, one of duplicate-key, stale-source

                """
        )
    }

    @Test func `no form of a report lets a private text out`() throws {
        let report = try report()
        for document in ReportFormat.allCases.map({ $0.render(report, of: .sample, style: .ansi) }) {
            for part in [Self.secret, "0042", "密", "sk-"] {
                #expect(!document.contains(part))
            }
        }
    }

    @Test func `a fix that would write a private text is told without its edits`() throws {
        let catalog = SourceCatalog("key: \(Self.secret)\nmode: live\n")
        let key = try catalog.range(of: Self.secret)
        let mode = try catalog.range(of: "live")
        let report = Report(
            [
                Diagnostic(.sample, "private", at: key, isRedacted: true),
                Diagnostic(
                    .sampleWarning,
                    "wrong place",
                    at: mode,
                    fix: Fix("move it", edits: [TextEdit(mode, replacement: "key \(Self.secret)")], isSafe: true)
                ),
            ],
            in: catalog
        )
        #expect(JSONRenderer().render(report).contains("\"edits\": []"))
        for format in ReportFormat.allCases { #expect(!format.render(report, of: .sample).contains(Self.secret)) }
    }

    @Test func `in a key of several lines each line is private`() throws {
        let catalog = SourceCatalog("key: |\n  first-half\n  second-half\nmode: second-half\n")
        let findings = [
            Diagnostic(.sample, "private", at: try catalog.range(of: "first-half\n  second-half"), isRedacted: true),
            Diagnostic(.sampleWarning, "unknown key", at: try catalog.range(of: "mode")),
        ]
        let text = HumanRenderer().render(Report(findings, in: catalog))
        #expect(text.contains("2 |   " + String(repeating: "…", count: 10) + "\n  |   ^^^^^^^^^^...\n"))
        #expect(text.contains("4 | mode: " + String(repeating: "…", count: 11)))
        #expect(!text.contains("half"))
    }

    @Test(arguments: ReportFormat.allCases)
    func `the reason of an exception and the troubles of a run cannot let a private text out either`(
        format: ReportFormat
    ) throws {
        let catalog = SourceCatalog("key: \(Self.secret)\nmode: live # because \(Self.secret)\n")
        let until = try #require(CivilDate("2027-03-01"))
        let suppression = Suppression(try catalog.range(of: "# because"), until: until, because: "of \(Self.secret)")
        let findings = [
            Diagnostic(.sample, "private", at: try catalog.range(of: Self.secret), isRedacted: true),
            Diagnostic(.sampleWarning, "no '\(Self.secret)'", at: try catalog.range(of: "mode"))
                .suppressed(by: suppression),
        ]
        let run = ReportedRun(
            version: "1.0.0",
            rules: [.sample, .sampleWarning],
            troubles: ["cannot read \(Self.secret)"],
            exitCode: 3
        )
        #expect(!format.render(Report(findings, in: catalog), of: run).contains(Self.secret))
    }

    @Test func `a private text takes no part in the name of a finding, from which it could be guessed`() throws {
        let documents = try ["13900000000", "13900000001"].map { number in
            let catalog = SourceCatalog("phones:\n  - {number: \(number), source: notice}\n")
            let finding = Diagnostic(.sample, "private", at: try catalog.range(of: number), isRedacted: true)
            return GitLabRenderer().render(Report([finding], in: catalog))
        }
        #expect(documents[0] == documents[1])
    }

    @Test func `a report without private texts shows everything`() throws {
        let catalog = SourceCatalog("key: \(Self.secret)\n")
        let report = Report([Diagnostic(.sample, "'\(Self.secret)'", at: try catalog.range(of: "key"))], in: catalog)
        #expect(try report.human().contains("1 | key: \(Self.secret)"))
        #expect(CompactRenderer().render(report).contains("'\(Self.secret)'"))
    }
}
