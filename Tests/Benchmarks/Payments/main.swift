// Measures durable payments beside what the disk and SQLite can do at most, in turn, on the same disk:
//
//     swift run -c release PaymentBenchmarks FOLDER [SECONDS] [ROUNDS]
//
// A missed budget is a result and not a failure.

import Foundation

func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard let folder = arguments.first, let seconds = Int64(arguments.dropFirst().first ?? "2"),
    let rounds = Int(arguments.dropFirst(2).first ?? "5"), rounds > 0
else {
    FileHandle.standardError.write(Data("usage: PaymentBenchmarks FOLDER [SECONDS] [ROUNDS]\n".utf8))
    exit(64)
}
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
let time = Duration.seconds(seconds)
/// Of the disk's own floor.
let budget = 0.8

say("payers  bytes a commit  commits/s  payments/s  disk floor/s  of the disk  SQLite floor/s  of SQLite  budget")
for payers in [1, 4, 16, 64] {
    let load = StoreLoad(folder: folder, payers: payers)
    let bytes = try await load.bytesPerCommit()
    var (commits, payments, disk, sqlite): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for _ in 0..<rounds {
        let rate = try await load.run(time)
        commits.append(rate.commits)
        payments.append(rate.payments)
        disk.append(try Floors.disk(in: folder, group: payers, bytesPerCommit: bytes, time))
        sqlite.append(try Floors.sqlite(in: folder, group: payers, rowBytes: 1000, time))
    }
    let ofDisk = median(zip(commits, disk).map { $0 / $1 })
    let ofSQLite = median(zip(commits, sqlite).map { $0 / $1 })
    say(
        String(
            format: "%6d  %14d  %9.0f  %10.0f  %12.0f  %11.2f  %14.0f  %9.2f  %@",
            payers,
            bytes,
            median(commits),
            median(payments),
            median(disk),
            ofDisk,
            median(sqlite),
            ofSQLite,
            ofDisk >= budget ? "kept" : "missed"
        )
    )
}
let deciding = (0..<9).map { _ in Deciding.nanoseconds(rounds: 20_000) }
say(String(format: "decide: %.0f ns (fastest %.0f)", median(deciding), deciding.min() ?? 0))
say(String(format: "an open order at hand: %.0f bytes", try await OpenOrders.bytes(in: folder, count: 5000)))
