// Measures what a fee answer and the loading of a config cost, on a folder of generated content:
//
//     swift run -c release MicroBenchmarks CONTENT-FOLDER
//
// A missed budget is a result and not a failure; the exit code is 3 where nothing could be measured.

import Foundation
import ServiceConfig

/// Beyond this many, questions only keep memory busy.
let limit = 1_000_000
/// Nanoseconds an answer may take.
let budget = 200.0
/// How many divisions can have a city's file.
let cityCount = 340.0

func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let cities = URL(fileURLWithPath: folder).appendingPathComponent("cities")
    let found = try FileManager.default.contentsOfDirectory(at: cities, includingPropertiesForKeys: nil)
    return try found.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
        .map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
}

func row(_ name: String, _ figures: String, _ remark: String = "") {
    print(name.padding(toLength: 28, withPad: " ", startingAt: 0) + figures + (remark.isEmpty ? "" : "  " + remark))
}

func times(_ watch: Stopwatch, per count: Int, _ unit: Double, _ name: String) -> String {
    let scale = Double(count) * unit
    return String(format: "%8.1f \(name)  (fastest %.1f)", watch.median / scale, watch.fastest / scale)
}

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.last else {
    FileHandle.standardError.write(Data("usage: MicroBenchmarks CONTENT-FOLDER\n".utf8))
    exit(64)
}
func measured<Value>(_ work: () throws -> Value) -> Value {
    do {
        return try work()
    } catch {
        FileHandle.standardError.write(Data("\(folder) cannot be measured: \(error)\n".utf8))
        exit(3)
    }
}

let contents = measured { try files(in: folder) }
let cities = measured { try contents.map { try CityConfig(loading: $0.bytes) } }
guard let first = contents.first else {
    FileHandle.standardError.write(Data("\(folder) holds no cities\n".utf8))
    exit(3)
}
let tables = cities.map(\.fees)
let questions = cities.questions(seed: 1, atMost: limit)

if arguments.first == Allocations.argument {
    guard let soFar = Allocations.soFar else { exit(3) }
    // What Swift prepares on the first use of a type is not the answers' doing.
    var sum = Asking.answers([AskedFee](questions.prefix(1)), tables)
    let before = soFar()
    sum += Asking.answers(questions, tables)
    let after = soFar()
    sum += try CityConfig(loading: first.bytes).selfTest.count
    print(after - before, soFar() - after, sum)
    exit(0)
}

let numbers = tables.map { table in table.cells.map { row in row.map { Int32($0.first?.answer ?? 0) } } }
let answer = Stopwatch { Asking.answers(questions, tables) }
let number = Stopwatch { Asking.numbers(questions, tables) }
let floor = Stopwatch { Asking.floor(questions, numbers) }
let loading = try Stopwatch { try contents.reduce(0) { try $0 + CityConfig(loading: $1.bytes).selfTest.count } }
let writing = Stopwatch { cities.reduce(0) { $0 + $1.canonicalBytes.count } }

print("\(cities.count) cities, \(questions.count) questions in random order")
row(
    "fee answer",
    times(answer, per: questions.count, 1, "ns"),
    String(format: "budget %.0f ns: %@", budget, answer.median <= budget * Double(questions.count) ? "kept" : "missed")
)
row("fee answer, its number only", times(number, per: questions.count, 1, "ns"))
row(
    "bare array look-up",
    times(floor, per: questions.count, 1, "ns"),
    String(format: "an answer takes %.0f times as long", answer.median / floor.median)
)
let counted = Allocations.counted(folder: folder)?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) } ?? []
if counted.count == 3 {
    row(
        "allocations, all answers",
        String(format: "%8d", counted[0]),
        "budget 0: \(counted[0] == 0 ? "kept" : "missed")"
    )
    row("allocations, loading one", String(format: "%8d", counted[1]), first.name)
} else {
    row("allocations", "not counted: that needs a C compiler")
}
row("loading a config", times(loading, per: cities.count, 1000, "us"), "self-test included")
row("writing a config", times(writing, per: cities.count, 1000, "us"))
row("loading 340 configs", String(format: "%8.1f ms", loading.median * cityCount / Double(cities.count) / 1_000_000))
