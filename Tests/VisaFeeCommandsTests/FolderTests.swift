import Foundation
import Glibc
import TestSupport
import Testing

/// Folders as people leave them: with links, pipes, other people's work and the remains of killed runs.
struct FolderTests {
    @Test func `a pipe in a registry is not waited for, and the other files are reported`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        #expect(mkfifo(registry + "/x.yaml", 0o600) == 0)
        try "city: [".write(toFile: registry + "/wuxi.yaml", atomically: true, encoding: .utf8)
        let run = try Program.run("validate", registry, "--format", "compact")
        #expect(run.code == 3)
        #expect(run.talk.contains("x.yaml is not a file"))
        #expect(run.text.contains("wuxi.yaml:"))
        #expect(try Program.run("generate", registry, "--output", scratch.path + "/content").code == 3)
    }

    @Test func `a link in a registry brings no other file into a report`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        try scratch.file("secret", Array("password: hunter2\n".utf8))
        try FileManager.default.createSymbolicLink(
            atPath: registry + "/evil.yaml",
            withDestinationPath: scratch.path + "/secret"
        )
        let run = try Program.run("validate", registry)
        #expect(run.code == 3)
        #expect(run.talk.contains("evil.yaml is a link"))
        #expect(!(run.text + run.talk).contains("hunter2"))
    }

    @Test(arguments: ["Lhasa.Yaml", "lhasa.YAML", "lhasa.yml", "guangdong/shantou.yaml"])
    func `what looks like a city and is not read is said`(name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.registry()
        try scratch.file("registry/" + name, Array("city: lhasa\n".utf8))
        let run = try Program.run("validate", scratch.path + "/registry")
        #expect(run.code == 3)
        #expect(run.talk.contains("would be passed over"))
    }

    @Test(arguments: ["extra.txt", ".git/HEAD", "pages/mine.html", "cities/draft.json"])
    func `a file that was not generated keeps its folder from being replaced`(name: String) throws {
        let scratch = try ScratchFolder()
        let output = scratch.path + "/content"
        #expect(try Program.run("generate", TestRegistry.fictional.folder, "--output", output).code == 0)
        try scratch.file("content/" + name, Array("mine".utf8))
        let before = try scratch.files(below: "content")
        let run = try Program.run("generate", TestRegistry.fictional.folder, "--output", output, "--pages")
        #expect(run.code == 3)
        #expect(run.talk.contains(name))
        #expect(try scratch.files(below: "content") == before)
    }

    @Test func `a damaged output can be generated again`() throws {
        let scratch = try ScratchFolder()
        let output = scratch.path + "/content"
        #expect(try Program.run("generate", TestRegistry.fictional.folder, "--output", output).code == 0)
        let whole = try scratch.files(below: "content")
        try scratch.file("content/content.json", Array("{".utf8))
        #expect(try Program.run("generate", TestRegistry.fictional.folder, "--output", output).code == 0)
        #expect(try scratch.files(below: "content") == whole)
    }

    @Test func `a link to a folder stays, and the folder keeps its mode`() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: scratch.path + "/real", withIntermediateDirectories: true)
        #expect(chmod(scratch.path + "/real", 0o2770) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link",
            withDestinationPath: scratch.path + "/real"
        )
        #expect(
            try Program.run("generate", TestRegistry.fictional.folder, "--output", scratch.path + "/link").code == 0
        )
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/link").hasSuffix("/real"))
        var status = stat()
        #expect(stat(scratch.path + "/real", &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o2770)
        #expect(try Program.run("verify", scratch.path + "/real").code == 0)
    }

    @Test func `what a killed run left beside the folder goes with the next run`() throws {
        let scratch = try ScratchFolder()
        // No process has this number: it is above the kernel's largest.
        try scratch.file("content.new-4194305/cities/x.json")
        #expect(
            try Program.run("generate", TestRegistry.fictional.folder, "--output", scratch.path + "/content").code == 0
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["content"])
    }

    @Test func `check without pages says so, and compares the rest`() throws {
        let scratch = try ScratchFolder()
        let output = scratch.path + "/content"
        #expect(try Program.run("generate", TestRegistry.fictional.folder, "--output", output, "--pages").code == 0)
        let run = try Program.run("generate", TestRegistry.fictional.folder, "--output", output, "--check")
        #expect(run.code == 0)
        #expect(run.talk.contains("--pages compares them too"))
        let whole = try Program.run("generate", TestRegistry.fictional.folder, "--output", output, "--check", "--pages")
        #expect(whole.code == 0)
    }
}
