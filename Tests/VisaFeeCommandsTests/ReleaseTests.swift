import Foundation
import TestSupport
import Testing

/// Publishing, looking, going back and stopping, as an operator does it.
struct ReleaseTests {
    private let operators: Operators

    init() throws {
        operators = try Operators()
    }

    private var scratch: ScratchFolder { operators.scratch }
    private var registry: String { operators.registry }

    private func run(_ line: String) throws -> Program.Run { try operators.run(line) }

    /// The first key ring, of one key that may do everything.
    private func prepare() throws { try operators.keyRing("anna") }

    @Test func `a release is published, listed, shown, verified, rolled back and listed again`() throws {
        try prepare()
        let first = try run("release publish registry --key anna.key --reason first_one")
        #expect(first.code == 0, "\(first.talk)")
        #expect(first.talk.contains("release 1 is in use in releases"))
        let city = registry + "/dalian.yaml"
        let text = String(decoding: try TestFiles.bytes(city), as: UTF8.self)
        try text.replacing("0411-00000000", with: "0411-00000001").write(
            toFile: city,
            atomically: true,
            encoding: .utf8
        )
        #expect(try run("release publish registry --key anna.key").code == 0)
        let shown = try run("release show")
        #expect(shown.text.contains("release 2: in use") && shown.text.contains("4 cities: verified"), "\(shown.talk)")
        let verified = try run("verify releases/releases/2 --keys keys.json")
        #expect(verified.code == 0 && verified.text.contains("release 2, signed, as published"), "\(verified.talk)")
        let back = try run("release rollback 1 --key anna.key --reason wrong_phone")
        #expect(back.code == 0 && back.talk.contains("release 3 brings back the content of release 1"), "\(back.talk)")
        let list = try run("release list").text.split(separator: "\n")
        #expect(list.count == 3)
        #expect(list[0].contains("in use, back to 1, signed by anna: wrong phone"))
        #expect(list[2].contains("not in use") && list[2].contains("first one"))
        let config = "cities/dalian.json"
        #expect(
            try TestFiles.bytes(scratch.path + "/releases/current/" + config)
                == TestFiles.bytes(scratch.path + "/releases/releases/1/" + config)
        )
    }

    @Test func `one city is verified with its file and a proof, and with no other file`() throws {
        try prepare()
        #expect(try run("release publish registry --key anna.key").code == 0)
        let proof = try run("release proof dalian --output dalian.proof.json")
        #expect(proof.code == 0, "\(proof.talk)")
        let config = "releases/current/cities"
        let good = try run("verify \(config)/dalian.json --city dalian --proof dalian.proof.json --keys keys.json")
        #expect(good.code == 0 && good.text.contains("dalian as in release 1"), "\(good.talk)")
        let other = try run("verify \(config)/wuxi.json --city dalian --proof dalian.proof.json --keys keys.json")
        #expect(other.code == 3 && other.talk.contains("not-included"))
        let late = try Program.run(
            [
                "verify", "\(config)/dalian.json", "--city", "dalian", "--proof", "dalian.proof.json", "--keys",
                "keys.json",
            ],
            in: scratch.path,
            environment: ["SOURCE_DATE_EPOCH": "1799999999"]
        )
        #expect(late.code == 3 && late.talk.contains("expired") && late.talk.contains("publish"))
        #expect(try run("release proof nowhere --output x.json").code == 3)
    }

    @Test func `a stop is written beside the releases, shown, and reopened by a release only`() throws {
        try prepare()
        #expect(try run("release publish registry --key anna.key").code == 0)
        let stop = try run("release stop dalian --key anna.key --reason refunds_fail")
        #expect(stop.code == 0, "\(stop.talk)")
        #expect(stop.talk.contains("payments already begun are finished"))
        #expect(stop.talk.contains("visafee release publish --reopen dalian"))
        #expect(try run("release show").text.contains("stopped since 2026-11-23T08:00:00+08:00: dalian, refunds fail"))
        #expect(try run("release publish registry --key anna.key").code == 0)
        #expect(try run("release show").text.contains("stopped since"))
        let wrong = try run("release publish registry --key anna.key --reopen wuxi")
        #expect(wrong.code == 3 && wrong.talk.contains("'wuxi' is not stopped") && wrong.talk.contains("dalian"))
        #expect(try run("release publish registry --key anna.key --reopen dalian").code == 0)
        #expect(try !run("release show").text.contains("stopped since"))
        // With the store gone a stop still works; a channel nobody can look up is said.
        try FileManager.default.moveItem(atPath: scratch.path + "/releases", toPath: scratch.path + "/away")
        let blind = try run("release stop dalian/whatever --key anna.key --reason drill")
        #expect(blind.code == 0 && blind.talk.contains("was not checked"), "\(blind.talk)")
    }

    @Test func `a stop for a channel that is not there says which there are`() throws {
        try prepare()
        #expect(try run("release publish registry --key anna.key").code == 0)
        let stop = try run("release stop dalian/no-such --key anna.key --reason drill")
        #expect(stop.code == 64 && stop.talk.contains("has no channel 'no-such'"), "\(stop.talk)")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/kill-switch.json"))
    }

    @Test func `where two must sign a release waits for the second`() throws {
        try prepare()
        let made = try run("release key new ben --output ben.key")
        try scratch.file("ben.public.json", made.output)
        let ring = try run(
            "release key ring --add ben.public.json --until 2027-12-31 --release-threshold 2 --key anna.key"
        )
        #expect(ring.code == 0, "\(ring.talk)")
        let publish = try run("release publish registry --key anna.key")
        #expect(publish.code == 0 && publish.talk.contains("waits for 1 more signature; next: visafee release sign 1"))
        #expect(try run("release list").text.contains("waits for 1 more"))
        #expect(try run("release show").code == 3)
        let looked = try run("release sign 1 --look")
        // Where each change is written only the publisher knows.
        let said = publish.text.split(separator: "\n").filter { !$0.contains("Written at") }
        #expect(looked.code == 0 && !said.isEmpty, "\(looked.talk)")
        #expect(looked.text.split(separator: "\n") == said)
        #expect(try run("release list").text.contains("waits for 1 more"))
        let sign = try run("release sign 1 --key ben.key")
        #expect(sign.text == looked.text)
        #expect(sign.code == 0 && sign.talk.contains("release 1 is in use"), "\(sign.talk)")
        #expect(
            try run("release show").text.contains("by anna, ben") || run("release show").text.contains("by ben, anna")
        )
    }

    @Test func `keys are kept out of repositories and from other people's eyes`() throws {
        try scratch.file("repository/.git/HEAD", Array("ref".utf8))
        let inside = try run("release key new anna --output repository/deep/anna.key")
        #expect(inside.code == 3 && inside.talk.contains("lies in the repository"))
        try prepare()
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/anna.key")
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        #expect(try run("release key new anna --output anna.key").code == 3)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.path + "/anna.key")
        let open = try run("release publish registry --key anna.key")
        #expect(open.code == 3 && open.talk.contains("chmod 600 anna.key"))
        #expect(try run("release publish registry").code == 64)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.path + "/keys.json")
        #expect(try run("release publish registry --key keys.json").talk.contains("holds no private key"))
    }

    @Test func `a changed bit anywhere in the store is found, and the message says what to do`() throws {
        try prepare()
        #expect(try run("release publish registry --key anna.key").code == 0)
        for name in ["release.json", "content.json", "index.json", "cities/wuxi.json"] {
            let path = "\(scratch.path)/releases/releases/1/\(name)"
            let whole = try TestFiles.bytes(path)
            var changed = whole
            changed[whole.count / 2] ^= 1
            try Data(changed).write(to: URL(filePath: path))
            let run = try run("release show")
            #expect(run.code == 3, "\(name)")
            #expect(
                run.talk.contains("copy the release again") || run.talk.contains("copy it again"),
                "\(name): \(run.talk)"
            )
            try Data(whole).write(to: URL(filePath: path))
        }
        #expect(try run("release show").code == 0)
    }
}
