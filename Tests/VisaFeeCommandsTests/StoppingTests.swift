import Foundation
import TestSupport
import Testing

/// Stopping, as somebody does it in a hurry: the command never says that payments stopped where they go on.
struct StoppingTests {
    private let operators: Operators

    init() throws {
        operators = try Operators()
        try operators.keyRing("anna")
    }

    private var folder: String { operators.scratch.path }

    private var killSwitch: String { folder + "/kill-switch.json" }

    private func run(_ line: String) throws -> Program.Run { try operators.run(line) }

    private func text() throws -> String { String(decoding: try TestFiles.bytes(killSwitch), as: UTF8.self) }

    @Test func `a key that no engine accepts stops nothing, and the command says so`() throws {
        try operators.scratch.file("ben.public.json", run("release key new ben --output ben.key").output)
        let stranger = try run("release stop dalian --key ben.key --reason drill")
        #expect(stranger.code == 3, "\(stranger.talk)")
        #expect(stranger.talk.contains("dalian is NOT stopped, and payments go on"))
        #expect(stranger.talk.contains("does not count for stopping") && stranger.talk.contains("release key list"))
        #expect(!FileManager.default.fileExists(atPath: killSwitch))
        let ring = try run(
            "release key ring --add ben.public.json --roles release --until 2027-12-31 --key anna.key"
        )
        #expect(ring.code == 0, "\(ring.talk)")
        let publisher = try run("release stop dalian --key ben.key --reason drill")
        #expect(publisher.code == 3 && publisher.talk.contains("is for release"), "\(publisher.talk)")
        #expect(!FileManager.default.fileExists(atPath: killSwitch))
        // Of several keys the one that counts signs.
        #expect(try run("release stop dalian --key ben.key --key anna.key --reason drill").code == 0)
    }

    @Test func `where no key ring can be read the order is written, and nobody is told that it works`() throws {
        let blind = try run("release stop dalian --key anna.key --reason drill --keys nowhere.json")
        #expect(blind.code == 3, "\(blind.talk)")
        #expect(blind.talk.contains("NOT CHECKED whether dalian is stopped") && blind.talk.contains("--keys"))
        #expect(!blind.talk.contains("takes no new payments"))
        #expect(try text().contains("dalian"))
    }

    @Test func `an order that somebody else's key signed is shown as one that stops nothing`() throws {
        #expect(try run("release publish registry --key anna.key").code == 0)
        _ = try run("release key new mallory --output mallory.key")
        _ = try run("release stop dalian --key mallory.key --reason forged --keys nowhere.json")
        let shown = try run("release show").text
        #expect(shown.contains("stops nothing, for engines do not accept it: the order to stop 'dalian'"), "\(shown)")
        #expect(!shown.contains("stopped since"))
        let stop = try run("release stop wuxi --key anna.key --reason drill")
        #expect(stop.code == 0, "\(stop.talk)")
        #expect(stop.talk.contains("stops nothing") && stop.talk.contains("'dalian'"))
    }

    @Test func `a file that was not there is named, for engines may watch another`() throws {
        let first = try run("release stop dalian --key anna.key --reason drill")
        #expect(first.code == 0)
        #expect(first.talk.contains("kill-switch.json was not there and is new"))
        #expect(first.talk.contains("engines that watch another file do NOT stop"))
        #expect(!first.talk.contains("stopped: "))
        let second = try run("release stop wuxi --key anna.key --reason drill")
        #expect(second.talk.contains("stopped: wuxi takes no new payments") && !second.talk.contains("is new"))
        #expect(second.talk.contains("engines that watch \(folder)/kill-switch.json"), "\(second.talk)")
    }

    @Test func `a stop that cannot be written says that payments go on`() throws {
        let stop = "release stop dalian --key anna.key --reason drill"
        let nowhere = try run("\(stop) --kill-switch keys.json/kill-switch.json")
        #expect(nowhere.code == 3, "\(nowhere.talk)")
        #expect(nowhere.talk.contains("dalian is NOT stopped, and payments go on: "))
        #expect(nowhere.talk.contains("see that it can be written") && nowhere.talk.contains("--kill-switch FILE"))
        #expect(!nowhere.talk.contains("release in use") && !nowhere.talk.contains("published"))
    }

    @Test(.enabled(if: geteuid() == 0, "a small disk can be mounted by root only"))
    func `on a full disk a stop says to make room, and that the city is not stopped`() throws {
        let script = """
            mkdir disk && mount -t tmpfs -o size=64k tmpfs disk || exit 70
            head -c 1m /dev/zero > disk/filler 2> filling
            visafee release stop dalian --key anna.key --reason drill --kill-switch disk/kill-switch.json
            echo "full: $?"
            """
        try operators.scratch.file("script", Array(script.utf8))
        let run = try Program.shell("unshare -m sh script", in: folder)
        #expect(run.text.contains("full: 3"), "\(run.text) \(run.talk)")
        #expect(run.talk.contains("dalian is NOT stopped, and payments go on") && run.talk.contains("make room"))
        #expect(!run.talk.contains("published"))
    }

    @Test func `one damaged order takes no other with it, and the place it stopped is named`() throws {
        for city in ["dalian", "ningbo", "sanya"] {
            #expect(try run("release stop \(city) --key anna.key --reason drill_\(city)").code == 0)
        }
        let damaged = try text().replacing("drill ningbo\\\"", with: "drill ningbo")
        try operators.scratch.file("kill-switch.json", Array(damaged.utf8))
        let stop = try run("release stop wuxi --key anna.key --reason drill")
        #expect(stop.code == 0, "\(stop.talk)")
        #expect(stop.talk.contains("LOST is the stop of ningbo"), "\(stop.talk)")
        #expect(stop.talk.contains("2 of its orders"))
        #expect(stop.talk.contains("kill-switch.json.unreadable-"))
        let kept = try text()
        for city in ["dalian", "sanya", "wuxi"] { #expect(kept.contains(city)) }
        #expect(!kept.contains("ningbo"))
    }

    @Test(arguments: ["", "_", "__"])
    func `a reason that says nothing is refused`(reason: String) throws {
        let words = ["--key", "anna.key", "--reason", reason.replacing("_", with: " ")]
        for command in [["stop", "dalian"], ["rollback", "1"], ["publish", "registry"]] {
            let run = try Program.run(["release"] + command + words, in: folder)
            #expect(run.code == 64 && run.talk.contains("--reason says why"), "\(command) \(run.talk)")
        }
        #expect(!FileManager.default.fileExists(atPath: killSwitch))
    }
}
