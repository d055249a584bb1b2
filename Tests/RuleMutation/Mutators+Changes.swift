import CivilTime
import Diagnostics

extension Mutators {
    /// Changes a registry as it must not be changed; the original is what it was before.
    static let ofChanges: [Mutator] = [
        change("history-rewritten", "raise a fee in place", in: .schedule, at: "rates/*/rates/*/fee", nextNumber),
        change(
            "history-rewritten",
            "raise a fee that held once",
            in: .schedule,
            at: "rates/*/rates/*/fee/undated",
            nextNumber
        ),
        change("history-rewritten", "withdraw a channel for all days gone by", in: .city, at: "channels/*/status") {
            $0.raw == "offered" ? [.scalar("withdrawn")] : []
        },
        change("history-rewritten", "forget that a channel was offered", in: .city, at: "channels/*/status") {
            $0.raw == "offered" ? [.scalar("unknown")] : []
        },
        change("history-rewritten", "have had another stage", in: .city, at: "rollout/*/stage") { stage in
            guard case .map(let entries) = stage, let first = entries.first, first.key < "2026-12-31" else { return [] }
            return [.map([.init(first.key, .scalar(first.value.raw == "planned" ? "shadow" : "planned"))])]
        },
        Mutator("stage-jumped", "take away the rollout of a channel that is live", on: day) { original in
            original.paths(of: .city).flatMap { path -> [Mutant] in
                guard let file = original.contents[path] else { return [] }
                return Places("rollout/*").mutantsOfEntries(of: file) { isLive($0.value) ? [[]] : [] }.map {
                    Mutant([path: Array($0.text.utf8)])
                }
            }
        },
        Mutator("fact-vanished", "take away a channel", on: day) { original in
            original.paths(of: .city).flatMap { path -> [Mutant] in
                guard let file = original.contents[path] else { return [] }
                return Places("channels/*").mutantsOfEntries(of: file) { entry in
                    entry.value["status"]?.raw == "unknown" ? [] : [[]]
                }.map { Mutant([path: Array($0.text.utf8)]) }
            }
        },
        Mutator("fact-vanished", "take away a city's own fee table", on: day) { original in
            original.paths(of: .city).flatMap { path -> [Mutant] in
                guard let file = original.contents[path] else { return [] }
                return Places("fees/rates/*").mutantsOfEntries(of: file) { _ in [[]] }.map {
                    Mutant([path: Array($0.text.utf8)])
                }
            }
        },
        Mutator("fact-vanished", "take away a city's file", on: day) { original in
            original.paths(of: .city).map { Mutant([$0: nil]) }
        },
        Mutator("mass-removal", "take away half of the cities", on: day) { original in
            let paths = original.paths(of: .city)
            guard paths.count >= 4 else { return [] }
            let half = (paths.count + 1) / 2
            return [paths.prefix(half), paths.suffix(half)].map { gone in
                Mutant(Dictionary(uniqueKeysWithValues: gone.map { ($0, nil) }))
            }
        },
        Mutator("correction-removed", "take away a correction, or rewrite its reason", on: day) { original in
            original.paths(of: .city).flatMap { path -> [Mutant] in
                guard let file = original.contents[path],
                    let before = file.with("corrections", correction(of: "receipt")),
                    let after = file.with("corrections", correction(of: "receipt", because: "it was another receipt"))
                else { return [] }
                return [file, after].map {
                    Mutant([path: Array($0.text.utf8)], before: [path: Array(before.text.utf8)])
                }
            }
        },
        Mutator("date-without-evidence", "bump the day on which a source was read", on: day) { original in
            original.files.keys.sorted().flatMap { path -> [Mutant] in
                guard let file = original.contents[path] else { return [] }
                return Places("sources/*/retrieved").mutants(of: file) { value in
                    [value.raw.flatMap { CivilDate($0)?.adding(days: 30) }.map { .scalar("\($0)") }]
                }.map { Mutant([path: Array($0.text.utf8)]) }
            }
        },
    ]

    /// The day from which on mutants change what people have gone by.
    private static let day = CivilDate(year: 2026, month: 12, day: 31)

    /// A correction without a source.
    static func correction(of place: String, because reason: String = "it was misread") -> Yaml {
        .map([.init("of", .scalar(place)), .init("made", .scalar("2026-12-31")), .init("reason", .scalar(reason))])
    }

    private static func change(
        _ rule: RuleID,
        _ operation: String,
        in kind: RuleExample.File,
        at places: Places,
        _ change: @escaping @Sendable (Yaml) -> [Yaml?]
    ) -> Mutator {
        Mutator(rule, operation, on: day) { original in
            original.paths(of: kind).flatMap { path -> [Mutant] in
                guard let file = original.contents[path] else { return [] }
                return places.mutants(of: file, change).map { Mutant([path: Array($0.text.utf8)]) }
            }
        }
    }

    @Sendable private static func nextNumber(_ value: Yaml) -> [Yaml?] {
        [value.raw.flatMap(Int.init).map { .scalar("\($0 + 1)") }]
    }

    static func isLive(_ rollout: Yaml) -> Bool {
        guard case .map(let entries)? = rollout["stage"] else { return false }
        return entries.last?.value.raw == "live"
    }
}
