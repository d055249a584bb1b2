import CityRegistry
import Diagnostics
import Vocabulary

/// Looks words up in the lists they must come from, and reports those that are not there.
struct ReferenceCheck {
    let rule: Rule
    let world: World

    /// Words of a closed list.
    func words(_ words: [Located<String>], _ what: LocalizedText, in known: Set<String>, _ findings: inout Findings) {
        for word in words where !known.contains(word.value) {
            findings.report(rule, unknown: word, what, among: known)
        }
    }

    /// One word of a closed list.
    func word(_ word: Located<String>, _ what: LocalizedText, in known: Set<String>, _ findings: inout Findings) {
        guard !known.contains(word.value) else { return }
        findings.report(rule, unknown: word, what, among: known)
    }

    /// Services, which every kind of record may name.
    func services(_ words: [Located<String>], _ findings: inout Findings) {
        self.words(
            words,
            LocalizedText("a service of registry.yaml", "已登记的业务（见 registry.yaml）"),
            in: world.words.services,
            &findings
        )
    }

    /// The kind of each source, and of the copy that was read.
    func sources(_ sources: [Source], _ findings: inout Findings) {
        for source in sources {
            word(
                source.kind,
                LocalizedText("one of registry.yaml's source-kinds", "“source-kinds”（见 registry.yaml）所列的词"),
                in: world.words.sourceKinds,
                &findings
            )
            guard let copy = source.copy else { continue }
            word(
                copy,
                LocalizedText("one of registry.yaml's source-copies", "“source-copies”（见 registry.yaml）所列的词"),
                in: world.words.sourceCopies,
                &findings
            )
        }
    }

    /// The services, items and conditions of fee tables, whose groups and items are those of a schedule.
    ///
    /// What the coverage has looked up and found already is not looked up a second time.
    func tables(
        _ tables: [FeeTable],
        on schedule: Schedule?,
        _ coverage: FeeCoverage?,
        _ findings: inout Findings
    ) {
        for (position, table) in tables.enumerated() {
            let isUnderstood = coverage?.tables[position].isUnderstood
            services([table.service], &findings)
            item(table.item, of: schedule, &findings)
            for (number, rate) in table.rates.enumerated() {
                if let own = rate.item { item(own, of: schedule, &findings) }
                if isUnderstood?[number] == true { continue }
                conditions(rate.conditions, of: table.service.value, on: schedule, &findings)
            }
        }
    }

    private func item(_ item: Known<Located<String>>, of schedule: Schedule?, _ findings: inout Findings) {
        guard let schedule, case .known(let word) = item,
            !schedule.items.contains(where: { $0.id.value == word.value })
        else { return }
        let known = schedule.items.map(\.id.value)
        findings.report(
            rule,
            unknown: word,
            LocalizedText("an item of schedule '\(schedule.id.value)'", "收费标准“\(schedule.id.value)”中的收费项目"),
            among: known
        )
    }

    /// Questions, answers and nationality groups.
    func conditions(
        _ conditions: [ConditionRecord],
        of service: String,
        on schedule: Schedule?,
        _ findings: inout Findings
    ) {
        guard let service = world.services[service] else { return }
        for condition in conditions {
            if condition.question.value == Rate.nationalityQuestion {
                if let schedule { groups(condition.answers, of: schedule, &findings) }
            } else if let question = question(condition.question, of: service, &findings) {
                answers(condition.answers, to: question, &findings)
            }
        }
    }

    /// A question of a service.
    func question(_ word: Located<String>, of service: Service, _ findings: inout Findings) -> Question? {
        if let question = service.question(word.value) { return question }
        findings.report(
            rule,
            unknown: word,
            LocalizedText("a question of service '\(service.id)'", "业务“\(service.id)”的询问项"),
            among: service.questions.map(\.id) + [Rate.nationalityQuestion]
        )
        return nil
    }

    /// Answers to a question.
    func answers(_ words: [Located<String>], to question: Question, _ findings: inout Findings) {
        for word in words where question.answer(word.value) == nil {
            findings.report(
                rule,
                unknown: word,
                LocalizedText("an answer to '\(question.id)'", "询问项“\(question.id)”的选项"),
                among: question.answers.map(\.id)
            )
        }
    }

    private func groups(_ words: [Located<String>], of schedule: Schedule, _ findings: inout Findings) {
        for word in words where !word.isNationalityCode {
            guard !schedule.groups.contains(where: { $0.id.value == word.value }) else { continue }
            findings.report(
                rule,
                unknown: word,
                LocalizedText(
                    "a nationality group of schedule '\(schedule.id.value)', nor a code of three capital letters",
                    "收费标准“\(schedule.id.value)”中的国籍组，也不是三个大写字母的代码"
                ),
                among: schedule.groups.map(\.id.value)
            )
        }
    }
}

extension Located<String> {
    /// Whether it is written as a nationality's code rather than as a group's word.
    var isNationalityCode: Bool {
        value.utf8.count == 3 && value.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
