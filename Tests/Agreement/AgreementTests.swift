import CityRegistry
import CivilTime
import ConfigGenerator
import Foundation
import Money
import PaymentEngine
import RegistryRules
import ServiceConfig
import TestSupport
import Testing
import Vocabulary

/// Every cell of every city is answered four times, and the answers are one: by an evaluator in Python that reads the YAML
/// and shares nothing with this package, by a plain walk through the typed registry, by reading the generated JSON as any
/// stranger would, and by the engine's look-up.
struct AgreementTests {
    @Test(arguments: [TestRegistry.real, TestRegistry.fictional])
    func `registry, generated config and engine answer every cell as an independent evaluator does`(
        registry: TestRegistry
    ) throws {
        let validated = try registry.validated()
        let content = try registry.generated(validated)
        let engine = Engine(try LoadedContent(files: content.files, sha256))
        var outside = try IndependentEvaluator(registry).lines()[...]
        var cells = 0
        for city in validated.registry.cities.sorted(by: { $0.slug.value < $1.slug.value }) {
            let slug = city.slug.value
            let schedule = try #require(validated.schedule(of: city))
            let plain = PlainFees(city, on: schedule)
            let config = try #require(try engine.city(slug))
            let json = try ConfigAsJSON(try #require(content.files[LoadedContent.path(of: slug)]))
            let days = askedDays(schedule, city, from: config.askedFrom)
            for (number, leaf) in config.fees.leaves.enumerated() {
                for day in days {
                    for nationality in config.fees.nationalities {
                        let cell = "\(slug)|\(leaf.path)|\(day)|\(nationality)|"
                        let expected = try #require(outside.popFirst().map(String.init), "one line for \(cell)")
                        let fee = plain.fee(for: leaf, nationality: nationality, on: day)
                        let answer = config.fees.answer(leaf: number, nationality: nationality, on: day)
                        let walked = fee.map { cell + Answer($0, slug: slug, schedule: schedule.id.value).text }
                        let engine = answer.map { cell + Answer($0).text }
                        let read = cell + json.answer(leaf: number, nationality.description, day.description)
                        // The evaluator's lines know no groups; registry and engine must rest on the same one.
                        let isSameGroup = fee?.group == answer?.membership?.group
                        guard walked == expected, engine == expected, read == expected, isSameGroup else {
                            Issue.record(
                                """
                                evaluator  \(expected)
                                registry   \(walked ?? "no single rate")
                                config     \(read)
                                engine     \(engine ?? "no answer")
                                """
                            )
                            return
                        }
                        cells += 1
                    }
                }
            }
        }
        #expect(outside.isEmpty, "the evaluator answers cells that the registry does not have")
        #expect(cells > 100_000)
        print(
            "agreement: \(cells) cells of \(validated.registry.cities.count) \(registry.name) cities, four answers each, one result"
        )
    }

    /// The first day, the days around each change that bears on the city's fees, and a day far ahead: worked out from the
    /// typed registry, where the evaluator works it out from the YAML.
    private func askedDays(_ schedule: Schedule, _ city: City, from first: CivilDate) -> [CivilDate] {
        let rates = (schedule.tables + city.fees.tables).flatMap(\.rates).flatMap(\.fee.boundaries)
        let members = schedule.groups.flatMap { group -> [CivilDate] in
            guard case .records(let records) = group.members else { return [] }
            return records.flatMap(\.codes.boundaries)
        }
        let around = (rates + members).filter { $0 > first }.flatMap { [$0.previous, $0, $0.next].compactMap { $0 } }
        let far = CivilDate(year: 2099, month: 12, day: 31)
        return Set([first] + around + [far].compactMap { $0 }).filter { $0 >= first }.sorted()
    }
}

/// One answer as a line of the evaluator writes it.
private struct Answer {
    let text: String

    init(_ answer: FeeAnswer) {
        self.init(answer.fee, answer.unit, answer.item, answer.provenance.confidence, answer.provenance.sources)
    }

    init(_ answer: RegistryFee, slug: String, schedule: String) {
        let file = answer.isLocal ? slug : schedule
        self.init(
            answer.fee,
            answer.unit,
            answer.item,
            answer.confidence,
            answer.rate.provenance.sources.map { "\(file):\($0.value)" }
        )
    }

    private init(_ fee: Fee, _ unit: FeeUnit, _ item: String?, _ confidence: Confidence?, _ sources: [String]) {
        let fee = fee.word ?? fee.amount.map { String($0.fen) } ?? ""
        text = [fee, unit.rawValue, item ?? "", confidence?.rawValue ?? "", sources.joined(separator: ",")]
            .joined(separator: "|")
    }
}

/// A generated config read as any stranger would read it: as JSON, dates compared as text.
private struct ConfigAsJSON {
    private var classOfCode: [String: Int] = [:]
    private var answers: [String] = []
    private var table: [[[(from: String, answer: Int)]]] = []

    init(_ bytes: [UInt8]) throws {
        let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let fees = try #require(root["fees"] as? [String: Any])
        for (number, members) in try #require(fees["classes"] as? [[String: Any]]).enumerated() {
            for code in members["nationalities"] as? [String] ?? [] { classOfCode[code] = number }
        }
        answers = try #require(fees["answers"] as? [[String: Any]]).map { answer in
            let provenance = answer["provenance"] as? [String: Any] ?? [:]
            let fee = (answer["fee"] as? String) ?? (answer["fee"] as? Int).map(String.init) ?? ""
            return [
                fee, answer["unit"] as? String ?? "", answer["item"] as? String ?? "",
                provenance["confidence"] as? String ?? "",
                (provenance["sources"] as? [String] ?? []).joined(separator: ","),
            ].joined(separator: "|")
        }
        table = try #require(fees["table"] as? [[String: Any]]).map { row in
            try #require(row["fees"] as? [[[Any]]]).map { intervals in
                try intervals.map { (try #require($0[0] as? String), try #require($0[1] as? Int)) }
            }
        }
    }

    func answer(leaf: Int, _ nationality: String, _ day: String) -> String {
        guard let number = classOfCode[nationality] else { return "" }
        return table[leaf][number].last { $0.from <= day }.map { answers[$0.answer] } ?? ""
    }
}

/// The evaluator in Python, run as a program of its own.
private struct IndependentEvaluator {
    private let registry: TestRegistry

    init(_ registry: TestRegistry) {
        self.registry = registry
    }

    func lines() throws -> [Substring] {
        let process = Process()
        // Debian's own Python, whose PyYAML `.ci/setup` installs; another one may come first in the path without it.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            TestFiles.package + "/Tests/Agreement/evaluator.py", registry.folder, "--nationalities",
            TestFiles.package + "/Sources/Divisions/Resources/nationalities.csv",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the evaluator could not read the registry")
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }
}
