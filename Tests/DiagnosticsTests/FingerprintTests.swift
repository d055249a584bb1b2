import Diagnostics
import Testing

/// The names of findings, seen through GitLab's report, which holds nothing else that could stay the same.
struct FingerprintTests {
    private func names(_ places: [String], in text: String, path: String = "cities/a.yaml") throws -> [String] {
        let catalog = SourceCatalog(text, path: path)
        let bytes = Array(text.utf8)
        let findings = places.flatMap { place in
            bytes.ranges(of: Array(place.utf8)).map { range in
                Diagnostic(
                    .sample,
                    "m",
                    at: SourceRange(
                        file: catalog.ids[0],
                        start: UInt32(range.lowerBound),
                        end: UInt32(range.upperBound)
                    )
                )
            }
        }
        return GitLabRenderer().render(Report(findings, in: catalog)).split(separator: "\n")
            .filter { $0.contains("\"fingerprint\"") }.map(String.init)
    }

    private static let text = """
        bureau:
          phones:
            - {number: "0755-1"}
        rollout:
          kiosk: {stage: live}

        """

    @Test(arguments: [
        "# a comment\n\n" + text, text.replacing("rollout:", with: "channels: {}\nrollout:"),
        text.replacing("bureau:\n", with: "bureau:\n  # the office\n  id: one\n\n"),
        text.replacing("stage: live", with: "stage:   live"),
    ])
    func `a finding keeps its name when lines are added and blanks change`(changed: String) throws {
        #expect(try names(["0755-1", "live"], in: changed) == names(["0755-1", "live"], in: Self.text))
    }

    @Test func `the folder that the program ran in does not matter, the folder within the registry does`() throws {
        #expect(
            try names(["live"], in: Self.text, path: "/home/a/cities/a.yaml")
                == names(["live"], in: Self.text, path: "a.yaml")
        )
    }

    @Test(arguments: [
        text.replacing("kiosk", with: "web-page"), text.replacing("rollout", with: "channels"),
        text.replacing("live", with: "live, rail: unknown"),
    ])
    func `another key above it or another text makes another finding`(changed: String) throws {
        #expect(try names(["live"], in: changed) != names(["live"], in: Self.text))
    }

    @Test func `no two findings of a report share a name`() throws {
        let names = try names(["live"], in: "a:\n  b: live\n  b: live\nc: [live, live]\n")
        #expect(names.count == 4)
        #expect(Set(names).count == 4)
    }
}
