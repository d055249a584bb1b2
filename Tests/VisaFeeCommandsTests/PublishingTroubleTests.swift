import Foundation
import TestSupport
import Testing

/// What goes wrong while somebody publishes, seen with the built program: nothing is lost, the last good release stays in
/// use, and the message says what to do.
struct PublishingTroubleTests {
    private let operators: Operators

    init() throws {
        operators = try Operators()
        try operators.keyRing("anna")
    }

    private func run(_ line: String) throws -> Program.Run { try operators.run(line) }

    private var folder: String { operators.scratch.path }

    @Test(.enabled(if: geteuid() == 0, "a small disk can be mounted by root only"))
    func `a disk that is full in the middle of a publish leaves the last release in use, and room is all it takes`()
        throws
    {
        // The disk is there as long as this one shell, and nobody else sees it.
        let script = """
            mkdir disk && mount -t tmpfs -o size=2m tmpfs disk || exit 70
            publish() { visafee release publish registry --key anna.key --store disk/store; }
            publish || exit 71
            head -c 3m /dev/zero > disk/filler 2> filling
            publish 2> full; echo "full: $?"
            visafee release show --store disk/store || exit 72
            find disk/store -name '*.new*' | sed 's/^/left: /'
            rm disk/filler
            sed -i s/0411-00000000/0411-00000001/ registry/dalian.yaml
            publish || exit 73
            visafee release show --store disk/store
            """
        try operators.scratch.file("script", Array(script.utf8))
        let run = try Program.shell("unshare -m sh script", in: folder)
        #expect(run.code == 0, "\(run.code): \(run.talk)")
        #expect(run.text.contains("full: 3"), "\(run.text)")
        #expect(!run.text.contains("left: "))
        let said = String(decoding: try TestFiles.bytes(folder + "/full"), as: UTF8.self)
        #expect(said.contains("make room and run the command again"), "\(said)")
        let shown = run.text.split(separator: "\n").filter { $0.hasPrefix("release ") }
        #expect(shown.first?.hasPrefix("release 1: in use") == true, "\(run.text)")
        #expect(shown.last?.hasPrefix("release 2: in use") == true, "\(run.text)")
    }

    @Test func `of two who publish at once each is told the truth, and the store is whole`() throws {
        #expect(try run("release publish registry --key anna.key").code == 0)
        let script = """
            sed s/0411-00000000/0411-00000001/ -i registry/dalian.yaml
            for i in 1 2 3 4; do
              (visafee release publish registry --key anna.key > out$i 2> talk$i; echo $? > code$i) &
            done
            wait
            """
        #expect(try Program.shell(script, in: folder).code == 0)
        var published: Set<String> = []
        var refused = 0
        for number in 1...4 {
            let code = String(decoding: try TestFiles.bytes("\(folder)/code\(number)"), as: UTF8.self)
            let talk = String(decoding: try TestFiles.bytes("\(folder)/talk\(number)"), as: UTF8.self)
            if code == "0\n" {
                let line = try #require(talk.split(separator: "\n").first { $0.contains("is in use in releases") })
                #expect(published.insert(String(line)).inserted, "two were told \(line)")
            } else {
                #expect(code == "3\n" || code == "1\n", "\(code) \(talk)")
                #expect(talk.contains("visafee: "), "\(talk)")
                refused += 1
            }
        }
        #expect(published.count + refused == 4)
        #expect(!published.isEmpty)
        #expect(try run("release show").code == 0)
        let list = try run("release list").text.split(separator: "\n")
        #expect(list.count >= 2)
        #expect(try run("verify releases/current --keys keys.json").code == 0)
    }

    @Test func `a release that was copied by half is refused, and an earlier one is still there to go back to`() throws
    {
        #expect(try run("release publish registry --key anna.key").code == 0)
        try operators.edit("dalian", "0411-00000000", "0411-00000001")
        #expect(try run("release publish registry --key anna.key").code == 0)
        let half = "\(folder)/releases/releases/2"
        let whole = try TestFiles.bytes("\(half)/cities/dalian.json")
        try FileManager.default.removeItem(atPath: "\(half)/cities/dalian.json")
        let shown = try run("release show")
        #expect(shown.code == 3 && shown.talk.contains("again"), "\(shown.talk)")
        #expect(try run("verify releases/releases/2 --keys keys.json").code == 3)
        #expect(try run("verify releases/releases/1 --keys keys.json").code == 0)
        try Data(whole.prefix(whole.count / 2)).write(to: URL(filePath: "\(half)/cities/dalian.json"))
        #expect(try run("release show").code == 3)
        try Data(whole).write(to: URL(filePath: "\(half)/cities/dalian.json"))
        #expect(try run("release show").code == 0)
    }
}
