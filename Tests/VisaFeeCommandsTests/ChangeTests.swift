import Foundation
import TestSupport
import Testing

/// A registry held against what git says it was.
struct ChangeTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.registry()
        for command in ["git init -q -b main", "git add registry", Self.commit("first")] {
            let run = try Program.shell(command, in: scratch.path)
            #expect(run.code == 0, "\(run.talk)")
        }
    }

    /// A commit on a day of the fictional registry's history.
    private static func commit(_ message: String) -> String {
        "GIT_COMMITTER_DATE=2026-12-31T12:00:00+0800 git -c user.name=x -c user.email=x@example.test "
            + "commit -qam \(message)"
    }

    private func edit(_ file: String, _ old: String, _ new: String) throws {
        let path = "\(scratch.path)/registry/\(file).yaml"
        let text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
        #expect(text.contains(old))
        try text.replacing(old, with: new, maxReplacements: 1).write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func validate(_ arguments: String...) throws -> Program.Run {
        try Program.run(["validate", "registry", "--format", "compact"] + arguments, in: scratch.path)
    }

    @Test func `a period that has begun changes only with a correction`() throws {
        #expect(try validate("--against", "main").code == 0)
        try edit("dalian", "    status: offered", "    status: withdrawn")
        #expect(try validate().text.contains("[history-rewritten]") == false)
        let run = try validate("--against", "main")
        #expect(run.code == 1)
        #expect(run.text.contains("error[history-rewritten]: the status of 'official-account' was 'offered'"))
        try edit(
            "dalian",
            "\nsources:",
            "\ncorrections: {of: channels/official-account, made: 2026-12-31, reason: misread, source: dalian-notice}\n\nsources:"
        )
        #expect(try validate("--against", "main").text.contains("[history-rewritten]") == false)
    }

    @Test func `what has begun depends on the day of the commit, unless a day is named`() throws {
        try edit("dalian", "2026-12-15: live}", "2026-12-15: {pilot: 90%}}")
        #expect(try validate("--against", "HEAD").text.contains("[history-rewritten]"))
        #expect(try validate("--against", "HEAD", "--as-of", "2026-12-15").code == 0)
    }

    @Test func `what was compared is drawn for people and written for programs`() throws {
        try edit("dalian", "    status: offered", "    status: withdrawn")
        let shown = try Program.run("validate", "registry", "--against", "HEAD", "--format", "human", in: scratch.path)
        #expect(shown.text.contains("channels/official-account, as it is = as it was"), "\(shown.text)")
        #expect(shown.text.contains("withdrawn"))
        let json = try Program.run("validate", "registry", "--against", "HEAD", "--format", "json", in: scratch.path)
        #expect(json.text.contains("\"relation\": \"equal\""))
    }

    @Test func `only what changed is checked, tracked or not`() throws {
        try edit("dalian", "division: \"210200\"", "division: \"219900\"")
        #expect(try Program.shell(Self.commit("second"), in: scratch.path).code == 0)
        let nothing = try validate("--changed")
        #expect(nothing.code == 0)
        #expect(nothing.text.isEmpty && nothing.talk.contains("0 of"))
        try edit("wuxi", "city: wuxi", "city: wuxii")
        let one = try validate("--changed")
        #expect(one.code == 1)
        #expect(one.text.contains("wuxi.yaml") && !one.text.contains("dalian.yaml"))
        #expect(try validate("--changed", "--base", "HEAD~1").text.contains("dalian.yaml"))
        try scratch.file("registry/suzhou.yaml", Array("city: suzhou\n".utf8))
        #expect(try validate("--changed").text.contains("suzhou.yaml"))
        try edit("registry", "asked-from: 2026-06-01", "asked-from: 2026-06-02")
        #expect(try validate("--changed").text.contains("dalian.yaml"), "a shared file concerns every city")
    }

    @Test func `a file that is copied concerns the one it was copied from`() throws {
        let wuxi = try TestFiles.bytes("\(scratch.path)/registry/wuxi.yaml")
        try scratch.file("registry/aaa.yaml", wuxi)
        let run = try validate("--changed")
        #expect(run.text.contains("wuxi.yaml") && run.text.contains("[duplicate-city]"), "\(run.text)")
    }

    @Test func `a commit that git does not know, and a folder outside of git, are exit 3`() throws {
        for arguments in [["--against", "no-such-branch"], ["--changed", "--base", "no-such-branch"]] {
            let run = try Program.run(["validate", "registry"] + arguments, in: scratch.path)
            #expect(run.code == 3)
            #expect(run.output.isEmpty)
            #expect(run.talk.contains("git knows no commit 'no-such-branch'"), "\(run.talk)")
        }
        let outside = try ScratchFolder()
        try outside.registry()
        for arguments in [["--against", "main"], ["--changed"]] {
            let run = try Program.run(["validate", "registry"] + arguments, in: outside.path)
            #expect(run.code == 3)
            #expect(run.talk.contains("is in no work tree of git"), "\(run.talk)")
        }
    }

    @Test func `a commit without the registry, or with one that cannot be read, is exit 3`() throws {
        let empty = "git -c user.name=x -c user.email=x@example.test commit-tree -m none $(git mktree </dev/null)"
        let id = try Program.shell(empty, in: scratch.path).text.trimmingCharacters(in: .whitespacesAndNewlines)
        let none = try validate("--against", id)
        #expect(none.code == 3)
        #expect(none.talk.contains("there is no registry registry at"), "\(none.talk)")
        let whole = String(decoding: try TestFiles.bytes("\(scratch.path)/registry/registry.yaml"), as: UTF8.self)
        try scratch.file("registry/registry.yaml", Array("registry: [\n".utf8))
        #expect(try Program.shell(Self.commit("broken"), in: scratch.path).code == 0)
        try scratch.file("registry/registry.yaml", Array(whole.utf8))
        let broken = try validate("--against", "HEAD")
        #expect(broken.code == 3)
        #expect(broken.talk.contains("cannot be read, and nothing can be held against it"), "\(broken.talk)")
    }

    @Test(arguments: [
        ["--base", "main"], ["--against", "--output=x"], ["--against", ""], ["--changed", "--base", "-x"],
    ])
    func `wrong usage is exit 64`(arguments: [String]) throws {
        let run = try Program.run(["validate", "registry"] + arguments, in: scratch.path)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
    }
}
