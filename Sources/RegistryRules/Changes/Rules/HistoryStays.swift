import CityRegistry
import CivilTime
public import Diagnostics
import Money
import Vocabulary

/// What a registry said of days gone by it goes on saying.
public enum HistoryStays: ChangeRule {
    /// What it says.
    public static let rule = Rule(
        "history-rewritten",
        summary: LocalizedText(
            """
            What the registry said of days gone by only changes together with a correction that says why, and who says so.
            """,
            "信息库对已过去的日期所作的记载，只有附上写明理由和来源的更正记录，才可以改动。"
        ),
        why: LocalizedText(
            """
            People have paid by what stood there. A fee that is raised by editing its old row looks as if it had always been \
            so, and nobody can answer any more what was charged on a day, or what was believed then.
            """,
            "人们已经按当时的记载缴费。直接改旧的一行来涨价，看上去就像一直如此，以后谁也说不清某一天收多少钱，或者当时是怎么认为的。"
        ),
        remedy: LocalizedText(
            """
            Keep what has begun, and write the change from its own day on: '{undated: 150, 2026-07-01: 160}'. If what stood \
            there was wrong, correct it and add a correction of its place to 'corrections', with the day, the reason and \
            the source.
            """,
            """
            保留已经开始的时段，从变更之日起另写新值，如“{undated: 150, 2026-07-01: 160}”。\
            如果原来写错了，请改正，并在“corrections”中为该处加一条更正记录，写明日期、理由和来源。
            """
        ),
        rejected: [
            RuleExample(
                in: .schedule,
                before: """
                    rates:
                      residence-permit:
                        item: permit-fee
                        source: notice
                        confidence: high
                        rates:
                          - {when: {action: issue, validity: under-1-year}, fee: 400}
                          - {when: {action: issue, validity: 1-to-3-years}, fee: 800}
                          - {when: {action: change}, fee: 200, per: time}
                      stay-permit:
                        item: unknown
                        source: notice
                        confidence: medium
                        rates:
                          - {fee: 160}
                    """,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue, validity: under-1-year}, fee: ↓450}
                      - {when: {action: issue, validity: 1-to-3-years}, fee: 800}
                      - {when: {action: change}, fee: {undated: 200, 2026-07-01: 250}, per: time}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {fee: {undated: 160, 2026-02-01: ↓170}}
                """
            ),
            RuleExample(
                before: """
                    channels:
                      official-account:
                        kind: official-account
                        status: offered
                        methods: [wechat-balance, wechat-bank-card]
                        source: notice
                        confidence: high
                    rollout: {official-account: {stage: {2026-01-05: planned}}}
                    """,
                """
                channels:
                  official-account:
                    kind: official-account
                    status: ↓not-offered
                    methods: [↓wechat-balance]
                    source: notice
                    confidence: high
                rollout: {official-account: {stage: {2026-01-05: ↓shadow}}}
                """
            ),
            RuleExample(
                in: .calendar,
                before: """
                    years:
                      "2026":
                        source: notice
                        confidence: high
                        days:
                          - {name: new-year, days-off: 2026-01-01..2026-01-03, working: 2026-01-04}
                      "2027": not-published
                    """,
                """
                years:
                  ↓"2026":
                    source: notice
                    confidence: high
                    days:
                      - {name: new-year, days-off: 2026-01-02..2026-01-03, working: 2026-01-04}
                  "2027": not-published
                """
            ),
        ],
        accepted: [
            RuleExample(
                in: .schedule,
                before: """
                    rates:
                      residence-permit:
                        item: permit-fee
                        source: notice
                        confidence: high
                        rates:
                          - {when: {action: issue, validity: under-1-year}, fee: 400}
                          - {when: {action: issue, validity: 1-to-3-years}, fee: 800}
                          - {when: {action: change}, fee: unknown}
                      stay-permit:
                        item: unknown
                        source: notice
                        confidence: medium
                        rates:
                          - {fee: 160}
                    """,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue, validity: under-1-year}, fee: {undated: 400, 2026-07-01: 450}}
                      - {when: {action: issue, validity: 1-to-3-years}, fee: 800}
                      - {when: {action: change}, fee: 200}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: ordinary}, fee: 170}
                      - {when: {nationality: special}, fee: 160}
                corrections:
                  - {of: rates/stay-permit, made: 2026-06-20, reason: the notice says 170 and was misread, source: notice}
                """
            )
        ]
    )

    /// Compares what each file says of the days of history.
    public static func check(_ file: FileChange, in change: RegistryChange, _ findings: inout Findings) {
        let corrections = file.corrections
        for item in rewritings(file, change) where !corrections.cover(item.place) {
            let found = item.rewriting
            findings.report(
                rule,
                LocalizedText(
                    "\(item.subject.text(in: .english)) was '\(found.before)' on \(found.day), "
                        + "and is now said to have been '\(found.after)'",
                    "\(item.subject.text(in: .chinese))在\(found.day)原为“\(found.before)”，现在却写成“\(found.after)”"
                ),
                at: found.newPlace ?? item.fallback,
                notes: [
                    Note(
                        LocalizedText(
                            "it stood in line \(change.line(before: found.oldPlace)) of the file as it was",
                            "原文件中写在第\(change.line(before: found.oldPlace))行"
                        )
                    )
                ],
                help: LocalizedText(
                    "write the new value from its own day on, or add a correction of '\(item.place)'",
                    "请从变更之日起另写新值，或者为“\(item.place)”加一条更正记录"
                ),
                comparison: Comparison(
                    .init("\(item.place), as it is", found.after),
                    .equal,
                    .init("as it was", found.before)
                )
            )
        }
    }

    /// Something that is now said otherwise.
    private struct Item {
        let subject: LocalizedText
        let place: String
        let rewriting: Rewriting
        let fallback: SourceRange
    }

    private static func rewritings(_ file: FileChange, _ change: RegistryChange) -> [Item] {
        switch file.content {
        case .settings: []
        case .calendar(let calendars): self.calendar(calendars, change)
        case .schedule(let schedules):
            FeeHistory(change).differences(schedules).map { fee($0, of: "rates", schedules.after.schedule.id.range) }
        case .city(let cities):
            channels(cities, change) + stages(cities, change)
                + FeeHistory(change).differences(cities).map { fee($0, of: "fees", cities.after.city.fees.range) }
        }
    }

    private static func fee(_ found: FeeHistory.Difference, of section: String, _ fallback: SourceRange) -> Item {
        let old = found.before.rate.fee.value(on: found.day)
        let new = found.after.rate.fee.value(on: found.day)
        let unknown = Fee.unknown.text
        return Item(
            subject: LocalizedText(
                "the fee for '\(found.path)' of '\(found.nationality)'",
                "“\(found.nationality)”的“\(found.path)”收费"
            ),
            place: "\(section)/\(found.service)",
            rewriting: Rewriting(
                day: found.day,
                before: old?.value.text ?? unknown,
                after: new?.value.text ?? unknown,
                oldPlace: old?.range ?? found.before.rate.range,
                newPlace: found.after.isOwn ? new?.range ?? found.after.rate.range : nil
            ),
            fallback: fallback
        )
    }

    private static func channels(_ cities: Change<CityFile>, _ change: RegistryChange) -> [Item] {
        cities.before.city.channels.flatMap { old -> [Item] in
            let id = old.id.value
            guard let new = cities.after.city.channels.first(where: { $0.id.value == id }) else { return [] }
            let unknown = ChannelStatus.unknown.rawValue
            let status = change.rewriting(
                old.status,
                new.status,
                { $0.value == .unknown ? nil : ($0.value.rawValue, $0.range) },
                nothing: unknown
            )
            let methods = old.methods.flatMap { change.rewriting($0, new.methods, said, nothing: unknown) }
            let applicants = old.applicants.flatMap { change.rewriting($0, new.applicants, said, nothing: unknown) }
            let found: [(LocalizedText, Rewriting?)] = [
                (LocalizedText("the status of '\(id)'", "“\(id)”的状态"), status),
                (LocalizedText("for whom '\(id)' is", "“\(id)”的适用对象"), applicants),
                (LocalizedText("with what one pays in '\(id)'", "“\(id)”的支付方式"), methods),
            ]
            return found.compactMap { subject, rewriting in
                rewriting.map {
                    Item(subject: subject, place: "channels/\(id)", rewriting: $0, fallback: new.id.range)
                }
            }
        }
    }

    /// A list of words as it would be written, whatever their order.
    private static func said(_ words: Known<[Located<String>]>) -> (text: String, place: SourceRange)? {
        guard let list = words.value, let first = list.first else { return nil }
        return (list.map(\.value).sorted().joined(separator: ", "), first.range)
    }

    private static func stages(_ cities: Change<CityFile>, _ change: RegistryChange) -> [Item] {
        let (old, new) = (cities.before.city.rollouts, cities.after.city.rollouts)
        let none = RolloutStage.Kind.none.rawValue
        let nothing = Timeline(Located(RolloutStage.none, at: cities.after.city.slug.range))
        return Set((old + new).map(\.channel.value)).sorted().compactMap { channel in
            let before = old.first { $0.channel.value == channel }
            let after = new.first { $0.channel.value == channel }
            let found =
                change.rewriting(
                    before?.stage ?? nothing,
                    after?.stage,
                    { ($0.value.text, $0.range) },
                    nothing: none
                ) ?? backdated(before, after, change)
            return found.map {
                Item(
                    subject: LocalizedText("the stage of '\(channel)'", "“\(channel)”的阶段"),
                    place: "rollout/\(channel)",
                    rewriting: $0,
                    fallback: after?.channel.range ?? cities.after.city.slug.range
                )
            }
        }
    }

    /// A stage on a day gone by of which nothing was said, which means that there was none.
    private static func backdated(_ before: Rollout?, _ after: Rollout?, _ change: RegistryChange) -> Rewriting? {
        guard let before, let after else { return nil }
        for day in change.history(before.stage.boundaries + after.stage.boundaries)
        where before.stage.value(on: day) == nil {
            guard let now = after.stage.value(on: day), now.value != .none else { continue }
            return Rewriting(
                day: day,
                before: RolloutStage.none.text,
                after: now.value.text,
                oldPlace: before.channel.range,
                newPlace: now.range
            )
        }
        return nil
    }

    private static func calendar(_ calendars: Change<HolidayCalendar>, _ change: RegistryChange) -> [Item] {
        let (old, new) = (calendars.before.workingDays, calendars.after.workingDays)
        return calendars.before.years.compactMap { year in
            let number = year.year.value
            guard case .published = year.notice, let start = CivilDate(year: number, month: 1, day: 1) else {
                return nil
            }
            let place = calendars.after.years.first { $0.year.value == number }?.year.range
            var day: CivilDate? = start
            while let date = day, date.year == number, date < change.day {
                let (before, after) = (old.day(date).word, new.day(date).word)
                if before != after {
                    return Item(
                        subject: LocalizedText("the kind of day in '\(number)'", "“\(number)”年的日期类别"),
                        place: "years/\(number)",
                        rewriting: Rewriting(
                            day: date,
                            before: before,
                            after: after,
                            oldPlace: year.year.range,
                            newPlace: place
                        ),
                        fallback: calendars.after.id.range
                    )
                }
                day = date.next
            }
            return nil
        }
    }
}

extension RolloutStage {
    /// The stage as a city file writes it.
    var text: String {
        if case .pilot(let percent) = self { "pilot: \(percent)%" } else { kind.rawValue }
    }
}

extension WorkingDayAnswer {
    /// The kind of day as `calendar.yaml` writes it.
    fileprivate var word: String {
        switch self {
        case .working: "working"
        case .off: "days-off"
        case .notPublished: "not-published"
        }
    }
}

extension Fee {
    /// The fee as a registry file writes it.
    var text: String { amount?.yuan ?? word ?? "" }
}
