import Foundation
import TestSupport

/// The people who publish a fictional registry, with their keys, among their own files.
struct Operators {
    let scratch: ScratchFolder
    let registry: String

    /// A registry in which nobody can pay anywhere, and Dalian is at a stage.
    init(dalian stage: String = "none") throws {
        scratch = try ScratchFolder()
        registry = try scratch.registry()
        try edit(
            "sanya",
            "{2026-12-01: shadow, 2026-12-08: {pilot: 10%}, 2026-12-30: paused, 2027-01-04: {pilot: 10%}}",
            "none"
        )
        try edit(
            "dalian",
            "{2026-12-01: shadow, 2026-12-08: {pilot: 5%}, 2026-12-10: {pilot: 50%}, 2026-12-15: live}",
            stage
        )
    }

    /// Changes a city's file.
    func edit(_ city: String, _ old: String, _ new: String) throws {
        let path = "\(registry)/\(city).yaml"
        let text = String(decoding: try TestFiles.bytes(path), as: UTF8.self)
        guard text.contains(old) else { throw NotThere(text: old) }
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    struct NotThere: Error { let text: String }

    /// Runs a command; `_` stands for a space inside a word.
    @discardableResult
    func run(_ line: String, at seconds: Int = 1_795_392_000) throws -> Program.Run {
        let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
        return try Program.run(words, in: scratch.path, environment: ["SOURCE_DATE_EPOCH": "\(seconds)"])
    }

    /// Makes keys for these people and the first ring, in which each may do everything.
    func keyRing(_ names: String...) throws {
        for name in names {
            try scratch.file("\(name).public.json", run("release key new \(name) --output \(name).key").output)
        }
        let adding = names.map { "--add \($0).public.json" }.joined(separator: " ")
        let ring = try run("release key ring \(adding) --until 2027-12-31 --key \(names[0]).key")
        guard ring.code == 0 else { throw NotThere(text: ring.talk) }
    }
}
