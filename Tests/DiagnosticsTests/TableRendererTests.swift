import Diagnostics
import Testing
import Vocabulary

/// The forms for JUnit, GitLab and comments on a change.
struct TableRendererTests {
    private let catalog = SourceCatalog([
        SourceFile(path: "cities/a.yaml", bytes: Array("a: 1 # allowed\nb: <2>\n".utf8)),
        SourceFile(path: "cities/b.yaml", bytes: Array("c: 3\n".utf8)),
    ])

    private func report(in language: Language = .english) throws -> Report {
        Report(
            [
                Diagnostic(
                    .sample,
                    LocalizedText("'<2>' & \"more\"", "“<2>”有误"),
                    at: try catalog.range(of: "<2>"),
                    help: LocalizedText("write 2", "请写 2")
                ),
                Diagnostic(.sampleWarning, "look again", at: try catalog.range(of: "b")),
                Diagnostic(.sampleWarning, "old", at: try catalog.range(of: "a"))
                    .suppressed(by: try .by("# allowed", in: catalog)),
            ],
            in: catalog,
            language: language
        )
    }

    @Test func `for JUnit each file is a suite and each finding a case, failed, passed or skipped`() throws {
        #expect(
            JUnitRenderer(.sample).render(try report()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="visafee validate" tests="4" failures="1" errors="0">
                  <testsuite name="cities/a.yaml" tests="3" failures="1" errors="0" skipped="1">
                    <testcase name="stale-source: old" classname="cities/a.yaml">
                      <skipped message="allowed until 2027-03-01, because the page is to be read again"/>
                    </testcase>
                    <testcase name="stale-source: look again" classname="cities/a.yaml">
                      <system-out>warning[stale-source]: look again
                 --&gt; cities/a.yaml:2:1
                  |
                2 | b: &lt;2&gt;
                  | ^
                </system-out>
                    </testcase>
                    <testcase name="duplicate-key: '&lt;2&gt;' &amp; &quot;more&quot;" classname="cities/a.yaml">
                      <failure type="duplicate-key" message="'&lt;2&gt;' &amp; &quot;more&quot;">error[duplicate-key]: '&lt;2&gt;' &amp; "more"
                 --&gt; cities/a.yaml:2:4
                  |
                2 | b: &lt;2&gt;
                  |    ^^^
                  |
                  = help: write 2
                </failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="cities/b.yaml" tests="1" failures="0" errors="0" skipped="0">
                    <testcase name="no findings" classname="cities/b.yaml"/>
                  </testsuite>
                </testsuites>

                """
        )
    }

    @Test func `for JUnit failures are what fails the run, and what could not be read is an error`() throws {
        let strict = ReportedRun(version: "1.0.0", rules: [], failsFrom: .warning, exitCode: 1)
        #expect(JUnitRenderer(strict).render(try report()).contains("tests=\"4\" failures=\"2\" errors=\"0\""))
        let mild = ReportedRun(version: "1.0.0", rules: [], failsFrom: nil, exitCode: 0)
        #expect(JUnitRenderer(mild).render(try report()).contains("tests=\"4\" failures=\"0\" errors=\"0\""))
        let troubled = ReportedRun(version: "1.0.0", rules: [], troubles: ["x.yaml is not a file"], exitCode: 3)
        let document = JUnitRenderer(troubled).render(Report([], in: catalog))
        #expect(document.contains("tests=\"3\" failures=\"0\" errors=\"1\""))
        #expect(document.contains("<error message=\"x.yaml is not a file\"/>"))
    }

    @Test func `for GitLab each finding that counts is an issue with its lines`() throws {
        let document = GitLabRenderer().render(try report())
        #expect(document.components(of: "\"check_name\"") == 2)
        #expect(document.contains("\"description\": \"'<2>' & \\\"more\\\"\\nhelp: write 2\""))
        #expect(document.contains("\"severity\": \"major\""))
        #expect(document.contains("\"severity\": \"minor\""))
        #expect(document.contains("\"begin\": 2"))
        #expect(GitLabRenderer().render(Report([], in: catalog)) == "[]\n")
    }

    @Test func `a comment on a change has the tally, the worst first, and what is allowed to stand`() throws {
        #expect(
            MarkdownRenderer().render(try report()) == """
                <!-- visafee validate -->
                **1 error, 1 warning in 1 of 2 files \\(1 suppressed, until 2027-03-01\\)**

                | Severity | Place | Rule | Finding |
                | --- | --- | --- | --- |
                | error | cities/a.yaml&#58;2&#58;4 | `duplicate-key` | '&lt;2&gt;' &amp; "more"<br>help: write 2 |
                | warning | cities/a.yaml&#58;2&#58;1 | `stale-source` | look again |

                <details>
                <summary>1 suppressed</summary>

                | Until | Place | Rule | Reason |
                | --- | --- | --- | --- |
                | 2027-03-01 | cities/a.yaml&#58;1&#58;1 | `stale-source` | the page is to be read again |

                </details>

                """
        )
    }

    @Test func `in a comment nothing a file says is a table, a link, a tag or a call to somebody`() throws {
        let text = "a|b @everyone <img src=x> [x](http://example.test) `c` #1 *d*\n| e"
        let report = Report([Diagnostic(.sample, text, at: .start(of: catalog.ids[1]))], in: catalog)
        let row = try #require(
            MarkdownRenderer().render(report).split(separator: "\n").first { $0.hasPrefix("| error") }
        )
        for part in ["@", "<img", "](", "http:", " `c", "#1", " *d"] { #expect(!row.contains(part), "\(part)") }
        #expect(row.matches(of: /(?:^|[^\\])\|/).count == 5)
    }

    @Test func `a long report shows a hundred rows and counts the others`() throws {
        let catalog = SourceCatalog((1...130).map { "k\($0)x: 1\n" }.joined())
        let findings = try (1...130).map { Diagnostic(.sample, "m", at: try catalog.range(of: "k\($0)x")) }
        let document = MarkdownRenderer().render(Report(findings, in: catalog))
        #expect(document.components(of: "| error |") == 100)
        #expect(document.contains("\n30 more findings\n"))
    }

    @Test func `each of these speaks Chinese as well`() throws {
        let report = try report(in: .chinese)
        #expect(MarkdownRenderer().render(report).contains("| 错误 |"))
        #expect(MarkdownRenderer().render(report).contains("<summary>1个已获豁免</summary>"))
        #expect(GitLabRenderer().render(report).contains("“<2>”有误"))
        #expect(JUnitRenderer(.sample).render(report).contains("豁免至2027-03-01，理由：the page is to be read again"))
        #expect(GitHubRenderer().render(report).contains("建议：请写 2"))
    }
}
