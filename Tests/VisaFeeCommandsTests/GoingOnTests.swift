import Foundation
import TestSupport
import Testing

/// Going back, opening again and going on from a store that was damaged: nothing opens unseen, and nobody is locked out.
struct GoingOnTests {
    private let operators: Operators
    private static let place = "dalian/official-account"

    init() throws {
        operators = try Operators(dalian: "{2026-11-18: shadow}")
        try operators.keyRing("anna", "ben")
    }

    private var folder: String { operators.scratch.path }

    private func run(_ line: String) throws -> Program.Run { try operators.run(line) }

    private func publish(_ more: String = "") throws {
        let publish = try run("release publish registry --key anna.key \(more)")
        #expect(publish.code == 0, "\(publish.talk)")
    }

    /// Release 1 without payments, release 2 with a pilot in Dalian from today on.
    private func openPilot() throws {
        try publish()
        try operators.edit("dalian", "2026-11-18: shadow}", "2026-11-18: shadow, 2026-11-23: {pilot: 5%}}")
        #expect(try run("plan registry --against release --output plan.json").code == 0)
        #expect(try run("release approve plan.json --key ben.key --output ben.json").code == 0)
        try publish("--plan plan.json --approval ben.json --decide sandbox-payment@\(Self.place)=seen")
    }

    @Test func `going back to fewer payments is free, and back to more passes the gates of publishing`() throws {
        try openPilot()
        let down = try run("release rollback 1 --key anna.key --reason drill")
        #expect(down.code == 0 && down.text.contains("[payments-paused]"), "\(down.text)\(down.talk)")
        let up = try run("release rollback 2 --key anna.key --reason drill")
        #expect(up.code == 1, "\(up.talk)")
        #expect(up.text.contains("[payments-opened]"))
        #expect(up.talk.contains("nothing was published") && up.talk.contains("approved 1: fail"), "\(up.talk)")
        #expect(try run("release show").text.hasPrefix("release 3: in use"))
        #expect(try run("plan release:2 --against release --output back.json").code == 0)
        #expect(try run("release approve back.json --key ben.key --output back.ben.json").code == 0)
        let approved = try run(
            "release rollback 2 --key anna.key --reason drill --plan back.json --approval back.ben.json "
                + "--decide sandbox-payment@\(Self.place)=seen"
        )
        #expect(approved.code == 0, "\(approved.talk)")
        #expect(try run("release show").text.contains("decided: sandbox-payment for \(Self.place): seen"))
        let again = try run(
            "release rollback 2 --key anna.key --reason drill --plan back.json --approval back.ben.json"
        )
        #expect(again.code == 3 && again.talk.contains("visafee plan release:2 --against release"), "\(again.talk)")
    }

    @Test func `a pause that is taken away opens payments, and passes gates though no move is written`() throws {
        try openPilot()
        try operators.edit("dalian", "{pilot: 5%}}", "{pilot: 5%}, 2026-11-24: paused}")
        try publish()
        let back = try run("release rollback 2 --key anna.key --reason drill")
        #expect(back.code == 1 && back.talk.contains("paused to pilot 5%: approved 1: fail"), "\(back.talk)")
        try operators.edit("dalian", ", 2026-11-24: paused}", "}")
        let anew = try run("release publish registry --key anna.key")
        #expect(anew.code == 1 && anew.talk.contains("paused to pilot 5%: approved 1: fail"), "\(anew.talk)")
    }

    @Test func `a stop is told of wherever somebody looks, and so is its end`() throws {
        try openPilot()
        #expect(try run("release stop dalian --key anna.key --reason refunds_fail").code == 0)
        let stopped = "dalian takes no new payments: stopped since 2026-11-23T08:00:00+08:00, refunds fail"
        #expect(try run("rollout status dalian --content registry").text.contains(stopped))
        #expect(try run("rollout status dalian --content registry --lang zh").text.contains("dalian均不接受新的缴费"))
        #expect(try run("rollout status dalian --content registry --format json").text.contains("refunds fail"))
        #expect(try !run("rollout status wuxi --content registry").text.contains("stopped since"))
        #expect(try run("release publish registry --key anna.key").text.contains(stopped))
        #expect(try run("release rollback 2 --key anna.key --reason drill").text.contains(stopped))
        let reopened = try run("release publish registry --key anna.key --reopen dalian")
        #expect(reopened.code == 0, "\(reopened.talk)")
        #expect(
            reopened.text.contains(
                "[payments-opened] People can pay again in dalian (stopped since 2026-11-23T08:00:00+08:00, refunds fail)"
            ),
            "\(reopened.text)"
        )
        #expect(try !run("rollout status dalian --content registry").text.contains("stopped since"))
        // Where nobody could pay anyway, nothing opens.
        #expect(try run("release stop wuxi --key anna.key --reason drill").code == 0)
        let lifted = try run("release publish registry --key anna.key --reopen wuxi")
        #expect(lifted.text.contains("The stop of wuxi is lifted, and today nobody can pay there all the same"))
        #expect(!lifted.text.contains("[payments-opened]"))
    }

    @Test(arguments: [
        "echo x >> release.json", "rm release.json", "rm cities/dalian.json", "truncate -s 100 content.json",
        "sed -i s/dalian/dalien/ cities/dalian.json", "sed -i 's,release/1,release/2,' release.json", "rm -r ../2",
    ])
    func `a damaged release in use keeps nobody from going on from the newest that is whole`(damage: String) throws {
        try publish("--reason first")
        try operators.edit("dalian", "0411-00000000", "0411-00000001")
        try publish("--reason second")
        #expect(try Program.shell("cd releases/releases/2 && \(damage)", in: folder).code == 0)
        let anew = try run("release publish registry --key anna.key --reason third")
        #expect(anew.code == 0, "\(anew.talk)")
        #expect(anew.talk.contains("release 2, in use, is damaged (") && anew.talk.contains("goes on from release 1"))
        #expect(anew.text.contains("0411-00000001"), "\(anew.text)")
        #expect(try run("release show").code == 0)
        #expect(try Program.shell("cd releases/releases/3 && rm content.json", in: folder).code == 0)
        let back = try run("release rollback 1 --key anna.key --reason back")
        #expect(back.code == 0 && back.talk.contains("release 3, in use, is damaged ("), "\(back.talk)")
        #expect(try run("release show").text.contains("brings back the content of 1"))
    }

    @Test func `a stop that only an engine remembers is opened again with that engine's file`() throws {
        try publish()
        #expect(try run("release stop dalian --key anna.key --reason drill").code == 0)
        let orders = try String(decoding: TestFiles.bytes(folder + "/kill-switch.json"), as: UTF8.self)
        let remembered = ["format": "visafee.remembered-releases/1", "kill-switch": orders]
        let form: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try JSONSerialization.data(withJSONObject: remembered, options: form)
        try operators.scratch.file("memory.json", [UInt8](bytes))
        try FileManager.default.removeItem(atPath: folder + "/kill-switch.json")
        let lost = try run("release publish registry --key anna.key --reopen dalian")
        #expect(lost.code == 3 && lost.talk.contains("add --remembered FILE"), "\(lost.talk)")
        try publish("--reopen dalian --remembered memory.json")
        let again = try run("release publish registry --key anna.key --reopen dalian --remembered memory.json")
        #expect(again.code == 3 && again.talk.contains("'dalian' is not stopped"), "\(again.talk)")
    }

    @Test func `after the keys were changed whoever holds the old ring verifies what lies in a store`() throws {
        try publish()
        try operators.scratch.file("eve.public.json", run("release key new eve --output eve.key").output)
        let anna = try run("release key list").text.split(separator: "\n").first { $0.contains("anna") }
        let id = try #require(anna?.split(separator: " ").first)
        let ring = try run(
            "release key ring --add eve.public.json --remove \(id) --until 2027-12-31 --key anna.key --key ben.key "
                + "--key eve.key"
        )
        #expect(ring.code == 0, "\(ring.talk)")
        let publish = try run("release publish registry --key eve.key")
        #expect(publish.code == 0, "\(publish.talk)")
        #expect(try run("verify releases/releases/2 --keys keys.json").code == 0)
        #expect(try run("verify releases/current --keys keys.json").code == 0)
        let old = try run("verify releases/releases/1 --keys keys.json")
        #expect(old.code == 0 && old.text.contains("under an earlier key ring"), "\(old.talk)")
        #expect(try Program.shell("cp -r releases/releases/2 alone", in: folder).code == 0)
        let alone = try run("verify alone --keys keys.json")
        #expect(alone.code == 3 && alone.talk.contains("--keys releases/keys/NUMBER.json"), "\(alone.talk)")
        #expect(try run("verify alone --keys releases/keys/2.json").code == 0)
    }
}
