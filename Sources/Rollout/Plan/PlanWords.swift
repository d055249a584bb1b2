import CivilTime
import ServiceConfig
public import Vocabulary

/// Says a plan's changes in sentences for people.
public struct PlanWords: Sendable {
    private let configs: [String: CityConfig]
    private let plan: Plan
    private let nationalityName: @Sendable (NationalityCode) -> LocalizedText?

    /// How many names a sentence lists before it counts the rest.
    private static let longestList = 6

    /// The words for a plan between two sides.
    public init(
        _ plan: Plan,
        from old: PlanSide,
        to new: PlanSide,
        nationalityName: @escaping @Sendable (NationalityCode) -> LocalizedText?
    ) {
        self.plan = plan
        self.configs = old.configs.merging(new.configs) { $1 }
        self.nationalityName = nationalityName
    }

    /// One change as a sentence.
    public func sentence(for change: Plan.Change) -> LocalizedText {
        switch change {
        case .stage(let change): sentence(for: change)
        case .fee(let box): sentence(for: box)
        case .fact(let change): sentence(for: change)
        }
    }

    /// What happens to payments that were begun before the change; nothing where it concerns none.
    public func payments(begunBefore change: Plan.Change) -> LocalizedText? {
        switch change {
        case .stage(let change) where change.percentAfter < change.percentBefore:
            LocalizedText(
                change.percentAfter == 0
                    ? "Payments already begun are finished or refunded; no new one begins."
                    : "Those whom the pilot took last leave first; payments already begun are finished.",
                change.percentAfter == 0
                    ? "已开始的缴费将办结或退款，不再接受新的缴费。" : "最后纳入试点者最先退出；已开始的缴费照常办结。"
            )
        case .fee(let box) where box.kind != .feeBasisChanged:
            LocalizedText(
                "Payments already begun keep the amount of their bill.",
                "已开始的缴费按原缴费单金额办理。"
            )
        default: nil
        }
    }

    /// The sources that a change rests on, as people name them; none where it rests on none.
    public func sources(of change: Plan.Change) -> [String] {
        guard case .fee(let box) = change, let answer = box.after ?? box.before, let slug = box.cities.first,
            let config = configs[slug]
        else { return [] }
        return answer.provenance.sources.map { id in config.source(id)?.label ?? id }
    }

    /// The whole plan in a sentence.
    public var summary: LocalizedText {
        guard !plan.changesNothing else {
            return plan.registryDiffers
                ? LocalizedText(
                    "No answer changes (0 of \(plan.answerCount)); the registry's bytes differ.",
                    "没有任何答复发生变化（0/\(plan.answerCount)），仅信息库的文本不同。"
                )
                : LocalizedText("Nothing changes.", "没有变化。")
        }
        let cities = plan.changedCities.count
        return LocalizedText(
            "\(plan.changes.count) \(plan.changes.count == 1 ? "change" : "changes") in \(cities) of \(plan.cityCount) cities; "
                + "\(plan.changedAnswerCount) of \(plan.answerCount) answers about fees change.",
            "\(plan.cityCount)个城市中有\(cities)个发生变化，共\(plan.changes.count)项；"
                + "费用答复\(plan.answerCount)条中有\(plan.changedAnswerCount)条变化。"
        )
    }

    // MARK: Who may pay

    private func sentence(for change: StageChange) -> LocalizedText {
        let time = Sentence.time(change.from, change.until)
        let place = city(change.city)
        let (old, new) = (Sentence.stage(change.before), Sentence.stage(change.after))
        let stages = LocalizedText(
            "(\(old.text(in: .english)) → \(new.text(in: .english)))",
            "（\(old.text(in: .chinese)) → \(new.text(in: .chinese))）"
        )
        let (english, chinese) = Self.who(change)
        return LocalizedText(
            "\(time.text(in: .english)) \(english) in \(place.text(in: .english)) through \(change.channel) "
                + stages.text(in: .english),
            "\(time.text(in: .chinese))，\(place.text(in: .chinese))通过\(change.channel)\(chinese)"
                + stages.text(in: .chinese)
        )
    }

    private static func who(_ change: StageChange) -> (String, String) {
        let (old, new) = (change.percentBefore, change.percentAfter)
        guard old != new else {
            return new == 0 ? ("still nobody can pay", "仍不能缴费") : ("as many can pay as before", "可缴费的人不变")
        }
        let instead = old == 0 ? ("nobody", "无人") : old == 100 ? ("everybody", "所有人") : ("\(old)%", "\(old)%的人")
        switch new {
        case 0: return ("nobody can begin to pay, instead of \(instead.0),", "不再接受新的缴费（原为\(instead.1)）")
        case 100: return ("everybody can pay, instead of \(instead.0),", "所有人可以缴费（原为\(instead.1)）")
        default: return ("\(new)% of applicants can pay, instead of \(instead.0),", "\(new)%的申请人可以缴费（原为\(instead.1)）")
        }
    }

    // MARK: What it costs

    private func sentence(for box: FeeBox) -> LocalizedText {
        let time = Sentence.time(box.from, box.until)
        let (people, things, places) = (people(box), things(box), cities(box.cities))
        let (old, new) = (Sentence.fee(box.before), Sentence.fee(box.after))
        if box.kind == .feeBasisChanged {
            return LocalizedText(
                "\(time.text(in: .english)) \(things.text(in: .english)) in \(places.text(in: .english)) stays "
                    + "\(new.text(in: .english)) for \(people.text(in: .english)), on another basis: \(basis(box).text(in: .english))",
                "\(time.text(in: .chinese))，\(places.text(in: .chinese))\(people.text(in: .chinese))办理"
                    + "\(things.text(in: .chinese))仍为\(new.text(in: .chinese))，依据变更：\(basis(box).text(in: .chinese))"
            )
        }
        let difference = box.increase.map { " (\(Sentence.difference($0)))" } ?? ""
        let chineseDifference = box.increase.map { "（\(Sentence.difference($0))元）" } ?? ""
        return LocalizedText(
            "\(time.text(in: .english)) \(things.text(in: .english)) in \(places.text(in: .english)) is "
                + "\(new.text(in: .english)) instead of \(old.text(in: .english))\(difference) for \(people.text(in: .english))",
            "\(time.text(in: .chinese))，\(places.text(in: .chinese))\(people.text(in: .chinese))办理"
                + "\(things.text(in: .chinese))为\(new.text(in: .chinese))，原为\(old.text(in: .chinese))\(chineseDifference)"
        )
    }

    private func basis(_ box: FeeBox) -> LocalizedText {
        guard let before = box.before, let after = box.after else { return Sentence.same("") }
        var words: [LocalizedText] = []
        if before.provenance.confidence != after.provenance.confidence {
            let (old, new) = (
                before.provenance.confidence?.rawValue ?? "unknown", after.provenance.confidence?.rawValue ?? "unknown"
            )
            words.append(LocalizedText("confidence \(old) → \(new)", "可信度\(old) → \(new)"))
        }
        if before.provenance.sources != after.provenance.sources {
            words.append(LocalizedText("other sources", "来源不同"))
        }
        if before.provenance.against != after.provenance.against {
            words.append(LocalizedText("contested otherwise", "异议不同"))
        }
        if before.item != after.item { words.append(LocalizedText("another name on the bill", "收费项目不同")) }
        if before.note != after.note { words.append(LocalizedText("another note", "说明不同")) }
        if before.membership != after.membership { words.append(LocalizedText("another group", "所属分组不同")) }
        if before.isLocal != after.isLocal {
            words.append(
                after.isLocal
                    ? LocalizedText("the city's own table", "改用本市收费表") : LocalizedText("the schedule", "改用统一收费表")
            )
        }
        return Sentence.list(words, atMost: words.count)
    }

    private func people(_ box: FeeBox) -> LocalizedText {
        guard let config = box.cities.first.flatMap({ configs[$0] }) else { return everybody }
        let all = config.fees.nationalities
        if box.nationalities == all { return everybody }
        let count = LocalizedText(
            "(\(box.nationalities.count) of \(all.count) nationalities)",
            "（\(all.count)个国籍中的\(box.nationalities.count)个）"
        )
        let names: LocalizedText
        if let group = config.wholeGroup(box.nationalities) {
            names = group
        } else {
            names = Sentence.list(
                box.nationalities.map { nationalityName($0) ?? Sentence.same($0.description) },
                atMost: Self.longestList
            )
        }
        return LocalizedText(
            "\(names.text(in: .english)) \(count.text(in: .english))",
            "\(names.text(in: .chinese))\(count.text(in: .chinese))"
        )
    }

    private var everybody: LocalizedText { LocalizedText("everybody, whatever the nationality", "所有国籍的申请人") }

    private func things(_ box: FeeBox) -> LocalizedText {
        guard let config = box.cities.first.flatMap({ configs[$0] }) else { return Sentence.same("") }
        var names: [LocalizedText] = []
        var rest = box.leaves
        for service in config.services {
            let own = rest.filter { $0.service == service.id }
            guard !own.isEmpty else { continue }
            rest.removeAll { $0.service == service.id }
            let asked = config.fees.leaves.filter { $0.service == service.id }
            names += own.count == asked.count && own.count > 1 ? [every(service)] : own.map { name(of: $0, service) }
        }
        names += rest.map { Sentence.same($0.path) }
        return Sentence.list(names, atMost: Self.longestList)
    }

    private func every(_ service: Service) -> LocalizedText {
        LocalizedText(
            "every kind of \(service.name.text(in: .english))",
            "各类\(service.name.text(in: .chinese))"
        )
    }

    private func name(of leaf: Leaf, _ service: Service) -> LocalizedText {
        let answers = leaf.choices.map { choice in
            service.question(choice.question)?.answer(choice.answer)?.name ?? Sentence.same(choice.answer)
        }
        let parts = [service.name] + answers
        return LocalizedText(
            parts.map { $0.text(in: .english) }.joined(separator: " · "),
            "“" + parts.map { $0.text(in: .chinese) }.joined(separator: " · ") + "”"
        )
    }

    // MARK: What is known

    private func sentence(for change: FactChange) -> LocalizedText {
        let places = cities(change.cities)
        if [.cityAdded, .cityRemoved].contains(change.kind), let same = change.after, change.before == same {
            return change.kind == .cityAdded
                ? LocalizedText(
                    "\(places.text(in: .english)) gets a file of its own; whether one can pay from home there is still "
                        + "\(same.text(in: .english))",
                    "\(places.text(in: .chinese))有了自己的文件；能否在家缴费仍为“\(same.text(in: .chinese))”"
                )
                : LocalizedText(
                    "\(places.text(in: .english)) has no file of its own any more; whether one can pay from home there "
                        + "is still \(same.text(in: .english))",
                    "\(places.text(in: .chinese))不再有自己的文件；能否在家缴费仍为“\(same.text(in: .chinese))”"
                )
        }
        let (english, chinese) = (values(of: change, .english), values(of: change, .chinese))
        return LocalizedText(
            "In \(places.text(in: .english)), \(change.kind.name.text(in: .english)): "
                + subject(of: change, .english) + english,
            "\(places.text(in: .chinese))\(change.kind.name.text(in: .chinese))：\(subject(of: change, .chinese))\(chinese)"
        )
    }

    private func values(of change: FactChange, _ language: Language) -> String {
        let (before, after) = (change.before?.text(in: language), change.after?.text(in: language))
        return switch (before, after, language) {
        case (let before?, let after?, .english): ": \(after) instead of \(before)"
        case (nil, let after?, .english): ": \(after)"
        case (let before?, nil, .english): ": was \(before)"
        case (let before?, let after?, .chinese): "：由“\(before)”改为“\(after)”"
        case (nil, let after?, .chinese): "：\(after)"
        case (let before?, nil, .chinese): "：原为“\(before)”"
        case (nil, nil, _): ""
        }
    }

    /// What a change is about, and the part of it that differs; policy has no subject but its part.
    private func subject(of change: FactChange, _ language: Language) -> String {
        var subject = change.subject
        switch (change.subject, language) {
        case (WholeTable.subject, .chinese): subject = "费用"
        case ("bureau", .chinese): subject = "受理机构"
        case ("hotline", .chinese): subject = "热线"
        case ("receipt", .chinese): subject = "回执"
        default: break
        }
        guard let part = change.part?.text(in: language) else { return subject }
        guard change.kind != .policyChanged else { return part }
        return language == .english ? "\(subject): \(part)" : "\(subject)（\(part)）"
    }

    // MARK: Where

    private func city(_ slug: String) -> LocalizedText {
        configs[slug]?.place.name ?? Sentence.same(slug)
    }

    private func cities(_ slugs: [String]) -> LocalizedText {
        guard slugs.count > 1, slugs.count == plan.cityCount else {
            return Sentence.list(slugs.map(city), atMost: Self.longestList)
        }
        return LocalizedText("all \(slugs.count) cities", "全部\(slugs.count)个城市")
    }
}

extension CityConfig {
    /// The name of the group that these nationalities are, all of it and nobody else; nothing where they are none.
    fileprivate func wholeGroup(_ nationalities: [NationalityCode]) -> LocalizedText? {
        guard let first = nationalities.first, let number = fees.classNumber(of: first),
            let group = fees.classes[number].group
        else { return nil }
        let members = fees.classes.filter { $0.group == group }.flatMap(\.nationalities).sorted()
        return members == nationalities ? fees.classes[number].name : nil
    }
}
