import Diagnostics
import Foundation

extension Mutators {
    /// Breaks what a place in a file expects.
    static let ofForms: [Mutator] = ofKeys + ofValues + ofWords

    /// Records whose keys are fixed, by kind of file.
    private static let ofKeys: [Mutator] = [
        misspeltKey(in: .city, at: "*"), misspeltKey(in: .city, at: "bureau/*"),
        misspeltKey(in: .city, at: "receipt/*"),
        misspeltKey(in: .city, at: "channels/*/*"), misspeltKey(in: .city, at: "channels/*/steps/*/*"),
        misspeltKey(in: .city, at: "fees/*"), misspeltKey(in: .city, at: "sources/*/*"),
        misspeltKey(in: .city, at: "rollout/*/*"), misspeltKey(in: .schedule, at: "*"),
        misspeltKey(in: .schedule, at: "rates/*/*"), misspeltKey(in: .schedule, at: "rates/*/rates/*/*"),
        misspeltKey(in: .schedule, at: "items/*/*"), misspeltKey(in: .registry, at: "*"),
        misspeltKey(in: .registry, at: "hotline/*"), misspeltKey(in: .calendar, at: "*"),
        misspeltKey(in: .calendar, at: "years/*/days/*/*"),
        .drop("missing-key", "drop a key that every file needs", in: .city, .schedule, .registry, .calendar, at: "*"),
        .drop("missing-key", "drop a channel's kind", in: .city, at: "channels/*/kind"),
        .drop("missing-key", "drop a channel's status", in: .city, at: "channels/*/status"),
        .drop("missing-key", "drop a rate's fee", in: .city, .schedule, at: "**/rates/*/rates/*/fee"),
        .drop(
            "missing-key",
            "drop when a source was read",
            in: .city,
            .schedule,
            .registry,
            .calendar,
            at: "sources/*/retrieved"
        ),
        .drop("missing-key", "drop a source's kind", in: .city, .schedule, .registry, .calendar, at: "sources/*/kind"),
        .value("exactly-one-of", "let a step press and follow", in: .city, at: "channels/*/steps/*") { step in
            [step["press"] == nil ? nil : step.with("follow", .scalar("account"))].filter { $0 != nil }
        },
    ]

    private static let ofValues: [Mutator] = [
        .raw(
            "impossible-date",
            "write a day that is in no calendar",
            in: .city,
            .schedule,
            .registry,
            .calendar,
            at: "**"
        ) { raw in
            isDate(raw) ? ["2026-02-30", "2026-13-01", "\(raw.prefix(8))00"] : []
        },
        .raw(
            "unquoted-date",
            "write a bare date for a text",
            in: .city,
            .schedule,
            .registry,
            .calendar,
            at: "sources/*/title"
        ) { _ in
            ["2026-01-01"]
        },
        .raw("unquoted-number", "take the quotes from digits", in: .city, .registry, at: "**") { raw in
            isQuotedNumber(raw) && !raw.hasPrefix("\"0") ? [String(raw.dropFirst().dropLast())] : []
        },
        .raw("malformed-amount", "write an amount nobody can pay", in: .schedule, at: "rates/*/rates/*/fee") { raw in
            isNumber(raw) ? ["168.505", "-\(raw)", "99999999", "\(raw).5"] : []
        },
        .raw("malformed-hours", "close before opening", in: .city, at: "**/hours/open/*") { _ in
            ["\"12:00-08:30\"", "\"8-12\""]
        },
        .drop(
            "malformed-months",
            "drop an edge of a range of months",
            in: .registry,
            at: "services/*/questions/*/*/months/*"
        ),
        .raw("malformed-nationality", "write a code in small letters", in: .schedule, .registry, at: "**") { raw in
            isCode(raw) ? [raw.lowercased()] : []
        },
        .raw("malformed-number", "write a number that no place takes", in: .city, at: "channels/*/sites") { _ in
            ["many", "-1"]
        },
        .raw("malformed-number", "write a number that no place takes", in: .registry, at: "fresh-for/*") { _ in
            ["long", "0"]
        },
        .value("malformed-share", "let a pilot be nobody or everybody", in: .city, at: "rollout/*/stage/*") { stage in
            stage["pilot"] == nil ? [] : ["0%", "100%", "5", "half"].map { .map([.init("pilot", .scalar($0))]) }
        },
        .value("wrong-kind", "write a word for keys and values", in: .city, at: "*") { value in
            value.raw == nil ? [.scalar("word")] : [.map([.init("key", value)])]
        },
        .value("wrong-kind", "write keys and values for a rate", in: .schedule, at: "rates/*/rates/*") { _ in
            [.scalar("word")]
        },
        .value("wrong-kind", "write a list for keys and values", in: .registry, at: "services/*") { _ in
            [.list([.scalar("word")])]
        },
        .value("empty-list", "empty a list", in: .city, at: "channels/*/methods") { value in
            if case .list = value { [.list([])] } else { [] }
        },
        .value("empty-list", "empty a list", in: .city, .schedule, .registry, at: "**/source") { value in
            if case .list = value { [.list([])] } else { [] }
        },
        .value("repeated-word", "name something twice", in: .city, .schedule, at: "**") { value in
            guard case .list(let items) = value, let first = items.first, first.raw != nil else { return [] }
            return [.list(items + [first])]
        },
        .value("timeline-order", "turn a timeline round", in: .city, at: "**") { value in
            guard case .map(let entries) = value, entries.count > 1,
                entries.allSatisfy({ isDate($0.key) || $0.key == "undated" })
            else { return [] }
            return [.map(entries.reversed())]
        },
    ]

    private static let ofWords: [Mutator] = [
        misspeltWord("not-one-of", in: .city, at: "channels/*/status"),
        misspeltWord("not-one-of", in: .city, at: "**/confidence"),
        misspeltWord("not-one-of", in: .city, at: "channels/*/refund"),
        misspeltWord("not-one-of", in: .city, at: "rollout/*/stage"),
        misspeltWord("not-one-of", in: .city, at: "channels/*/window/opens"),
        misspeltWord("not-one-of", in: .schedule, at: "**/confidence"),
        .raw("malformed-word", "write a word with a capital", in: .city, at: "city") { [$0.capitalized] },
        .raw("malformed-word", "write a word with a blank", in: .city, at: "channels/*/kind") { ["\"\($0) \""] },
        .entry("malformed-word", "name a channel with a capital", in: .city, at: "channels/*") { entry in
            [[.init(entry.key.uppercased(), entry.value)]]
        },
    ]

    private static func misspeltKey(in kind: RuleExample.File, at places: Places) -> Mutator {
        .entry("unknown-key", "misspell a key of a \(kind.rawValue) file", in: kind, at: places) { entry in
            isWord(entry.key) && entry.key.count > 2 ? [[.init(misspelt(entry.key), entry.value)]] : []
        }
    }

    private static func misspeltWord(_ rule: RuleID, in kind: RuleExample.File, at places: Places) -> Mutator {
        .raw(rule, "misspell a word of a closed list", in: kind, at: places) { isWord($0) ? [misspelt($0)] : [] }
    }
}
