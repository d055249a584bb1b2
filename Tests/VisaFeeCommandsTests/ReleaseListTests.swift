import Foundation
import TestSupport
import Testing

/// The list of a store in which somebody or something changed a file.
struct ReleaseListTests {
    @Test func `a list names releases that cannot be read and shows the others, and believes no forged word`() throws {
        let operators = try Operators()
        try operators.keyRing("anna")
        for reason in ["first", "second", "third", "fourth"] {
            #expect(try operators.run("release publish registry --key anna.key --reason \(reason)").code == 0)
        }
        let steps = """
            cd releases/releases && sed -i s/second/FORGED/ 2/release.json && rm 3/release.json
            """
        #expect(try Program.shell(steps, in: operators.scratch.path).code == 0)
        let list = try operators.run("release list")
        #expect(list.code == 1, "\(list.talk)")
        let lines = list.text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].contains("in use, signed by anna: fourth") && lines[3].contains("signed by anna: first"))
        #expect(lines[1].hasPrefix("3  cannot be used: release.json is missing"), "\(list.text)")
        #expect(lines[2].hasPrefix("2  cannot be used: signature-false"), "\(list.text)")
        #expect(!list.text.contains("FORGED"))
        let json = try operators.run("release list --format json").text
        #expect(json.contains("\"fault\": \"signature-false") && !json.contains("FORGED"))
    }
}
