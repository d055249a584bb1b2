// Kills a process that takes payments, again and again, and checks after each time that nothing it had acknowledged is lost:
//
//     swift run -c release Crash KILLS [SEED]
//
// `Crash work ...` is the process that is killed. The exit code is 1 where something was lost.

import Crashing
import Foundation

func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "work", arguments.count == 5, let round = Int(arguments[2]), let seed = UInt64(arguments[3]),
    let payers = Int(arguments[4])
{
    try await Worker(folder: arguments[1], round: round, seed: seed, payers: payers).run()
    exit(0)
}
guard let kills = Int(arguments.first ?? "200"), let seed = UInt64(arguments.dropFirst().first ?? "1") else {
    FileHandle.standardError.write(Data("usage: Crash KILLS [SEED]\n".utf8))
    exit(64)
}
let folder = FileManager.default.temporaryDirectory.appending(path: "visafee-crash-\(UUID().uuidString)").path
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
let trial = Trial(program: program, folder: folder, kills: kills, seed: seed)
let report = try await trial.run { count, report in
    if count % 20 == 0 { say("\(count) kills, \(report.statements) acknowledgements, \(report.records) records") }
}
let outcomes = report.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
say("seed \(seed): \(report.kills) kills, \(report.statements) acknowledgements, \(report.records) records")
say("orders: \(outcomes)")
for finding in report.findings.prefix(20) { say("LOST: \(finding)") }
say(report.findings.isEmpty ? "nothing was lost" : "\(report.findings.count) findings; see \(folder)")
if report.findings.isEmpty { try FileManager.default.removeItem(atPath: folder) }
exit(report.findings.isEmpty ? 0 : 1)
