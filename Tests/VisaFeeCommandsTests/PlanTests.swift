import Foundation
import TestSupport
import Testing

/// Plans as an administrator makes them, and what publishing holds against them.
struct PlanTests {
    private let operators: Operators

    init() throws {
        operators = try Operators(dalian: "{2026-11-18: shadow}")
    }

    private func run(_ line: String) throws -> Program.Run { try operators.run(line) }

    /// Keys, and a first release of the registry as it is.
    private func publishFirst() throws {
        try operators.keyRing("anna", "ben")
        let first = try run("release publish registry --key anna.key")
        #expect(first.code == 0, "\(first.talk)")
    }

    @Test func `the ten lines of the walk-through do what its page says`() throws {
        try publishFirst()
        let page = TestFiles.package + "/Sources/VisaFeeCommands/Documentation.docc/PilotWalkThrough.md"
        let lines = String(decoding: try TestFiles.bytes(page), as: UTF8.self).split(separator: "\n").map(String.init)
        var (isCode, said, steps) = (false, "", 0)
        for line in lines {
            if line == "```" {
                isCode.toggle()
            } else if isCode, line.hasPrefix("$ ") {
                let run = try Program.shell(String(line.dropFirst(2)), in: operators.scratch.path)
                #expect(run.code == 0, "\(line): \(run.talk)")
                said = run.text + run.talk
                steps += 1
            } else if isCode {
                #expect(said.contains(line), "\(line) is not in:\n\(said)")
            }
        }
        #expect(steps == 10)
        let shown = try run("release show").text
        #expect(shown.contains("brings back the content of 2") && shown.contains("dalian, refunds fail"))
        #expect(try run("release show 2").text.contains("decided: sandbox-payment for dalian/official-account"))
    }

    @Test func `comments and order change no answer, and the exit code says so`() throws {
        try publishFirst()
        try operators.edit("dalian", "city: dalian", "# moved about\n\ncity: dalian")
        let plan = try run("plan registry --against release --exit-code")
        #expect(plan.code == 0, "\(plan.talk)")
        #expect(plan.text.hasPrefix("No answer changes (0 of "))
        #expect(plan.text.contains("the registry's bytes differ."))
        let chinese = try run("plan registry --against release --lang zh")
        #expect(chinese.text.hasPrefix("没有任何答复发生变化"))
    }

    @Test(arguments: [
        [("dalian", "2026-11-18: shadow}", "2026-11-18: shadow, 2026-12-01: none}")],
        [("dalian", "city: dalian", "# moved\n\ncity: dalian"), ("sanya", "city: sanya", "# moved\n\ncity: sanya")],
        [("fees/national", "fee: 160", "fee: {undated: 160, 2027-03-01: 175}")],
        [
            ("fees/national", "fee: 160", "fee: 175"),
            ("dalian", "2026-11-18: shadow}", "2026-11-18: shadow, 2026-12-01: none}"),
        ],
    ])
    func `a plan that is only read says what one that is kept says, which generates everything`(
        edits: [(String, String, String)]
    ) throws {
        #expect(try Program.shell("cp -r registry before", in: operators.scratch.path).code == 0)
        for (file, old, new) in edits { try operators.edit(file, old, new) }
        let read = try run("plan registry --against before")
        let kept = try run("plan registry --against before --output plan.json")
        #expect(read.code == 0 && kept.code == 0, "\(read.talk)\(kept.talk)")
        #expect(read.text == kept.text)
        #expect(try run("generate before --output content").code == 0)
        #expect(try run("plan registry --against content").text == read.text)
    }

    @Test func `a plan is compared with a commit, a folder and a release, in four forms`() throws {
        try publishFirst()
        for command in ["init -q", "add registry", "-c user.name=x -c user.email=x@example.test commit -qm first"] {
            #expect(try Program.shell("git \(command)", in: operators.scratch.path).code == 0)
        }
        #expect(try run("generate registry --output before").code == 0)
        try operators.edit("dalian", "2026-11-18: shadow}", "2026-11-18: shadow, 2026-12-01: none}")
        for base in ["git:HEAD", "release", "release:1", "before"] {
            let plan = try run("plan registry --against \(base) --exit-code")
            #expect(plan.code == 2, "\(base): \(plan.talk)")
            #expect(
                plan.text.contains("[stage-changed] From 2026-12-01 on still nobody can pay in Dalian"),
                "\(plan.text)"
            )
        }
        #expect(try run("plan registry --format markdown").text.contains("- `stage-changed` From 2026"))
        #expect(try run("plan registry --format html").text.hasPrefix("<!doctype html>"))
        #expect(try run("plan registry --format json").text.contains("\"formatVersion\": 1"))
        #expect(try run("plan registry --against git:no-such-branch").code == 3)
        #expect(try run("plan registry --against git:--output=x").code == 64)
        #expect(try run("plan registry --against release:9").talk.contains("visafee release list"))
    }

    @Test func `a commit is a content too, and a branch needs no word before it`() throws {
        let steps =
            "mv registry cities; git init -q -b trunk; git add cities; "
            + "git -c user.name=x -c user.email=x@example.test commit -qm first"
        #expect(try Program.shell(steps, in: operators.scratch.path).code == 0)
        for line in [
            "plan cities --against trunk", "plan git:HEAD", "plan trunk --against cities",
            "rollout status dalian --content git:HEAD", "rollout status dalian --content trunk",
        ] {
            let run = try run(line)
            #expect(run.code == 0, "\(line): \(run.talk)")
        }
        let none = try run("plan nodir")
        #expect(none.code == 3 && none.talk.contains("there is no folder 'nodir'"), "\(none.talk)")
        #expect(none.talk.contains("git:main"))
    }

    @Test(arguments: [
        "true",
        "sed -i 's/fee: {2027-03-01: 170}/fee: {2027-03-01: 180}/' registry/dalian.yaml",
        "sed -i 's/0411-00000000/0411-00000009/' registry/dalian.yaml; sed -i 's/^city: /# moved\\n&/' registry/wuxi.yaml",
        "sed -i 's/  fee: 1095/  fee: 1000/' registry/registry.yaml",
        "sed -i 's/: 160}/: 165}/; s/: 400}/: 450}/' registry/fees/national.yaml",
        "rm registry/wuxi.yaml",
        "mv registry/wuxi.yaml aside; git add -A; git commit -qm without; mv aside registry/wuxi.yaml",
        "for c in dalian ningbo sanya wuxi; do sed -i '1i # a comment' registry/$c.yaml; done",
    ])
    func `a plan that is only read says the same as one that is kept, for which everything is generated`(
        change: String
    ) throws {
        let name =
            "export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@example.test GIT_COMMITTER_NAME=x "
            + "GIT_COMMITTER_EMAIL=x@example.test; "
        let steps = name + "git init -q; git add registry; git commit -qm first; cp -r registry before; \(change)"
        #expect(try Program.shell(steps, in: operators.scratch.path).code == 0)
        for against in ["git:HEAD", "before"] {
            for form in ["human", "markdown", "html"] {
                let read = try run("plan registry --against \(against) --format \(form) --exit-code")
                let kept = try run("plan registry --against \(against) --format \(form) --exit-code --output p.json")
                #expect(read.text == kept.text)
                #expect(read.code == kept.code)
                #expect([0, 2].contains(read.code), "\(read.talk)")
            }
        }
    }

    @Test func `of two registries that are compared the one that is not valid is named`() throws {
        let steps = "cp -r registry before; echo 'nonsense: 1' >> before/wuxi.yaml"
        #expect(try Program.shell(steps, in: operators.scratch.path).code == 0)
        let old = try run("plan registry --against before")
        #expect(old.code == 1 && old.talk.contains("before is not valid"), "\(old.talk)")
        let new = try run("plan before --against registry")
        #expect(new.code == 1 && new.talk.contains("before is not valid"), "\(new.talk)")
    }

    @Test func `a change that reaches further than was said does not pass`() throws {
        try publishFirst()
        try operators.edit("dalian", "fee: {2027-03-01: 170}", "fee: {2027-03-01: 180}")
        let plan = try run("plan registry --against release")
        #expect(plan.code == 0)
        #expect(plan.text.contains("[fee-increased] From 2027-03-01 on "), "\(plan.text)")
        #expect(plan.text.contains("is CNY 180 instead of CNY 170 (+10) for "))
        #expect(plan.text.contains("Written at registry/dalian.yaml:7"))
        #expect(plan.text.contains("Payments already begun keep the amount of their bill."))
        #expect(try run("plan registry --against release --expect-cities dalian --expect-max-increase 10").code == 0)
        for expectation in [
            "--expect-cities wuxi", "--expect-max-increase 9", "--expect-direction down", "--forbid risky",
        ] {
            let refused = try run("plan registry --against release \(expectation)")
            #expect(refused.code == 1, "\(expectation)")
            #expect(refused.text.contains("Not as expected:"))
            let publish = try run("release publish registry --key anna.key \(expectation)")
            #expect(publish.code == 1 && publish.talk.contains("nothing was published"), "\(publish.talk)")
        }
        for line in [
            "--forbid nonsense", "--forbid ,", "--expect-cities nosuchcity", "--expect-cities ,",
            "--expect-max-increase 1.005", "--expect-max-increase ten",
        ] {
            #expect(try run("plan registry --against release \(line)").code == 64, "\(line)")
        }
        #expect(try run("plan registry --against release --expect-cities 大连 --expect-max-increase 10.00").code == 0)
        #expect(try run("plan registry --against release --expect-max-increase 9.99").code == 1)
        #expect(try run("release list").text.split(separator: "\n").count == 1)
    }

    @Test func `a stale plan, and one that was changed by hand, are refused`() throws {
        try publishFirst()
        try operators.edit("dalian", "0411-00000000", "0411-00000002")
        #expect(try run("plan registry --against release --output plan.json").code == 0)
        let saved = try TestFiles.bytes(operators.scratch.path + "/plan.json")
        try operators.edit("dalian", "0411-00000002", "0411-00000003")
        let moved = try run("release publish registry --plan plan.json --key anna.key")
        #expect(
            moved.code == 3 && moved.talk.contains("registry has changed since plan.json was made"),
            "\(moved.talk)"
        )
        try operators.edit("dalian", "0411-00000003", "0411-00000002")
        let text = String(decoding: saved, as: UTF8.self)
        try operators.scratch.file("plan.json", Array(text.replacing("0411-00000002", with: "0411-00000009").utf8))
        let edited = try run("release publish registry --plan plan.json --key anna.key")
        #expect(edited.code == 3 && edited.talk.contains("does not say what this change does"), "\(edited.talk)")
        try operators.scratch.file("plan.json", saved)
        #expect(try run("release publish registry --plan plan.json --key anna.key").code == 0)
        let twice = try run("release publish registry --plan plan.json --key anna.key")
        #expect(
            twice.code == 3 && twice.talk.contains("was made for other content than is in use now"),
            "\(twice.talk)"
        )
        #expect(twice.talk.contains("visafee plan registry --against release --output plan.json"))
    }

    @Test func `nothing opens before its gates are passed, and status says what is missing`() throws {
        try publishFirst()
        try operators.edit("dalian", "2026-11-18: shadow}", "2026-11-18: shadow, 2026-11-24: {pilot: 5%}}")
        let refused = try run("release publish registry --key anna.key")
        #expect(refused.code == 1, "\(refused.talk)")
        #expect(refused.talk.contains("sandbox-payment: inconclusive: there is no evidence"))
        #expect(refused.talk.contains("approved 1: fail"))
        #expect(refused.talk.contains("--decide 'sandbox-payment@dalian/official-account=REASON'"))
        #expect(!refused.talk.contains("visafee sandbox"))
        let status = try run("rollout status dalian --content registry")
        #expect(status.code == 0, "\(status.talk)")
        #expect(status.text.contains("pilot 5% on 2026-11-24, as written:"))
        #expect(status.text.contains("pass  rail-named: wechat-pay, credential fictional-dalian"))
        #expect(status.text.contains("→ visafee release approve"))
        #expect(
            try run("rollout status dalian --content registry --format json").text.contains(
                "\"verdict\": \"inconclusive\""
            )
        )
        #expect(try run("rollout status ningbo --content registry").text.contains("shadow, if it were today"))
        // A decision cannot stand in for what fails.
        let decided = try run(
            "release publish registry --key anna.key --decide approved@dalian/official-account=because"
        )
        #expect(decided.code == 1)
        #expect(try run("release publish registry --key anna.key --decide nonsense").code == 64)
    }

    @Test func `who a pilot takes is explained without repeating the receipt`() throws {
        let few = try run("rollout who --city dalian --channel official-account --receipt 440123456789 --percent 1")
        let most = try run("rollout who --city dalian --channel official-account --receipt 440123456789 --percent 99")
        #expect(few.code == 0 && most.code == 0)
        #expect(few.text.contains("The receipt is in bucket ") && few.text.contains("A pilot takes it from "))
        #expect(few.text.split(separator: "\n").prefix(2) == most.text.split(separator: "\n").prefix(2))
        #expect(!(few.text + few.talk + most.text).contains("440123456789"))
        for receipt in ["４４０１２３", "44０1", "--", "_"] {
            let who = "rollout who --city dalian --channel official-account --percent 1"
            let refused = try run("\(who) --receipt=\(receipt)")
            #expect(refused.code == 64 && refused.talk.contains("full-width digits"), "\(refused.text)")
            #expect(!refused.talk.contains("４") && !refused.talk.contains("44"))
        }
        #expect(
            try run("rollout who --city dalian --channel official-account --receipt 4401-2345_6789 --percent 1").text
                == few.text
        )
        let written = try run("rollout who --registry registry --city dalian --channel official-account --receipt 1")
        #expect(written.text.contains("At the stage 'shadow' nobody can begin to pay."), "\(written.talk)")
    }

    @Test func `waves wait for each other and for days on which somebody is there`() throws {
        // 2026-12-25 is a Friday; the Sunday after it is worked; 2026-12-31 to 2027-01-02 are off, and 2028 is not published.
        let waves = try operators.run(
            "rollout waves --registry registry south=sanya north=dalian+south",
            at: 1_798_167_600
        )
        #expect(waves.code == 0, "\(waves.talk)")
        #expect(waves.text.contains("south: Sanya: next safe moment 2026-12-27T10:00:00+08:00"), "\(waves.text)")
        #expect(waves.text.contains("north: Dalian: next safe moment 2027-01-04T10:00:00+08:00"), "\(waves.text)")
        #expect(try run("rollout waves --registry registry a=sanya+b b=dalian+a").code == 64)
    }
}
