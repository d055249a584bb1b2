import Foundation
import TestSupport
import Testing

/// Where reports go, and in which form.
struct ReportTests {
    /// A registry with one finding.
    private func spoiled() throws -> (scratch: ScratchFolder, registry: String) {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        try scratch.file("registry/wuxi.yaml", Array("city: [\n".utf8))
        return (scratch, registry)
    }

    @Test func `each output is the file of the format before it, and the other format is shown`() throws {
        let (scratch, registry) = try spoiled()
        let orders = [
            ["--format", "human", "--format", "sarif", "--output", "a", "--format", "json", "-o", "b"],
            ["--format=sarif", "--output=a", "--format", "human", "--format=json", "--output", "b"],
            ["--format", "json", "-o", "b", "--format", "sarif", "-o", "a", "--format", "human"],
        ]
        for arguments in orders {
            let run = try Program.run(["validate", registry] + arguments, in: scratch.path)
            #expect(run.code == 1)
            #expect(run.text.hasPrefix("error["))
            #expect(
                run.talk == "wrote sarif to a\nwrote json to b\n" || run.talk == "wrote json to b\nwrote sarif to a\n"
            )
            #expect(String(decoding: try scratch.files(below: ".")["a"] ?? [], as: UTF8.self).contains("sarif-schema"))
            #expect(String(decoding: try scratch.files(below: ".")["b"] ?? [], as: UTF8.self).contains("formatVersion"))
        }
    }

    @Test(arguments: [
        (["--output", "a"], "belongs to the --format before it"),
        (["--output", "a", "--format", "json"], "belongs to the --format before it"),
        (["--format", "json", "--output", "a", "--output", "b"], "json has two outputs"),
        (["--format", "json", "--format", "sarif"], "two formats for standard output, json and sarif"),
        (["--format", "json", "-o", "a", "--format", "sarif", "-o", "a"], "two formats for one file"),
        (["--format", "json", "--output", ""], "needs the name of a file"),
        (["--format", "xml"], "'xml' is invalid"),
    ])
    func `formats and outputs that do not pair are exit 64, and nothing is written`(
        arguments: [String],
        words: String
    ) throws {
        let (scratch, registry) = try spoiled()
        let run = try Program.run(["validate", registry] + arguments, in: scratch.path)
        #expect(run.code == 64)
        #expect(run.talk.contains(words), "\(run.talk)")
        #expect(run.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["registry"])
    }

    @Test(arguments: ["registry/dalian.yaml", "./registry/registry.yaml", "link"])
    func `a report never takes the place of a file of the registry`(output: String) throws {
        let (scratch, registry) = try spoiled()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link",
            withDestinationPath: registry + "/dalian.yaml"
        )
        let before = try scratch.files(below: "registry")
        let run = try Program.run("validate", registry, "--format", "json", "-o", output, in: scratch.path)
        #expect(run.code == 64)
        #expect(run.talk.contains("is a file of the registry: name another"))
        #expect(try scratch.files(below: "registry") == before)
    }

    @Test func `an output that cannot be written is exit 3, and keeps no other report from being written`() throws {
        let (scratch, registry) = try spoiled()
        try scratch.file("locked/old", Array("old".utf8))
        for (file, words) in [
            ("missing/a", "No such file or directory"), ("locked", "it is a folder; name a file in it"),
        ] {
            let run = try Program.run(
                "validate",
                registry,
                "--format",
                "compact",
                "--format",
                "sarif",
                "--output",
                file,
                "--format",
                "json",
                "--output",
                "good",
                in: scratch.path
            )
            #expect(run.code == 3)
            #expect(run.talk.contains("cannot write the report to"), "\(run.talk)")
            #expect(run.talk.contains(words), "\(run.talk)")
            #expect(run.text.contains("[yaml-syntax]"))
            #expect(try !TestFiles.bytes(scratch.path + "/good").isEmpty)
        }
    }

    @Test func `an output takes the place of an old one in one step, and keeps its mode and its link`() throws {
        let (scratch, registry) = try spoiled()
        try scratch.file("real", Array("old".utf8))
        #expect(chmod(scratch.path + "/real", 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: "real")
        let run = try Program.run("validate", registry, "--format", "gitlab", "--output", "link", in: scratch.path)
        #expect(run.code == 1)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/link") == "real")
        #expect(String(decoding: try TestFiles.bytes(scratch.path + "/real"), as: UTF8.self).hasPrefix("["))
        var status = stat()
        #expect(stat(scratch.path + "/real", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path)) == ["registry", "real", "link"])
        #expect(try Program.run("validate", registry, "--format", "json", "--output", "/dev/null").code == 1)
    }

    @Test(arguments: ["compact", "json", "sarif", "junit", "github", "gitlab", "markdown"])
    func `a form for machines is alone on standard output, and the tally is said beside it`(format: String) throws {
        let (scratch, registry) = try spoiled()
        let run = try Program.run("validate", registry, "--format", format)
        #expect(run.code == 1)
        #expect(run.talk.hasPrefix("2 errors in 1 of 7 files\n"))
        #expect(format == "markdown" || !run.text.contains("2 errors in 1 of 7 files"))
        #expect(try scratch.files(below: ".").keys.allSatisfy { $0.hasPrefix("registry/") })
    }

    @Test func `the language holds for every form`() throws {
        let (scratch, registry) = try spoiled()
        defer { withExtendedLifetime(scratch) {} }
        for format in ["human", "json", "sarif", "junit", "github", "gitlab", "markdown"] {
            let run = try Program.run("validate", registry, "--format", format, "--lang", "zh")
            #expect(run.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } || format == "json")
            #expect(!run.text.contains("For the reason"))
        }
    }

    @Test
    func `under GitHub Actions a named format is not touched, and nothing is chosen by detection but people's own`()
        throws
    {
        let (scratch, registry) = try spoiled()
        defer { withExtendedLifetime(scratch) {} }
        let actions = ["GITHUB_ACTIONS": "true"]
        let named = try Program.run("validate", registry, "--format", "json", environment: actions)
        #expect(named.text.hasPrefix("{"))
        let chosen = try Program.run("validate", registry, environment: actions)
        #expect(chosen.text.hasPrefix("::stop-commands::"))
        #expect(chosen.text.contains("\n::error file="))
        #expect(!(try Program.run("validate", registry).text.contains("::error")))
    }

    @Test func `a step summary that cannot be written is said, after everything else`() throws {
        let (scratch, registry) = try spoiled()
        defer { withExtendedLifetime(scratch) {} }
        let run = try Program.run(
            "validate",
            registry,
            "--format",
            "github",
            environment: ["GITHUB_STEP_SUMMARY": "/nowhere/summary"]
        )
        #expect(run.code == 3)
        #expect(run.text.hasPrefix("::error"))
        #expect(run.talk.contains("/nowhere/summary"))
    }

    @Test func `an exception holds until a day is named on which it has run out`() throws {
        let scratch = try ScratchFolder()
        let registry = try scratch.registry()
        let path = registry + "/dalian.yaml"
        let text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
        let comment = "# visafee: allow unused-source until 2027-03-01, because a fact will need it"
        try scratch.file(
            "registry/dalian.yaml",
            Array(
                text.replacing(
                    "\nsources:\n",
                    with:
                        "\nsources:\n  \(comment)\n  left: {kind: guide, address: example.test/l, retrieved: 2025-12-01}\n"
                ).utf8
            )
        )
        let strict = ["validate", registry, "--format", "compact", "--fail-on", "warning"]
        let holding = try Program.run(strict)
        #expect(holding.code == 0, "\(holding.text)")
        #expect(holding.talk.contains("(1 suppressed, until 2027-03-01)"))
        #expect(try Program.run(strict + ["--as-of", "2027-02-28"]).code == 0)
        let expired = try Program.run(strict + ["--as-of", "2027-03-01"])
        #expect(expired.code == 1)
        #expect(expired.text.contains("[expired-suppression]"))
        #expect(expired.text.contains("[unused-source]"))
    }

    @Test func `the schema of findings is printed, and rules are listed with those about exceptions`() throws {
        #expect(try Program.run("schema", "findings").text.contains("\"VisaFee findings\""))
        let rules = try Program.run("rules", "--format", "json").text
        for id in ["malformed-suppression", "unused-suppression", "expired-suppression"] {
            #expect(rules.contains("\"id\": \"\(id)\""))
            #expect(try Program.run("explain", id, "--lang", "zh").code == 0)
        }
        #expect(try Program.run("explain", "unused-source").text.contains("# visafee: allow unused-source until"))
        #expect(try !Program.run("explain", "fee-gap").text.contains("# visafee: allow"))
    }
}
