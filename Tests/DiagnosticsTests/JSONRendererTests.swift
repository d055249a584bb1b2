import Diagnostics
import Testing
import Vocabulary

struct JSONRendererTests {
    @Test func `a finding is one object with all its places`() throws {
        let catalog = SourceCatalog("name: 广州\nphone: 0755\n")
        let phone = try catalog.range(of: "0755")
        let finding = Diagnostic(
            .sample,
            "'0755' begins with 0",
            at: phone,
            notes: [Note("of this city", at: try catalog.range(of: "广州")), Note("read as 493")],
            help: "quote it",
            fix: Fix("quote the number", edits: [TextEdit(phone, replacement: "\"0755\"")], isSafe: true)
        )
        #expect(
            JSONRenderer().render(Report([finding], in: catalog)) == """
                {
                  "findings": [
                    {
                      "comparison": null,
                      "file": "cities/a.yaml",
                      "fix": {
                        "edits": [
                          {
                            "file": "cities/a.yaml",
                            "range": {
                              "end": {
                                "byte": 24,
                                "column": 12,
                                "line": 2
                              },
                              "start": {
                                "byte": 20,
                                "column": 8,
                                "line": 2
                              }
                            },
                            "replacement": "\\"0755\\""
                          }
                        ],
                        "isSafe": true,
                        "title": "quote the number"
                      },
                      "help": "quote it",
                      "isRedacted": false,
                      "message": "'0755' begins with 0",
                      "notes": [
                        {
                          "file": "cities/a.yaml",
                          "message": "of this city",
                          "range": {
                            "end": {
                              "byte": 12,
                              "column": 9,
                              "line": 1
                            },
                            "start": {
                              "byte": 6,
                              "column": 7,
                              "line": 1
                            }
                          }
                        },
                        {
                          "file": null,
                          "message": "read as 493",
                          "range": null
                        }
                      ],
                      "range": {
                        "end": {
                          "byte": 24,
                          "column": 12,
                          "line": 2
                        },
                        "start": {
                          "byte": 20,
                          "column": 8,
                          "line": 2
                        }
                      },
                      "rule": "duplicate-key",
                      "severity": "error"
                    }
                  ],
                  "formatVersion": 1,
                  "language": "en",
                  "suppressed": [],
                  "tally": {
                    "advice": 0,
                    "errors": 1,
                    "files": 1,
                    "filesWithFindings": 1,
                    "firstExpiry": null,
                    "suppressed": 0,
                    "warnings": 0
                  }
                }

                """
        )
    }

    @Test func `no findings are an empty list, not a missing one`() {
        #expect(
            JSONRenderer().render(Report([], in: SourceCatalog("a: 1\n"))) == """
                {
                  "findings": [],
                  "formatVersion": 1,
                  "language": "en",
                  "suppressed": [],
                  "tally": {
                    "advice": 0,
                    "errors": 0,
                    "files": 1,
                    "filesWithFindings": 0,
                    "firstExpiry": null,
                    "suppressed": 0,
                    "warnings": 0
                  }
                }

                """
        )
    }

    @Test func `what is allowed to stand has a list of its own, with who allows it until when and why`() throws {
        let catalog = SourceCatalog("a: 1 # visafee: ...\n")
        let finding = Diagnostic(.sampleWarning, "m", at: try catalog.range(of: "a"))
            .suppressed(by: try .by("# visafee: ...", in: catalog))
        let document = JSONRenderer().render(Report([finding], in: catalog))
        #expect(document.contains("\"findings\": [],"))
        #expect(document.contains("\"reason\": \"the page is to be read again\","))
        #expect(document.contains("\"until\": \"2027-03-01\""))
        #expect(document.contains("\"firstExpiry\": \"2027-03-01\","))
        #expect(document.contains("\"suppressed\": 1,"))
    }

    @Test func `a place after the end of a file is told as its end`() throws {
        let catalog = SourceCatalog("a: 1\n")
        let beyond = SourceRange(file: catalog.ids[0], start: 5, end: 900)
        let document = JSONRenderer().render(Report([Diagnostic(.sample, "m", at: beyond)], in: catalog))
        #expect(!document.contains("900"))
        #expect(document.contains("\"byte\": 5"))
    }

    @Test func `the rules are listed by name with their examples and marks`() {
        let rule = Rule(
            "leading-zero",
            summary: LocalizedText("A number does not begin with 0.", "数字不以0开头。"),
            why: LocalizedText("Readers disagree.", "各读法不一致。"),
            remedy: LocalizedText("Quote it.", "加上引号。"),
            rejected: [RuleExample("a: 广\nphone: ↓0755\n")],
            accepted: []
        )
        #expect(
            JSONRenderer().render([rule]) == """
                {
                  "formatVersion": 1,
                  "rules": [
                    {
                      "accepted": [],
                      "id": "leading-zero",
                      "isSuppressible": false,
                      "rejected": [
                        {
                          "before": null,
                          "file": "city",
                          "isWholeFile": false,
                          "marks": [
                            {
                              "byte": 14,
                              "column": 8,
                              "line": 2
                            }
                          ],
                          "yaml": "a: 广\\nphone: 0755\\n"
                        }
                      ],
                      "remedy": {
                        "en": "Quote it.",
                        "zh": "加上引号。"
                      },
                      "severity": "error",
                      "summary": {
                        "en": "A number does not begin with 0.",
                        "zh": "数字不以0开头。"
                      },
                      "why": {
                        "en": "Readers disagree.",
                        "zh": "各读法不一致。"
                      }
                    }
                  ]
                }

                """
        )
    }
}
