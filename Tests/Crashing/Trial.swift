public import Foundation
import PaymentEngine
import SQLiteStore
import SeededRandomness
import ServiceConfig
import StoreConformance

/// Kills a worker again and again, and holds what it leaves behind against what it was told.
public struct Trial: Sendable {
    /// The program that is killed; it works where its first argument is `work`.
    public var program: URL
    /// A folder of the trial's own.
    public var folder: String
    /// How often it is killed.
    public var kills: Int
    /// What the moments of the kills follow from.
    public var seed: UInt64

    /// A trial.
    public init(program: URL, folder: String, kills: Int, seed: UInt64) {
        self.program = program
        self.folder = folder
        self.kills = kills
        self.seed = seed
    }

    /// What came of it.
    public struct Report: Sendable {
        /// How often a process was killed while it worked.
        public var kills = 0
        /// How many acknowledgements were read from the pipe.
        public var statements = 0
        /// How many records the log has.
        public var records = 0
        /// How many orders, by what became of them.
        public var outcomes: [String: Int] = [:]
        /// What was found wrong: nothing.
        public var findings: [String] = []
    }

    /// Holds it.
    ///
    /// - Parameter progress: Told of each kill.
    /// - Returns: what came of it; its findings should be none.
    /// - Throws: where the program could not be run.
    public func run(progress: (Int, Report) -> Void = { _, _ in }) async throws -> Report {
        var generator = SeededGenerator(seed: seed)
        var report = Report()
        var told = Told()
        for round in 0..<kills {
            let lines = Int.random(in: 1...600, using: &generator)
            let pause = UInt32.random(in: 0...5000, using: &generator)
            let statements = try work(round: round, payers: 24) { count in
                // From here on the process is at a moment that nothing has chosen.
                if count == lines { usleep(pause) }
                return count < lines
            }
            guard statements.count >= lines else { throw Trouble("round \(round) ended by itself") }
            report.kills += 1
            report.statements += statements.count
            told.add(statements, &report.findings)
            try await check(told, &report)
            progress(round + 1, report)
            guard report.findings.isEmpty else { return report }
        }
        // Without payers and kills, everything comes to its end.
        told.add(try work(round: kills, payers: 0) { _ in true }, &report.findings)
        try await check(told, &report)
        try await checkEnd(&report)
        return report
    }

    /// Runs a worker until it is killed.
    ///
    /// - Returns: everything it has acknowledged until it was dead.
    private func work(round: Int, payers: Int, _ shallGoOn: (Int) -> Bool) throws -> [Statement] {
        let process = Process()
        process.executableURL = program
        process.arguments = ["work", folder, "\(round)", "\(seed)", "\(payers)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var bytes = Data()
        var count = 0
        var isKilled = false
        while true {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            for byte in more where byte == UInt8(ascii: "\n") && !isKilled {
                count += 1
                if !shallGoOn(count) {
                    kill(process.processIdentifier, SIGKILL)
                    isKilled = true
                }
            }
            bytes.append(more)
        }
        process.waitUntilExit()
        guard isKilled || process.terminationStatus == 0 else {
            throw Trouble("the worker of round \(round) ended with \(process.terminationStatus)")
        }
        // The last line may have been cut: then nobody was told.
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return String(decoding: bytes[...end], as: UTF8.self).split(separator: "\n").compactMap { Statement($0) }
    }

    /// Opens the store as the next process would, and holds it against what was told and against the world.
    private func check(_ told: Told, _ report: inout Report) async throws {
        let store = try await SQLitePaymentStore.open(Worker.store(in: folder), cachedDossiers: 0, sha256)
        let deeds = try Deeds(Worker.world(in: folder))
        var last: DossierID?
        var seen = Check(told: told)
        while true {
            let page = try await store.dossiers(after: last, limit: 500)
            guard let end = page.last else { break }
            for stored in page { seen.look(at: stored) }
            last = end.id
        }
        for (key, digest) in told.answers {
            let kept = try await store.answer(to: key)
            if kept.map({ sha256($0.reply) }) != digest { seen.findings.append("the answer to '\(key)' is lost") }
        }
        seen.look(at: deeds)
        report.findings += seen.findings
        (report.records, report.outcomes) = (seen.records, seen.outcomes)
        try await store.close()
    }

    /// Whether everything has come to its end: shown by the bureau, or given back, or never paid.
    private func checkEnd(_ report: inout Report) async throws {
        let open = report.outcomes.filter { $0.key.hasPrefix("open") }
        if !open.isEmpty { report.findings.append("not everything has come to its end: \(open)") }
    }
}
