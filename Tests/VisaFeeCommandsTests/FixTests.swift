import Foundation
import TestSupport
import Testing

/// `validate --fix` and `validate --diff`, as a user runs them.
struct FixTests {
    /// The fictional registry with a city file in which three slips wait to be mended.
    private func slipped() throws -> (scratch: ScratchFolder, registry: String, file: String) {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let file = registry + "/wuxi.yaml"
        try scratch.file("registry/wuxi.yaml", TestFiles.bytes(TestFiles.package + "/Tests/Fixtures/slips/wuxi.yaml"))
        return (scratch, registry, file)
    }

    @Test func `what can only have been meant is mended, comments stay, and the registry is valid`() throws {
        let (scratch, registry, file) = try slipped()
        let before = String(decoding: try TestFiles.bytes(file), as: UTF8.self)
        let run = try Program.run("validate", registry, "--fix", in: scratch.path)
        #expect(run.code == 0)
        #expect(run.talk.contains("mended 3 findings in \(file)"), "\(run.talk)")
        let after = String(decoding: try TestFiles.bytes(file), as: UTF8.self)
        let expected = before.replacing("320200 ", with: "\"320200\" ").replacing("cash\u{A0}", with: "cash ")
            .replacing("２０２６", with: "2026")
        #expect(after == expected)
        #expect(try Program.run("validate", registry, "--fix").talk.contains("nothing to mend"))
    }

    @Test func `a diff writes nothing, and git makes of it what --fix would have made`() throws {
        let (scratch, registry, file) = try slipped()
        let before = try TestFiles.bytes(file)
        let diff = try Program.run("validate", "registry", "--diff", in: scratch.path)
        #expect(diff.code == 2)
        #expect(try TestFiles.bytes(file) == before)
        try scratch.file("change.diff", diff.output)
        #expect(try Program.shell("git apply --unidiff-zero change.diff", in: scratch.path).code == 0)
        let byGit = try TestFiles.bytes(file)
        try scratch.file("registry/wuxi.yaml", before)
        #expect(try Program.run("validate", registry, "--fix").code == 0)
        #expect(try TestFiles.bytes(file) == byGit)
        let none = try Program.run("validate", "registry", "--fix", "--diff", in: scratch.path)
        #expect(none.code == 0)
        #expect(none.output.isEmpty)
    }

    @Test func `only files that are named are mended`() throws {
        let (scratch, registry, file) = try slipped()
        let before = try TestFiles.bytes(file)
        let other = try Program.run("validate", registry + "/sanya.yaml", "--fix", in: scratch.path)
        #expect(other.code == 0)
        #expect(try TestFiles.bytes(file) == before)
        #expect(try Program.run("validate", "--fix", file).code == 0)
        #expect(try TestFiles.bytes(file) != before)
    }

    @Test func `a guess is made only where it is asked for`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let file = registry + "/wuxi.yaml"
        let text = String(decoding: try TestFiles.bytes(file), as: UTF8.self)
        try scratch.file(
            "registry/wuxi.yaml",
            Array(text.replacing("status: not-offered", with: "status: not-ofered").utf8)
        )
        let safe = try Program.run("validate", registry, "--fix")
        #expect(safe.code == 1)
        #expect(safe.talk.contains("1 finding more can be mended with --fix=all"), "\(safe.talk)")
        #expect(try Program.run("validate", registry, "--fix=all").code == 0)
        #expect(String(decoding: try TestFiles.bytes(file), as: UTF8.self) == text)
    }

    @Test func `mode and neighbours of a mended file stay, and nothing is left beside it`() throws {
        let (scratch, registry, file) = try slipped()
        #expect(try Program.shell("chmod 640 registry/wuxi.yaml", in: scratch.path).code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: registry).sorted()
        #expect(try Program.run("validate", registry, "--fix").code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: registry).sorted() == names)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    }

    @Test(arguments: [
        (["validate", "--fix=al", "registry"], Int32(64), "--fix takes 'safe' or 'all'"),
        (["validate", "-", "--fix", "--stdin-filename", "registry/wuxi.yaml"], 64, "standard input cannot be mended"),
        (["validate", "registry", "--diff", "--format", "json"], 64, "the diff goes to standard output"),
    ])
    func `what cannot be meant is exit 64 and changes nothing`(
        arguments: [String],
        code: Int32,
        words: String
    ) throws {
        let (scratch, _, file) = try slipped()
        let before = try TestFiles.bytes(file)
        let run = try Program.run(arguments, in: scratch.path)
        #expect(run.code == code)
        #expect(run.talk.contains(words), "\(run.talk)")
        #expect(try TestFiles.bytes(file) == before)
    }

    @Test func `the README shows the diff that the program prints`() throws {
        let readme = String(decoding: try TestFiles.bytes(TestFiles.package + "/README.md"), as: UTF8.self)
        let command = "visafee validate registry --fix --diff"
        let (scratch, _, _) = try slipped()
        let run = try Program.run(["validate", "registry", "--fix", "--diff"], in: scratch.path)
        #expect(readme.contains("```diff\n$ \(command)\n\(run.text)```"), "\(run.text)")
    }
}
