import Diagnostics
import Testing
import Vocabulary

struct HumanRendererTests {
    /// The finding "'…' is wrong" about the first place a text stands in a file.
    private func finding(about text: String, in content: String) throws -> String {
        let catalog = SourceCatalog(content)
        let range = try catalog.range(of: text)
        return try Report([Diagnostic(.sample, "this is wrong", at: range)], in: catalog).human()
    }

    @Test func `a finding shows its line with the place underlined`() throws {
        #expect(
            try finding(about: "guangzhou", in: "# A city\ncity: guangzhou\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:2:7
                  |
                2 | city: guangzhou
                  |       ^^^^^^^^^

                """
        )
    }

    @Test func `a Chinese report is Chinese down to its colons, and further lines stand under the first`() throws {
        let catalog = SourceCatalog("division: 0755\n")
        let range = try catalog.range(of: "0755")
        let finding = Diagnostic(
            .sample,
            LocalizedText("'0755' begins with 0", "“0755”以0开头"),
            at: range,
            notes: [Note(LocalizedText("one\ntwo", "第一行\n第二行"))],
            help: LocalizedText("quote it", "请加引号写成 \"0755\""),
            fix: Fix(LocalizedText("quote it", "加上引号"), edits: [], isSafe: false)
        )
        let report = Report([finding], in: catalog, language: .chinese)
        #expect(
            HumanRenderer(style: .plain).render(report) == """
                错误[duplicate-key]：“0755”以0开头
                 --> cities/a.yaml:1:11
                  |
                1 | division: 0755
                  |           ^^^^
                  |
                  = 说明：第一行
                          第二行
                  = 建议：请加引号写成 "0755"
                  = 修复：加上引号（可能改变原意，请核对）

                1个文件：1个错误
                查看原因：visafee explain duplicate-key --lang zh

                """
        )
    }

    @Test func `Chinese before the place moves the underline by two columns a character`() throws {
        #expect(
            try finding(about: "guangzhou", in: "name: {zh: 广州, id: guangzhou}\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:20
                  |
                1 | name: {zh: 广州, id: guangzhou}
                  |                      ^^^^^^^^^

                """
        )
    }

    @Test func `Chinese inside the place is underlined whole`() throws {
        #expect(
            try finding(about: "广州市", in: "name: 广州市 # e\u{301}\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:7
                  |
                1 | name: 广州市 # e\u{301}
                  |       ^^^^^^

                """
        )
    }

    @Test func `a combining accent before the place takes no column`() throws {
        #expect(
            try finding(about: "x", in: "cafe\u{301}: x\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:8
                  |
                1 | cafe\u{301}: x
                  |       ^

                """
        )
    }

    @Test func `a tab is shown as four blanks`() throws {
        #expect(
            try finding(about: "x", in: "a:\tx\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:4
                  |
                1 | a:    x
                  |       ^

                """
        )
    }

    @Test(arguments: ["city: gz", "city: gz\n", "city: gz\r\n", "city: gz\r\nrest: x\r\n"])
    func `a place at the end of a line looks the same with every line ending`(content: String) throws {
        #expect(
            try finding(about: "gz", in: content) == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:7
                  |
                1 | city: gz
                  |       ^^

                """
        )
    }

    @Test(arguments: ["\n", "\r\n"])
    func `a line's ending is underlined as the place after its last character`(ending: String) throws {
        #expect(
            try finding(about: ending, in: "city: gz" + ending + "rest: x" + ending) == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:9
                  |
                1 | city: gz
                  |         ^

                """
        )
    }

    @Test func `a place between two characters has one caret`() throws {
        let catalog = SourceCatalog("city:\nname: x\n")
        let place = SourceRange(file: catalog.ids[0], start: 5, end: 5)
        #expect(
            try Report([Diagnostic(.sample, "a value is missing", at: place)], in: catalog).human() == """
                error[duplicate-key]: a value is missing
                 --> cities/a.yaml:1:6
                  |
                1 | city:
                  |      ^

                """
        )
    }

    @Test func `an empty file has one empty line`() throws {
        let catalog = SourceCatalog("")
        let finding = Diagnostic(.sample, "the file is empty", at: .start(of: catalog.ids[0]))
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: the file is empty
                 --> cities/a.yaml:1:1
                  |
                1 |
                  | ^

                """
        )
    }

    @Test func `a place of several lines is underlined to the end of its first`() throws {
        #expect(
            try finding(about: "rates:\n  a: 1\n", in: "fees:\n  rates:\n  a: 1\n  b: 2\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:2:3
                  |
                2 |   rates:
                  |   ^^^^^^...

                """
        )
    }

    @Test func `a place that ends with its line does not go on`() throws {
        #expect(
            try finding(about: "a: 1\n", in: "a: 1\nb: 2\n") == """
                error[duplicate-key]: this is wrong
                 --> cities/a.yaml:1:1
                  |
                1 | a: 1
                  | ^^^^

                """
        )
    }

    @Test func `a report ends with the tally and the way to the reasons`() throws {
        let catalog = SourceCatalog("city: gz\n")
        let findings = [
            Diagnostic(.sampleWarning, "not looked at since 2020", at: try catalog.range(of: "gz")),
            Diagnostic(.sample, "written twice", at: try catalog.range(of: "city")),
        ]
        #expect(
            HumanRenderer().render(Report(findings, in: catalog)) == """
                error[duplicate-key]: written twice
                 --> cities/a.yaml:1:1
                  |
                1 | city: gz
                  | ^^^^

                warning[stale-source]: not looked at since 2020
                 --> cities/a.yaml:1:7
                  |
                1 | city: gz
                  |       ^^

                1 error, 1 warning in 1 file
                For the reasons: visafee explain RULE, one of duplicate-key, stale-source

                """
        )
        #expect(HumanRenderer().render(Report([findings[0]], in: catalog)).hasSuffix("visafee explain stale-source\n"))
    }

    @Test func `a report without findings is one sentence`() {
        #expect(HumanRenderer().render(Report([], in: SourceCatalog("city: gz\n"))) == "1 file: no findings\n")
    }

    @Test func `colour adds nothing but colour`() throws {
        let catalog = SourceCatalog("city: gz\nname: 广州\ncity: gz\n")
        let finding = Diagnostic(
            .sampleWarning,
            "written twice",
            at: try catalog.range(of: "name"),
            notes: [Note("here", at: try catalog.range(of: "city")), Note("of two")],
            help: "keep one"
        )
        let report = Report([finding], in: catalog)
        let coloured = HumanRenderer(style: .ansi).render(report)
        #expect(coloured.contains("\u{1B}[1;33mwarning[stale-source]\u{1B}[0m"))
        #expect(try coloured.replacing(Regex("\u{1B}\\[[0-9;]*m"), with: "") == HumanRenderer().render(report))
    }
}
