import CityRegistry
import CivilTime
import Diagnostics
import RegistryEditing
import RegistryExamples
import Testing
import Vocabulary

/// Decisions written into files that people wrote.
struct StageEditTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func applied(_ edit: StageEdit, to text: String) throws -> String {
        let file = SourceFile(path: "guangzhou.yaml", bytes: Array(text.utf8))
        let city = try #require(FileReading(file, as: FileID(index: 0)).city)
        let today = try Self.day("2026-11-23")
        return String(decoding: try edit.applied(to: file, of: city, today: today).bytes, as: UTF8.self)
    }

    private static func guangzhou(stage: String) throws -> String {
        let file = try #require(try RepositoryFiles.registry("cities").files.first { $0.path == "guangzhou.yaml" })
        return String(decoding: file.bytes, as: UTF8.self).replacing("stage: none ", with: "stage: \(stage) ")
    }

    private static func changedLines(_ old: String, _ new: String) -> [Substring] {
        let difference = new.split(separator: "\n", omittingEmptySubsequences: false)
            .difference(from: old.split(separator: "\n", omittingEmptySubsequences: false))
        return difference.insertions.map { change in
            if case .insert(_, let line, _) = change { line } else { "" }
        }
    }

    @Test func `a pause of a real city changes one line and keeps every comment`() throws {
        let text = try Self.guangzhou(stage: "{2026-09-01: shadow, 2026-10-01: {pilot: 5%}}")
        let edit = StageEdit("official-account", to: .paused, from: try Self.day("2026-12-24"))
        for (text, end) in [(text, ""), (text.replacing("\n", with: "\r\n"), "\r")] {
            let new = try applied(edit, to: text)
            let changed = Self.changedLines(text.replacing("\r\n", with: "\n"), new.replacing("\r\n", with: "\n"))
            #expect(changed.count == 1)
            #expect(
                changed.first?.hasPrefix(
                    "    stage: {2026-09-01: shadow, 2026-10-01: {pilot: 5%}, 2026-12-24: paused} "
                ) == true
            )
            let texts = [text, new].map { Comments.texts(in: SourceFile(path: "x", bytes: Array($0.utf8))) }
            #expect(texts[0] == texts[1] && texts[0].count > 20)
            #expect(new.utf8.count { $0 == 0x0D } == (end.isEmpty ? 0 : new.utf8.count { $0 == 0x0A }))
        }
    }

    @Test func `every real city takes a first decision with one or two new lines`() throws {
        var count = 0
        for file in try RepositoryFiles.registry("cities").files {
            guard let city = FileReading(file, as: FileID(index: 0)).city, let channel = city.channels.first else {
                continue
            }
            let edit = StageEdit(channel.id.value, to: .shadow, from: try Self.day("2026-12-01"))
            let new = try edit.applied(to: file, of: city, today: try Self.day("2026-11-23"))
            let old = String(decoding: file.bytes, as: UTF8.self)
            let changed = Self.changedLines(old, String(decoding: new.bytes, as: UTF8.self))
            #expect((1...3).contains(changed.count), "\(file.path): \(changed)")
            #expect(Comments.texts(in: new) == Comments.texts(in: file))
            let read = try #require(FileReading(new, as: FileID(index: 0)).city)
            let rollout = read.rollouts.first { $0.channel.value == channel.id.value }
            #expect(rollout?.stage.value(on: try Self.day("2026-12-01"))?.value == .shadow)
            count += 1
        }
        #expect(count > 10)
    }

    @Test func `a timeline of lines gets a line, and a stage without dates becomes what was before`() throws {
        let lines = "{x}".replacing(
            "{x}",
            with: "\n      2026-09-01: shadow # first\n      2026-10-01: {pilot: 5%} # second\n#"
        )
        let edit = StageEdit("official-account", to: .live, from: try Self.day("2026-12-24"))
        let new = try applied(edit, to: Self.guangzhou(stage: lines))
        #expect(new.contains("      2026-10-01: {pilot: 5%} # second\n      2026-12-24: live\n#"))
        let planned = StageEdit("official-account", to: .shadow, from: try Self.day("2026-12-24"))
        #expect(
            try applied(planned, to: Self.guangzhou(stage: "planned"))
                .contains("stage: {undated: planned, 2026-12-24: shadow} ")
        )
    }

    @Test func `what is illegal, past, already so, or decided otherwise later is refused with its reason`() throws {
        let text = try Self.guangzhou(stage: "{2026-09-01: shadow, 2026-12-10: {pilot: 5%}}")
        let cases: [(StageEdit, String)] = [
            (
                StageEdit("official-account", to: .live, from: try Self.day("2026-12-01"), replacingLater: true),
                "cannot follow"
            ),
            (StageEdit("official-account", to: .none, from: try Self.day("2026-11-22")), "has gone by"),
            (StageEdit("official-account", to: .none, from: try Self.day("2026-12-01")), "add --replace-later"),
            (StageEdit("official-account", to: .pilot(percent: 5), from: try Self.day("2026-12-20")), "already then"),
            (StageEdit("no-channel", to: .shadow, from: try Self.day("2026-12-20")), "has no channel"),
        ]
        for (edit, words) in cases {
            do {
                let new = try applied(edit, to: text)
                Issue.record("\(words): \(new)")
            } catch let refusal as EditRefusal {
                #expect(refusal.description.contains(words), "\(refusal)")
                #expect(refusal.reason.text(in: .chinese) != refusal.description)
            }
        }
        let back = StageEdit("official-account", to: .none, from: try Self.day("2026-12-01"), replacingLater: true)
        #expect(try applied(back, to: text).contains("stage: {2026-09-01: shadow, 2026-12-01: none} "))
    }

    @Test func `a comment that would be lost keeps the edit from being made`() throws {
        let lines = "\n      2026-09-01: shadow\n      2026-12-10: {pilot: 5%} # why\n      2026-12-20: live\n#"
        let edit = StageEdit("official-account", to: .none, from: try Self.day("2026-12-01"), replacingLater: true)
        #expect(throws: EditRefusal.self) { try applied(edit, to: Self.guangzhou(stage: lines)) }
    }
}
