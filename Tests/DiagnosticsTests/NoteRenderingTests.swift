import Diagnostics
import Testing

struct NoteRenderingTests {
    @Test func `a note about a near place shares the excerpt`() throws {
        let catalog = SourceCatalog("name: 广州\ndivision: \"440100\"\nname: Canton\n")
        let finding = Diagnostic(
            .sample,
            "'name' is written twice",
            at: try catalog.range(of: "name: Canton"),
            notes: [Note("first written here", at: try catalog.range(of: "name"))],
            help: "keep one of them"
        )
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: 'name' is written twice
                 --> cities/a.yaml:3:1
                  |
                1 | name: 广州
                  | ---- first written here
                2 | division: "440100"
                3 | name: Canton
                  | ^^^^^^^^^^^^
                  |
                  = help: keep one of them

                """
        )
    }

    @Test func `a note in the same line is underlined below it`() throws {
        let catalog = SourceCatalog("rate: {城市: 160, city: 160}\n")
        let finding = Diagnostic(
            .sample,
            "two prices",
            at: try catalog.range(of: "city"),
            notes: [Note("the other one", at: try catalog.range(of: "城市"))]
        )
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: two prices
                 --> cities/a.yaml:1:17
                  |
                1 | rate: {城市: 160, city: 160}
                  |        ---- the other one
                  |                   ^^^^

                """
        )
    }

    @Test func `lines without interest between two places are left out`() throws {
        let catalog = SourceCatalog("a: 1\nb: 2\nc: 3\nd: 4\na: 5\n")
        let finding = Diagnostic(
            .sample,
            "'a' is written twice",
            at: try catalog.range(of: "a: 5"),
            notes: [Note("first here", at: try catalog.range(of: "a: 1"))]
        )
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: 'a' is written twice
                 --> cities/a.yaml:5:1
                  |
                1 | a: 1
                  | ---- first here
                ...
                5 | a: 5
                  | ^^^^

                """
        )
    }

    @Test func `a note about a place far away has an excerpt of its own`() throws {
        let filler = String(repeating: "#\n", count: 10)
        let catalog = SourceCatalog("a: 1\n" + filler + "a: 5\n")
        let finding = Diagnostic(
            .sample,
            "'a' is written twice",
            at: try catalog.range(of: "a: 1"),
            notes: [Note("and again here", at: try catalog.range(of: "a: 5"))]
        )
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: 'a' is written twice
                  --> cities/a.yaml:1:1
                   |
                 1 | a: 1
                   | ^^^^
                  ::: cities/a.yaml:12:1
                   |
                12 | a: 5
                   | ---- and again here

                """
        )
    }

    @Test func `notes about another file share its excerpt, and everything else follows`() throws {
        let catalog = SourceCatalog([
            SourceFile(path: "cities/b.yaml", bytes: Array("rates: none\n".utf8)),
            SourceFile(path: "cities/registry.yaml", bytes: Array("groups:\n  usa: [USA]\n".utf8)),
        ])
        let finding = Diagnostic(
            .sample,
            "no price for 'USA'",
            at: try catalog.range(of: "none"),
            notes: [
                Note("the group", at: try catalog.range(of: "usa")),
                Note("from 2026-01-01 on"),
                Note("the member", at: try catalog.range(of: "USA")),
            ],
            help: "write a price:\n  usa: 160",
            fix: Fix("copy the national price", edits: [], isSafe: false)
        )
        #expect(
            try Report([finding], in: catalog).human() == """
                error[duplicate-key]: no price for 'USA'
                 --> cities/b.yaml:1:8
                  |
                1 | rates: none
                  |        ^^^^
                 ::: cities/registry.yaml:2:3
                  |
                2 |   usa: [USA]
                  |   --- the group
                  |         --- the member
                  |
                  = note: from 2026-01-01 on
                  = help: write a price:
                            usa: 160
                  = fix: copy the national price (may change the meaning: check it)

                """
        )
    }
}
