import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// A date means a day, and not "always" or "never".
public enum DatesAreNoSentinels: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "sentinel-date",
        summary: LocalizedText(
            """
            No date stands for 'always' or 'for ever', as 1900-01-01, 1970-01-01 or 2099-12-31 do elsewhere.
            """,
            "日期不得用来表示“一直”或“永远”，例如别处常见的 1900-01-01、1970-01-01 和 2099-12-31。"
        ),
        why: LocalizedText(
            """
            Whoever compares days takes it for one. A fee that ends on 2099-12-31 ends, and a status that began in 1900 is \
            told as a fact.
            """,
            "比较日期的程序会把它当成真的日子。写到2099年底的收费到时就会失效，写成1900年开始的状态会被当作事实告诉别人。"
        ),
        remedy: LocalizedText(
            """
            Write 'undated' for what has always held, and leave out an end: the last value holds for ever.
            """,
            "一直如此的写“undated”；不必写结束日期，最后一个值永远有效。"
        ),
        rejected: [
            RuleExample(
                """
                channels:
                  cash:
                    kind: counter-cash
                    status: {1900-01-01: ↓offered, 2099-12-31: ↓withdrawn}
                    applicants: foreign-national
                    methods: cash
                    source: notice
                    confidence: high
                rollout: {}
                """
            ),
            RuleExample(
                """
                sources:
                  notice: {kind: government, address: example.test/city, published: ↓1970-01-01, retrieved: 2025-12-01}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                channels:
                  cash:
                    kind: counter-cash
                    status: {undated: offered, 2027-01-01: withdrawn}
                    applicants: foreign-national
                    methods: cash
                    source: notice
                    confidence: high
                rollout: {}
                """
            )
        ]
    )
    /// A date stands alone.
    public static let judgesSingleValues = true

    /// Checks the timelines of a city.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        for channel in file.city.channels {
            for change in channel.status.changes { check(change.date, at: change.value.range, &findings) }
            for words in [channel.applicants, channel.methods].compactMap(\.self) {
                for change in words.changes { check(change.date, at: change.value.place, &findings) }
            }
        }
        for change in file.city.rollouts.flatMap(\.stage.changes) {
            check(change.date, at: change.value.range, &findings)
        }
        check(file.city.fees.tables, &findings)
    }

    /// Checks the rates and memberships of a schedule.
    public static func check(_ file: ScheduleFile, in _: World, _ findings: inout Findings) {
        check(file.schedule.tables, &findings)
        for group in file.schedule.groups {
            guard case .records(let records) = group.members else { continue }
            for record in records {
                for change in record.codes.changes {
                    check(change.date, at: change.value.first?.range ?? record.range, &findings)
                }
            }
        }
    }

    /// Checks the sources of a file.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for source in facts.sources {
            check(source.retrieved.value, at: source.retrieved.range, &findings)
            if let published = source.published, published.value.description == published.value.earliest.description {
                check(published.value.earliest, at: published.range, &findings)
            }
        }
    }

    private static func check(_ tables: [FeeTable], _ findings: inout Findings) {
        for change in tables.flatMap(\.rates).flatMap(\.fee.changes) {
            check(change.date, at: change.value.range, &findings)
        }
    }

    private static func check(_ date: CivilDate, at place: SourceRange?, _ findings: inout Findings) {
        guard let place, isSentinel(date) else { return }
        findings.report(
            rule,
            LocalizedText(
                "\(date) is a day that elsewhere means 'always' or 'for ever'",
                "\(date) 在别处常用来表示“always”或“for ever”"
            ),
            at: place,
            help: LocalizedText(
                "write 'undated' for what has always held, and no end for what does not end",
                "一直如此的写“undated”，没有结束的不写结束日期"
            )
        )
    }

    private static func isSentinel(_ date: CivilDate) -> Bool {
        let isFirst = date.month == 1 && date.day == 1 && [1900, 1901, 1970].contains(date.year)
        return isFirst || date.year >= 2099
    }
}

extension Known<[Located<String>]> {
    /// Where the words stand, or the word that says there are none.
    fileprivate var place: SourceRange? {
        switch self {
        case .unknown(let place): place
        case .known(let words): words.first?.range
        }
    }
}
