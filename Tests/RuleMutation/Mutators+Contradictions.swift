import CivilTime
import Diagnostics

extension Mutators {
    /// Makes a registry contradict itself, or grow old.
    static let ofContradictions: [Mutator] = [
        Mutator("phone-in-two-cities", "give a city's phone to another city") { original in
            let phones = original.paths(of: .city).flatMap { path in
                Self.phones(original.contents[path]).map { (path, $0) }
            }
            return phones.flatMap { owner, phone -> [Mutant] in
                original.paths(of: .city).filter { $0 != owner }.prefix(2).compactMap { path in
                    guard let file = original.contents[path], file["bureau"]?.raw == nil else { return nil }
                    let changed = Places("bureau").mutants(of: file) { bureau in
                        [
                            (bureau.without("phones") ?? bureau).with(
                                "phones",
                                .map([.init("number", .scalar(phone))])
                            )
                        ]
                    }
                    return changed.first.map { Mutant([path: Array($0.text.utf8)]) }
                }
            }
        },
        .raw("area-code-differs", "give a phone another city's area code", in: .city, at: "**/number") { number in
            guard number.hasPrefix("\"0"), let hyphen = number.firstIndex(of: "-") else { return [] }
            return ["0991", "0553", "020"].map { "\"" + $0 + number[hyphen...] }.filter { $0 != number }
        },
        .value("text-in-other-language", "put Chinese where English belongs", in: .city, at: "bureau/name") { name in
            [name.without("en")?.with("en", .scalar("虚构局"))]
        },
        .value("text-in-other-language", "put English for Chinese", in: .schedule, at: "items/*/name") { name in
            [name.without("zh")?.with("zh", .scalar("Fee"))]
        },
        .raw("fee-outlier", "charge thrice as much in one city", in: .city, at: "fees/rates/*/rates/*/fee") { fee in
            Int(fee).map { ["\(3 * $0)"] } ?? []
        },
        Mutator("unsure-fee-while-paying", "ask for more certainty where somebody pays") { original in
            let cities = original.paths(of: .city).compactMap { original.contents[$0] }
            guard cities.contains(where: isLiveAnywhere), let settings = original.contents["registry.yaml"] else {
                return []
            }
            return Places("price-needs").mutants(of: settings) { _ in [.scalar("high")] }
                .map { Mutant(["registry.yaml": Array($0.text.utf8)]) }
        },
        .value("overlapping-hours", "open again before closing", in: .city, at: "**/hours") { hours in
            guard case .list(let spans)? = hours["open"] else { return [] }
            return [hours.without("open")?.with("open", .list(spans + [.scalar("\"08:45-17:15\"")]))]
        },
        .raw(
            "sentinel-date",
            "read a source for ever",
            in: .city,
            .schedule,
            .registry,
            .calendar,
            at: "sources/*/retrieved"
        ) { _ in
            ["2099-12-31", "1970-01-01"]
        },
        .value("sentinel-date", "offer a channel until for ever", in: .city, at: "channels/*/status") { status in
            status.raw == nil
                ? [] : [.map([.init("undated", status), .init("2199-12-31", .scalar("withdrawn"))])]
        },
        .value("read-before-published", "publish a source after it was read", in: .city, .schedule, at: "sources/*") {
            source in
            [(source.without("published") ?? source).with("published", .scalar("2098-01"))]
        },
        .value("duplicate-source", "list a source twice", in: .city, .schedule, at: "sources") { sources in
            guard case .map(let entries) = sources else { return [] }
            return entries.filter { $0.value["address"] != nil && $0.value["address"]?.raw != "unknown" }.map {
                Yaml.map(entries + [.init("copied", $0.value)])
            }
        },
        .value("contested-yet-certain", "contradict what is certain", in: .city, at: "channels/*") { channel in
            channel["confidence"]?.raw == "high" ? [channel.with("against", .scalar("never-named"))] : []
        },
        .raw("button-without-chinese", "name a button in English", in: .city, at: "**/steps/*/press") { _ in ["Press"]
        },
        .value("stage-on-day-off", "begin on a Sunday", in: .city, at: "rollout/*/stage") { stage in
            guard case .map(let entries) = stage, let last = entries.last, last.value.raw == "live" else { return [] }
            return [Yaml.map(entries.dropLast() + [.init("2026-12-20", last.value)])]
        },
        .value("fee-leap", "write a digit too many", in: .schedule, at: "rates/*/rates/*/fee") { fee in
            guard let amount = fee.raw.flatMap(Int.init) else { return [] }
            return [Yaml.map([.init("undated", fee), .init("2027-01-01", .scalar("\(amount)0"))])]
        },
        aged("stale-fact", "let a city's sources be of another century", ifPaying: false),
        aged("stale-while-paying", "let the sources of a city that takes money be of another century", ifPaying: true),
    ]

    /// The numbers with an area code.
    private static func phones(_ file: Yaml?) -> [String] {
        guard let phones = file?["bureau"]?["phones"] else { return [] }
        let records: [Yaml] = if case .list(let list) = phones { list } else { [phones] }
        return records.compactMap { $0["number"]?.raw }.filter { $0.hasPrefix("\"0") }
    }

    /// Makes every source of a city that has phones old.
    private static func aged(_ rule: RuleID, _ operation: String, ifPaying isPaying: Bool) -> Mutator {
        Mutator(rule, operation, on: CivilDate(year: 2026, month: 12, day: 31)) { original in
            original.paths(of: .city).compactMap { path -> Mutant? in
                guard let file = original.contents[path], !phones(file).isEmpty, isLiveAnywhere(file) == isPaying else {
                    return nil
                }
                let changed = Places("sources").mutants(of: file) { sources in
                    guard case .map(let entries) = sources else { return [] }
                    return [
                        Yaml.map(
                            entries.map { entry in
                                let plain = entry.value.without("published") ?? entry.value
                                return Yaml.Entry(entry.key, plain.with("published", .scalar("1999-01-01")) ?? plain)
                            }
                        )
                    ]
                }
                return changed.first.map { Mutant([path: Array($0.text.utf8)]) }
            }
        }
    }

    private static func isLiveAnywhere(_ file: Yaml) -> Bool {
        guard case .map(let rollouts)? = file["rollout"] else { return false }
        return rollouts.contains { isLive($0.value) }
    }
}
