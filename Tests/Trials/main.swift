import Glibc
import PaymentEngine
import Simulation
import Vocabulary

// Lets processes die at every place, and at every two of them in a row, in every scenario; then a month of a city with
// far more faults than any month brings. Prints what came of both; fails if a promise was broken, if a fault never struck
// or if a scenario lost its deaths.
//
// `Trials` runs singles and pairs, `Trials 3` triples as well.
let deaths = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2
let table = CrashTable(await CrashSuite(deaths: min(max(deaths, 1), 3)).run())
print(table.text(in: .english), terminator: "\n\n")

let report = await Simulation(seed: 1, applications: 15_000, level: .heavy).run()
for line in report.lines { print(line.text(in: .english)) }
let missing = report.faults.filter { $0.count == 0 }.map(\.kind.name)
if !missing.isEmpty { print("never struck: \(missing.joined(separator: ", "))") }

let isGood = table.isClean && table.fired[1] > 5_000 && report.violation == nil && missing.isEmpty
exit(isGood ? 0 : 1)
