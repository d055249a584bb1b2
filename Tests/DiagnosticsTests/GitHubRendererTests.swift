import Diagnostics
import Testing

struct GitHubRendererTests {
    @Test func `a finding is a command with its place, its rule and what to do`() throws {
        let catalog = SourceCatalog("name: 广州\nphone: 0755\n")
        let finding = Diagnostic(
            .sample,
            "'0755' begins with 0",
            at: try catalog.range(of: "0755"),
            notes: [Note("of this city", at: try catalog.range(of: "广州"))],
            help: "quote it"
        )
        #expect(
            GitHubRenderer().render(Report([finding], in: catalog))
                == "::error file=cities/a.yaml,line=2,endLine=2,col=8,endColumn=12,title=duplicate-key::"
                + "'0755' begins with 0%0Anote: of this city (cities/a.yaml:1:7)%0Ahelp: quote it\n"
        )
    }

    @Test func `what would end a command or a property is escaped`() throws {
        let catalog = SourceCatalog("a: 1\n", path: "cities/a,b:c%.yaml")
        let finding = Diagnostic(.sampleWarning, "100% of\r\n::error::x, y: z", at: try catalog.range(of: "1"))
        #expect(
            GitHubRenderer().render(Report([finding], in: catalog))
                == "::warning file=cities/a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=4,endColumn=5,title=stale-source::"
                + "100%25 of%0A::error::x, y: z\n"
        )
    }

    @Test func `the ten worst are shown, the rest is counted`() throws {
        let catalog = SourceCatalog((1...9).map { "k\($0): x\n" }.joined() + "last: y\n")
        let warnings = try (1...9).map { Diagnostic(.sampleWarning, "m", at: try catalog.range(of: "k\($0)")) }
        let errors = try ["k1", "k2", "last"].map { Diagnostic(.sample, "m", at: try catalog.range(of: $0)) }
        let lines = GitHubRenderer().render(Report(warnings + errors, in: catalog)).split(separator: "\n")
        #expect(lines.count == 11)
        #expect(lines.prefix(3).allSatisfy { $0.hasPrefix("::error ") })
        #expect(lines[2].contains("line=10,"))
        #expect(lines[3...9].allSatisfy { $0.hasPrefix("::warning ") })
        #expect(lines.last == "visafee: 2 more findings")
    }

    @Test func `a place of several lines has no columns, and no findings are no commands`() throws {
        let catalog = SourceCatalog("a: |\n  b\n  c\n")
        let finding = Diagnostic(.sample, "m", at: try catalog.range(of: "|\n  b\n  c"))
        #expect(
            GitHubRenderer().render(Report([finding], in: catalog))
                == "::error file=cities/a.yaml,line=1,endLine=3,title=duplicate-key::m\n"
        )
        #expect(GitHubRenderer().render(Report([], in: catalog)).isEmpty)
    }
}
