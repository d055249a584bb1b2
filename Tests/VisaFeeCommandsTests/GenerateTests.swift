import SeededRandomness
import Foundation
import TestSupport
import Testing

struct GenerateTests {
    @Test func `the same registry gives the same bytes in every locale, time zone and folder`() throws {
        let scratch = try ScratchFolder()
        try scratch.registry()
        let first = try Program.run(
            "generate",
            TestRegistry.fictional.folder,
            "--output",
            scratch.path + "/a",
            "--pages"
        )
        #expect(first.code == 0, "\(first.talk)")
        let reference = try scratch.files(below: "a")
        #expect(reference.count > 700)
        let surroundings: [[String: String]] = [
            ["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"],
            ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles", "SOURCE_DATE_EPOCH": "0"],
        ]
        for (number, environment) in surroundings.enumerated() {
            let output = "\(scratch.path)/b\(number)"
            let run = try Program.run(
                "generate",
                "registry",
                "--output",
                output,
                "--pages",
                in: scratch.path,
                environment: environment
            )
            #expect(run.code == 0, "\(run.talk)")
            #expect(try scratch.files(below: "b\(number)") == reference, "\(environment)")
        }
    }

    @Test func `verify passes what was generated and refuses any change to it`() throws {
        let scratch = try ScratchFolder()
        let output = scratch.path + "/content"
        #expect(try Program.run("generate", TestRegistry.fictional.folder, "--output", output).code == 0)
        #expect(try Program.run("verify", output).code == 0)
        let files = try scratch.files(below: "content")
        var generator = SeededGenerator(seed: 7)
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            for _ in 0..<3 {
                var flipped = bytes
                flipped[Int.random(in: bytes.indices, using: &generator)] ^=
                    1 << UInt8.random(in: 0..<8, using: &generator)
                try Data(flipped).write(to: URL(filePath: "\(output)/\(path)"))
                let run = try Program.run("verify", output)
                #expect(run.code == 3, "\(path)")
                #expect(run.talk.contains("not what was generated"))
            }
            try Data(bytes).write(to: URL(filePath: "\(output)/\(path)"))
        }
        try scratch.file("content/extra.json", Array("{}".utf8))
        #expect(try Program.run("verify", output).talk.contains("extra.json: it is there and not listed"))
        try FileManager.default.removeItem(atPath: output + "/extra.json")
        try FileManager.default.removeItem(atPath: output + "/cities/wuxi.json")
        #expect(try Program.run("verify", output).talk.contains("cities/wuxi.json: it is listed and not there"))
    }

    @Test func `a generate that fails leaves the previous output untouched`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let output = scratch.path + "/content"
        #expect(try Program.run("generate", registry, "--output", output).code == 0)
        let before = try scratch.files(below: "content")
        try "city: [".write(toFile: registry + "/wuxi.yaml", atomically: true, encoding: .utf8)
        #expect(try Program.run("generate", registry, "--output", output).code == 1)
        #expect(try scratch.files(below: "content") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["content", "registry"])
    }

    @Test func `a folder with other people's files is not touched`() throws {
        let scratch = try ScratchFolder()
        try scratch.file("home/letter.txt", Array("dear".utf8))
        let run = try Program.run("generate", TestRegistry.fictional.folder, "--output", scratch.path + "/home")
        #expect(run.code == 3)
        #expect(run.talk.contains("letter.txt"))
        #expect(try scratch.files(below: "home") == ["letter.txt": Array("dear".utf8)])
    }

    @Test func `check names the stale files and exits 2`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let output = scratch.path + "/content"
        #expect(try Program.run("generate", registry, "--output", output).code == 0)
        #expect(try Program.run("generate", registry, "--output", output, "--check").code == 0)
        let city = registry + "/dalian.yaml"
        let text = String(decoding: try TestFiles.bytes(city), as: UTF8.self)
        try text.replacing("0411-00000000", with: "0411-00000001").write(
            toFile: city,
            atomically: true,
            encoding: .utf8
        )
        let before = try scratch.files(below: "content")
        let run = try Program.run("generate", registry, "--output", output, "--check")
        #expect(run.code == 2)
        #expect(run.text.contains("cities/dalian.json: differs"))
        #expect(run.text.contains("content.json: differs"))
        #expect(!run.text.contains("index.json"))
        #expect(try scratch.files(below: "content") == before)
    }
}
