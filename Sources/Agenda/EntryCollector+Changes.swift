import CityRegistry
import CivilTime
import Diagnostics
import RegistryRules
import Vocabulary

extension EntryCollector {
    /// Periods that end and others that begin, and plans without a day.
    mutating func collectChanges() {
        for schedule in registry.registry.schedules {
            collectFees(schedule.tables, of: nil)
            for group in schedule.groups {
                guard case .records(let records) = group.members else { continue }
                for record in records { collectMembership(record, of: group, in: schedule) }
            }
        }
        for city in registry.registry.cities {
            for channel in city.channels { collect(channel, of: city) }
            collectFees(city.fees.tables, of: city)
            for rollout in city.rollouts { collect(rollout, of: city) }
        }
    }

    private mutating func collectFees(_ tables: [FeeTable], of city: City?) {
        for table in tables {
            let changed = table.rates.flatMap { rate in changes(of: rate.fee).map { (rate: rate, change: $0) } }
            for day in Set(changed.map(\.change.day)).sorted() {
                let rates = changed.filter { $0.change.day == day }
                guard let first = rates.first else { continue }
                let service = table.service.value
                let (before, after) = (word(first.change.before?.value), word(first.change.after.value))
                let example = city?.slug.value ?? registry.registry.cities.first?.slug.value ?? "CITY"
                add(
                    Subject(kind: .feeChanges, city: city, name: "\(service):\(day)"),
                    on: day,
                    at: first.change.after.range,
                    rates.count == 1
                        ? LocalizedText(
                            "a rate of '\(service)' goes from \(before) to \(after)",
                            "“\(service)”有1档收费由\(before)变为\(after)"
                        )
                        : LocalizedText(
                            "\(rates.count) rates of '\(service)' change, the first from \(before) to \(after)",
                            "“\(service)”有\(rates.count)档收费变动，首项由\(before)变为\(after)"
                        ),
                    do: LocalizedText(
                        "check that the notice still stands, and that what applicants read is right from that day on",
                        "请确认通知仍然有效，并核对申请人自当日起所见的内容"
                    ),
                    command: "visafee fee quote --city \(example) --service \(service) --as-of \(day)"
                )
            }
        }
    }

    private mutating func collectMembership(
        _ record: NationalityGroup.MemberRecord,
        of group: NationalityGroup,
        in schedule: Schedule
    ) {
        for change in changes(of: record.codes) {
            let before = Set((change.before ?? []).map(\.value.description))
            let after = Set(change.after.map(\.value.description))
            let joining = after.subtracting(before).sorted().joined(separator: ", ")
            let leaving = before.subtracting(after).sorted().joined(separator: ", ")
            let id = group.id.value
            let english = [
                joining.isEmpty ? nil : "\(joining) come into group '\(id)'",
                leaving.isEmpty ? nil : "\(leaving) leave group '\(id)'",
            ]
            let chinese = [
                joining.isEmpty ? nil : "\(joining)加入国籍组“\(id)”",
                leaving.isEmpty ? nil : "\(leaving)退出国籍组“\(id)”",
            ]
            add(
                Subject(kind: .membershipChanges, city: nil, name: "\(id):\(joining):\(leaving):\(change.day)"),
                on: change.day,
                at: change.after.first?.range ?? record.range,
                LocalizedText(
                    english.compactMap { $0 }.joined(separator: "; "),
                    chinese.compactMap { $0 }.joined(separator: "；")
                ),
                do: LocalizedText(
                    "check that the membership still stands, and what these nationalities are then charged",
                    "请确认国籍组成员仍然正确，并核对这些国籍届时的收费"
                ),
                command: quote(for: before.symmetricDifference(after).min(), of: group, in: schedule, on: change.day)
            )
        }
    }

    /// What shows what somebody whose group changes is charged: a question about a service that the group matters for, in
    /// a city on the schedule.
    private func quote(
        for nationality: String?,
        of group: NationalityGroup,
        in schedule: Schedule,
        on day: CivilDate
    ) -> String {
        let city = registry.registry.cities.first { $0.fees.schedule.value == schedule.id.value }?.slug.value ?? "CITY"
        let table = schedule.tables.first { table in
            table.rates.contains { rate in
                rate.conditions.contains { condition in
                    condition.question.value == Rate.nationalityQuestion
                        && condition.answers.contains { $0.value == group.id.value }
                }
            }
        }
        let service = table?.service.value ?? "SERVICE"
        let code = nationality ?? "CODE"
        return "visafee fee quote --city \(city) --service \(service) --nationality \(code) --as-of \(day)"
    }

    private mutating func collect(_ channel: Channel, of city: City) {
        let id = channel.id.value
        for change in changes(of: channel.status) {
            let before = change.before?.value ?? .unknown
            add(
                Subject(kind: .channelChanges, city: city, name: "\(id):status:\(change.day)"),
                on: change.day,
                at: change.after.range,
                LocalizedText(
                    "channel '\(id)' goes from \(before.rawValue) to \(change.after.value.rawValue)",
                    "缴费渠道“\(id)”由“\(before.rawValue)”变为“\(change.after.value.rawValue)”"
                ),
                do: LocalizedText(
                    "check with the bureau that it happens, and correct the day where it does not",
                    "请向办理机构确认是否如期，如有变动请更正日期"
                ),
                command: "visafee availability \(city.slug.value) --as-of \(change.day)"
            )
        }
        collect(channel.applicants, "applicants", of: channel, city)
        collect(channel.methods, "methods", of: channel, city)
    }

    private mutating func collect(_ words: Channel.Words?, _ key: String, of channel: Channel, _ city: City) {
        guard let words else { return }
        let id = channel.id.value
        for change in changes(of: words) {
            let after = (change.after.value ?? []).map(\.value)
            let list = after.isEmpty ? ChannelStatus.unknown.rawValue : after.joined(separator: ", ")
            add(
                Subject(kind: .channelChanges, city: city, name: "\(id):\(key):\(change.day)"),
                on: change.day,
                at: change.after.value?.first?.range ?? channel.id.range,
                LocalizedText(
                    "'\(key)' of channel '\(id)' become \(list)",
                    "缴费渠道“\(id)”的“\(key)”变为\(list)"
                ),
                do: LocalizedText(
                    "check with the bureau that it happens, and correct the day where it does not",
                    "请向办理机构确认是否如期，如有变动请更正日期"
                ),
                command: "visafee availability \(city.slug.value) --as-of \(change.day)"
            )
        }
    }

    private mutating func collect(_ rollout: Rollout, of city: City) {
        let id = rollout.channel.value
        for change in changes(of: rollout.stage) {
            let (before, after) = (word(change.before?.value ?? .none), word(change.after.value))
            add(
                Subject(kind: .stageChanges, city: city, name: "\(id):\(change.day)"),
                on: change.day,
                at: change.after.range,
                LocalizedText(
                    "the rollout of '\(id)' goes from \(before) to \(after)",
                    "“\(id)”的推出阶段由“\(before)”变为“\(after)”"
                ),
                do: LocalizedText(
                    "see that its gates are passed before that day, or write a later one",
                    "请在当日之前满足全部准入条件，否则请推迟日期"
                ),
                command: "visafee rollout status \(city.slug.value)"
            )
        }
        guard let stage = rollout.stage.value(on: today), stage.value == .planned,
            !rollout.stage.changes.contains(where: { $0.date > today })
        else { return }
        add(
            Subject(kind: .planIsOpen, city: city, name: id),
            on: today,
            at: stage.range,
            LocalizedText(
                "the rollout of '\(id)' is planned, and no day is written for what follows",
                "“\(id)”处于计划阶段，尚未写明后续阶段的日期"
            ),
            do: LocalizedText(
                "write the day on which the next stage begins, or give the plan up",
                "请写明下一阶段的开始日期，或取消该计划"
            ),
            command: "visafee rollout status \(city.slug.value)"
        )
    }

    /// A fee as the files write it.
    private func word(_ fee: Fee?) -> String {
        switch fee {
        case .amount(let amount): "\(amount)"
        case .setByBill: "set-by-bill"
        case .notOffered: "not-offered"
        case .unknown, nil: "unknown"
        }
    }

    /// A stage as the files write it.
    private func word(_ stage: RolloutStage) -> String {
        if case .pilot(let percent) = stage { "pilot \(percent)%" } else { stage.kind.rawValue }
    }
}
