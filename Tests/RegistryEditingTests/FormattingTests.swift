import Diagnostics
import RegistryEditing
import RegistryExamples
import RegistryRules
import RuleMutation
import SourceTree
import Testing

/// The usual form of a file.
struct FormattingTests {
    private func formatted(_ text: String) throws -> String {
        let file = SourceFile(path: "x.yaml", bytes: Array(text.utf8))
        return String(decoding: try Formatting(file).file.bytes, as: UTF8.self)
    }

    @Test func `indents, blanks, quotes and empty lines get their usual form, and comments stay`() throws {
        let text = """


            # one
            city:   '广州' # two
            a:
                # three
                -   p: 1
                    q: [ 1,2 ,  3 ]   # four
                -   {a:   b,c: 'it''s' }
            #five


            b:
             c: |
               kept   \u{20}

               as it is
             d: "two
               lines"   \u{20}
            """
        #expect(
            try formatted(text) == """
                # one
                city: "广州"  # two
                a:
                  # three
                  - p: 1
                    q: [1, 2, 3]   # four
                  - {a: b, c: 'it''s'}
                # five

                b:
                  c: |
                    kept   \u{20}

                    as it is
                  d: "two
                    lines"

                """
        )
    }

    @Test func `line ends stay as they are`() throws {
        #expect(try formatted("a:   1  \r\nb:\r\n    c: 2\r\n") == "a: 1\r\nb:\r\n  c: 2\r\n")
    }

    @Test func `what cannot be read is refused`() {
        #expect(throws: EditRefusal.self) { try formatted("a: [\n") }
        #expect(throws: EditRefusal.self) { try formatted("a: 1\na: 2\n") }
    }

    @Test(arguments: ["cities", "Tests/Fixtures/fictional", "Tests/Fixtures/examples"])
    func `the registry's own files are in their usual form`(folder: String) throws {
        for file in try RepositoryFiles.registry(folder).files {
            #expect(try Formatting(file).file.bytes == file.bytes, "\(folder)/\(file.path)")
        }
    }

    @Test func `every rule's examples keep what they say, and formatting twice is formatting once`() throws {
        var count = 0
        for rule in RuleCatalog.all {
            for example in rule.rejected + rule.accepted {
                var registry = try ExampleRegistry()
                registry.lay(example)
                for file in registry.files {
                    guard let once = try? Formatting(file).file else { continue }
                    count += 1
                    #expect(try Formatting(once).file.bytes == once.bytes, "\(rule.id)")
                    #expect(Comments.texts(in: once).count == Comments.texts(in: file).count, "\(rule.id)")
                }
            }
        }
        print("\(count) files of examples formatted")
        #expect(count > 100)
    }
}
