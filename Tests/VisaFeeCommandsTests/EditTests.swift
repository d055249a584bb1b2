import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import VisaFeeCommands

/// Commands that change a registry's files, as an administrator runs them.
struct EditTests {
    private func registry() throws -> (scratch: ScratchFolder, run: (String) throws -> Program.Run) {
        let scratch = try ScratchFolder()
        try scratch.registry()
        return (
            scratch,
            { line in
                let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
                return try Program.run(words + ["--registry", "registry"], in: scratch.path)
            }
        )
    }

    private func text(_ scratch: ScratchFolder, _ city: String) throws -> String {
        String(decoding: try TestFiles.bytes("\(scratch.path)/registry/\(city).yaml"), as: UTF8.self)
    }

    @Test func `a pause says what it does to people, changes one line, and is taken back`() throws {
        let (scratch, run) = try registry()
        let before = try text(scratch, "dalian")
        let dry = try run("city pause dalian --from 2026-12-20 --dry-run")
        #expect(dry.code == 0, "\(dry.talk)")
        #expect(dry.text.contains("From 2026-12-20 on nobody can begin to pay"), "\(dry.text)")
        #expect(dry.text.contains("+    stage: {") && dry.talk.contains("nothing was written"))
        #expect(try text(scratch, "dalian") == before)
        #expect(
            try run("city pause dalian --from 2026-12-20").talk.contains(
                "wrote registry/dalian.yaml\nnext: visafee plan"
            )
        )
        #expect(
            try text(scratch, "dalian")
                == before.replacing("2026-12-15: live}", with: "2026-12-15: live, 2026-12-20: paused}")
        )
        let resumed = try run("city resume dalian --from 2027-01-04 --lang zh")
        #expect(resumed.code == 0, "\(resumed.talk)")
        #expect(try text(scratch, "dalian").contains("2026-12-20: paused, 2027-01-04: live}"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/registry").count == 7)
    }

    @Test(arguments: [
        ("city pause dalian --from 2026-12-09", 1, "add --replace-later"),
        ("city pause dalian --from 2026-11-22", 1, "has gone by"),
        ("city retire dalian --from 2026-12-20", 1, "cannot follow 'live'"),
        ("city resume dalian --from 2026-12-20", 1, "is not paused on 2026-12-20"),
        ("city enable dalian --from 2026-12-20 --channel no", 1, "has no channel 'no'"),
        ("city pause qingdao --from 2026-12-20", 3, "visafee city new qingdao"),
        ("city pause nowhere --from 2026-12-20", 1, "nowhere"),
        ("city pilot dalian --percent 100 --from 2026-12-20", 64, "1 to 99"),
        ("city pause dalian --from tomorrow", 64, "tomorrow"),
        ("city pause dalian", 64, "--from"),
        ("city new dalian", 3, "is there already"),
        ("city enable ningbo --stage live --from 2026-12-20", 1, "cannot follow 'none'"),
        (
            "contact set dalian --phone 0411-1 --instead-of 1 --source dalian-notice --confidence high", 1,
            "no number '1'"
        ),
        ("contact set dalian --phone 0411-00000009 --source nobody --confidence high", 1, "would not be valid"),
        (
            "fee set --city dalian --service visa --fee 1x --from 2027-01-01 --source dalian-fees --confidence high", 1,
            "not be valid"
        ),
        (
            "fee set --city dalian --service visa --when a --fee 1 --from 2027-01-01 --source s --confidence high", 64,
            "question=answer"
        ),
        (
            "fee set --city dalian --service visa --fee {} --from 2027-01-01 --source s --confidence high", 64,
            "--fee is yuan"
        ),
        (
            "fee set --city dalian --service visa --fee 1 --from 2020-01-01 --source dalian-fees --confidence high", 1,
            "2020-01-01 has gone by"
        ),
        (
            "fee set --city dalian --service nope --fee 1 --from 2027-01-01 --source dalian-fees --confidence high", 64,
            "no service 'nope': its services are "
        ),
        (
            "fee set --city dalian --service visa --when no=1 --fee 1 --from 2027-01-01 --source s --confidence high",
            64, "asks no question 'no'"
        ),
        ("source add dalian dalian-notice --kind guide --address unknown", 1, "already"),
        ("source add dalian Bad --kind guide --address unknown", 64, "small letters"),
        ("source seen dalian dalian-notice --evidence no-such-file", 3, "no-such-file"),
    ])
    func `what cannot be done says why, and no file is touched`(line: String, code: Int32, words: String) throws {
        let (scratch, run) = try registry()
        let before = try scratch.files(below: "registry")
        let refused = try run(line)
        #expect(refused.code == code, "\(refused.talk)")
        #expect(refused.talk.contains(words), "\(refused.talk)")
        #expect(try scratch.files(below: "registry") == before)
    }

    @Test func `a new city is valid, unknown and not payable, and the next command is printed`() throws {
        let (scratch, run) = try registry()
        let new = try run("city new qingdao")
        #expect(new.code == 0, "\(new.talk)")
        #expect(new.talk.contains("next: visafee source add qingdao"), "\(new.talk)")
        #expect(new.talk.contains("visafee schema city > registry/city.schema.json"), "\(new.talk)")
        #expect(
            new.text.contains("Qingdao gets a file of its own; whether one can pay from home there is still unknown")
        )
        let file = try text(scratch, "qingdao")
        #expect(file.hasPrefix("# yaml-language-server: $schema="))
        #expect(file.contains("bureau: unknown\n"))
        #expect(try Program.run("validate", "registry", in: scratch.path).code == 0)
        #expect(try Program.run("fmt", "--check", "registry", in: scratch.path).code == 0)
        let added = try run(
            "source add qingdao notice --kind government --address example.test/notice --title A_\"title\""
        )
        #expect(added.code == 0, "\(added.talk)")
        #expect(
            try text(scratch, "qingdao").contains(
                "\nsources:\n  notice: {kind: government, title: \"A \\\"title\\\"\", "
            )
        )
        let phone = try run("contact set qingdao --phone 0532-00000000 --source notice --confidence high")
        #expect(phone.code == 0, "\(phone.talk)")
        #expect(
            try text(scratch, "qingdao").contains(
                "bureau:\n  phones:\n    - {number: \"0532-00000000\", source: notice, confidence: high}\n"
            )
        )
        let shadow = try run("city enable qingdao --stage shadow --from 2026-12-01")
        #expect(shadow.code == 0, "\(shadow.talk)")
        #expect(
            try text(scratch, "qingdao").contains("rollout:\n  official-account:\n    stage: {2026-12-01: shadow}\n")
        )
    }

    @Test func `fees, contacts and sources change where they are written`() throws {
        let (scratch, run) = try registry()
        let provenance = "--source dalian-fees --confidence high"
        let fee = try run(
            "fee set --city dalian --service visa --when nationality=ordinary,action=extend --fee 180 "
                + "--from 2028-01-01 \(provenance)"
        )
        #expect(fee.code == 0, "\(fee.talk)")
        #expect(fee.text.contains("[fee-increased] From 2028-01-01 on "), "\(fee.text)")
        #expect(try text(scratch, "dalian").contains("fee: {2027-03-01: 170, 2028-01-01: 180}}"))
        let rate = try run(
            "fee set --city dalian --service visa --when nationality=ordinary --when action=change-type --fee 150 "
                + "--from 2028-01-01 \(provenance)"
        )
        #expect(rate.code == 0, "\(rate.talk)")
        #expect(
            try text(scratch, "dalian").contains(
                "- {when: {nationality: ordinary, action: change-type}, fee: {2028-01-01: 150}, source: dalian-fees, confidence: high}\n"
            )
        )
        let phone = try run(
            "contact set dalian --phone 0411-00000009 --instead-of 0411-00000000 --source dalian-notice --confidence high"
        )
        #expect(phone.code == 0, "\(phone.talk)")
        #expect(try text(scratch, "dalian").contains("{number: \"0411-00000009\", name: {en: information, zh: 咨询}, "))
        try scratch.file("page.html", Array("seen".utf8))
        // Two days later.
        let seen = try Program.run(
            "source",
            "seen",
            "dalian",
            "dalian-notice",
            "--evidence",
            "page.html",
            "--registry",
            "registry",
            in: scratch.path,
            environment: ["SOURCE_DATE_EPOCH": "1795564800"]
        )
        #expect(seen.code == 0, "\(seen.talk)")
        let digest = "7208794c984ea1c75d13877c7427336fe98722c41a056eeee4f37360ec367123"
        let after = try text(scratch, "dalian")
        #expect(after.contains("retrieved: 2026-11-25, sha256: \"\(digest)\""), "\(after)")
        #expect(try Program.run("fmt", "--check", "registry", in: scratch.path).code == 0)
    }

    @Test func `a source is added with what shows it, or seen on the day it was added`() throws {
        let (scratch, run) = try registry()
        try scratch.file("page.html", Array("seen".utf8))
        let added = try run("source add dalian one --kind guide --address unknown --evidence page.html")
        #expect(added.code == 0, "\(added.talk)")
        let digest = "7208794c984ea1c75d13877c7427336fe98722c41a056eeee4f37360ec367123"
        #expect(try text(scratch, "dalian").contains("sha256: \"\(digest)\""))
        #expect(try run("source add dalian two --kind guide --address unknown").code == 0)
        let seen = try run("source seen dalian two --evidence page.html")
        #expect(seen.code == 0, "\(seen.talk)")
        #expect(try run("source seen dalian two --evidence page.html").talk.contains("already"))
    }

    @Test func `a comment behind an empty rollout stays on its line`() throws {
        let (scratch, run) = try registry()
        let before = try text(scratch, "wuxi").replacing("rollout: {}", with: "rollout: {}  # nobody asked yet")
        try scratch.file("registry/wuxi.yaml", Array(before.utf8))
        let enabled = try run("city enable wuxi --stage planned --from 2026-12-01")
        #expect(enabled.code == 0, "\(enabled.talk)")
        #expect(
            try text(scratch, "wuxi").contains(
                "rollout:  # nobody asked yet\n  official-account:\n    stage: {2026-12-01"
            )
        )
    }

    @Test func `a file that changes while an edit is made keeps what somebody wrote, and so do all others`() throws {
        let scratch = try ScratchFolder()
        let files = try ["a.yaml", "b.yaml"].map { name in
            SourceFile(path: try scratch.file(name, Array("old\n".utf8)).path(), bytes: Array("old\n".utf8))
        }
        let changes = files.map { (before: $0, after: SourceFile(path: $0.path, bytes: Array("new\n".utf8))) }
        #expect(throws: Failure.self) {
            try EditedFiles(changes).write { try scratch.file("b.yaml", Array("theirs\n".utf8)) }
        }
        #expect(try scratch.files(below: ".") == ["a.yaml": Array("old\n".utf8), "b.yaml": Array("theirs\n".utf8)])
    }

    @Test func `links, locked files and files with two names are left alone, and modes stay`() throws {
        let scratch = try ScratchFolder()
        let file = SourceFile(path: try scratch.file("a.yaml", Array("old\n".utf8)).path(), bytes: Array("old\n".utf8))
        let new = SourceFile(path: file.path, bytes: Array("new\n".utf8))
        chmod(file.path, 0o444)
        #expect(throws: Failure.self) { try EditedFiles(file, new).write() }
        chmod(file.path, 0o640)
        link(file.path, scratch.path + "/other")
        #expect(throws: Failure.self) { try EditedFiles(file, new).write() }
        unlink(scratch.path + "/other")
        try EditedFiles(file, new).write()
        var status = stat()
        stat(file.path, &status)
        #expect(status.st_mode & 0o7777 == 0o640)
        #expect(try scratch.files(below: ".") == ["a.yaml": Array("new\n".utf8)])
        let alias = SourceFile(path: scratch.path + "/alias.yaml", bytes: new.bytes)
        symlink(file.path, alias.path)
        #expect(throws: Failure.self) { try EditedFiles(alias, SourceFile(path: alias.path, bytes: [])).write() }
        #expect(throws: Failure.self) { try EditedFiles(nil, new).write() }
    }

    @Test func `fmt changes the form alone, and says so by its exit codes`() throws {
        let scratch = try ScratchFolder()
        try scratch.registry()
        let file = try text(scratch, "wuxi")
        try scratch.file(
            "registry/wuxi.yaml",
            Array(file.replacing("schedule: national", with: "schedule:   'national'  ").utf8)
        )
        let check = try Program.run("fmt", "registry", "--check", in: scratch.path)
        #expect(check.code == 2 && check.text == "registry/wuxi.yaml\n", "\(check.talk)")
        let diff = try Program.run("fmt", "registry", "--diff", in: scratch.path)
        #expect(diff.code == 2 && diff.text.contains("+  schedule: \"national\"\n"))
        #expect(try Program.run("fmt", "registry", in: scratch.path).talk == "formatted 1 file\n")
        #expect(try text(scratch, "wuxi") == file.replacing("schedule: national", with: "schedule: \"national\""))
        #expect(try Program.run("fmt", "registry", "--check", in: scratch.path).code == 0)
        let input = try Program.run("fmt", "-", in: scratch.path, input: Array("a:  1".utf8))
        #expect(input.code == 0 && input.text == "a: 1\n")
        #expect(try Program.run("fmt", "-", in: scratch.path, input: Array("a: [".utf8)).code == 3)
        #expect(try Program.run("fmt", "registry", "--check", "--diff", in: scratch.path).code == 64)
        #expect(try Program.run("fmt", "registry/none.yaml", in: scratch.path).code == 3)
    }
}
