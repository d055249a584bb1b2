import CivilTime
import PaymentEngine
import ServiceConfig
import Vocabulary

extension Teller {
    /// One price, with all there is to say of it.
    mutating func price(_ line: FeeQuote.Line, _ asked: FeeQuoteAnswer) -> Section {
        let answer = line.answer
        let service = asked.config.service(line.leaf.service)
        let name = service.flatMap { path(line.leaf, $0) } ?? service?.name
        var blocks: [Block] = [.emphasis(price(answer))]
        if let explanation = Phrases.explanation(answer.fee, hotline: hotline.number) {
            blocks.append(.sentence(say(explanation)))
        }
        for change in later(line.upcoming.map { ($0.from, $0.answer) }, than: answer) {
            blocks.append(.sentence(Words(change + stop, in: language).capitalized))
        }
        if let membership = membership(answer) { blocks.append(.sentence(membership)) }
        if answer.fee.amount != nil, !line.isLikely { blocks.append(.sentence(say(Phrases.notLikely))) }
        if let edge = edge(asked, line) { blocks.append(.sentence(edge)) }
        var facts: [Fact] = []
        if let nationality = asked.nationalityName {
            facts.append(Fact(say(Headings.nationality), [.words(words(nationality))]))
        }
        facts += item(answer, asked.config)
        if let note = answer.note { facts.append(Fact(say(Headings.remark), [.words(words(note))])) }
        if answer.isLocal { facts.append(fact(Headings.remark, say(Phrases.local))) }
        if let evidence = evidence(answer.provenance, class: "fee") {
            facts.append(Fact(say(Headings.evidence), [], evidence))
        }
        if !facts.isEmpty { blocks.append(.facts(facts)) }
        return Section(id: "price", heading: name.map { words($0).capitalized } ?? line.leaf.path, blocks: blocks)
    }

    private func item(_ answer: FeeAnswer, _ config: CityConfig) -> [Fact] {
        guard let item = answer.item.flatMap({ config.fees.items[$0] }) else { return [] }
        // Both names: the bill has the Chinese one.
        var names: [Fact.Value] = [.words(words(item.name))]
        if language == .english, item.name.english != nil, let chinese = item.name.chinese {
            names.append(.words(Words(chinese, in: .chinese)))
        }
        let basis = item.basis.map {
            [Fact(say(Headings.basis), [.words(Words($0.joined(separator: "、"), in: .chinese))])]
        }
        return [Fact(say(Headings.feeName), names)] + (basis ?? [])
    }

    // MARK: The edges of classes

    /// What applies on either side, where so many months are the edge between two classes.
    private func edge(_ asked: FeeQuoteAnswer, _ line: FeeQuote.Line?) -> String? {
        guard let months = asked.months, let service = asked.config.service(asked.quote.question.service) else {
            return nil
        }
        for question in service.questions {
            let classes = question.answers.filter { $0.months != nil }
            guard !classes.isEmpty, line == nil || line?.leaf.answer(to: question.id) != nil else { continue }
            guard let inside = question.answer(months: months), let range = inside.months else {
                guard let longest = classes.compactMap(\.months?.upper).max() else { continue }
                return say(Phrases.outside(months: months, longest: longest))
            }
            guard range.hasEdge(at: months) else { continue }
            let isLower = months == range.lower
            let here = priced(inside, line.map { price($0.answer) })
            let beyond = classes.first { $0.id != inside.id && $0.months?.hasEdge(at: months) == true }
            guard let beyond else {
                return say(Phrases.exactly(months: months, countsAs: here, lowerEdge: isLower))
            }
            let other = line.flatMap { self.answer(to: question, beyond, instead: $0, asked) }
            return say(
                Phrases.exactly(
                    months: months,
                    countsAs: here,
                    lowerEdge: isLower,
                    beyond: priced(beyond, other.map(price))
                )
            )
        }
        return nil
    }

    private func priced(_ answer: Question.Answer, _ price: String?) -> LocalizedText {
        let name = Phrases.quoted(answer.name)
        return price.map { Phrases.qualified(name, LocalizedText($0, $0)) } ?? name
    }

    /// What the same path costs with another answer to one question.
    private func answer(
        to question: Question,
        _ other: Question.Answer,
        instead line: FeeQuote.Line,
        _ asked: FeeQuoteAnswer
    ) -> FeeAnswer? {
        let choices = line.leaf.choices.map {
            $0.question == question.id ? Choice(question: question.id, answer: other.id) : $0
        }
        let fees = asked.config.fees
        let nationality =
            asked.quote.question.nationality ?? line.nationalities?.nationalities.first ?? fees.nationalities.first
        guard let number = fees.number(of: Leaf(service: line.leaf.service, choices: choices)), let nationality else {
            return nil
        }
        return fees.answer(leaf: number, nationality: nationality, on: asked.day)
    }

    // MARK: Several possibilities

    /// What is still possible, group by group of nationalities, and what would decide it.
    mutating func possibilities(_ asked: FeeQuoteAnswer) -> [Section] {
        let lines = asked.quote.lines
        var groups: [(key: NationalityClass?, lines: [FeeQuote.Line])] = []
        for line in lines {
            if let index = groups.firstIndex(where: { $0.key == line.nationalities }) {
                groups[index].lines.append(line)
            } else {
                groups.append((line.nationalities, [line]))
            }
        }
        let names = groups.map(\.key?.group)
        var sections = groups.enumerated().map { number, group in
            // Two sections of one group need titles that tell them apart.
            let isContested =
                group.lines.contains(where: \.isContested) && names.count { $0 == group.key?.group } > 1
            return self.group(number, group.key, isContested, group.lines, asked)
        }
        if let edge = edge(asked, nil) {
            sections.append(Section(id: "edge", heading: say(Headings.remark), blocks: [.sentence(edge)]))
        }
        let flags = flags(asked)
        if !flags.isEmpty {
            sections.append(Section(id: "flags", heading: say(Headings.narrowing), blocks: [.facts(flags)]))
        }
        return sections
    }

    private mutating func group(
        _ number: Int,
        _ nationalities: NationalityClass?,
        _ isContested: Bool,
        _ lines: [FeeQuote.Line],
        _ asked: FeeQuoteAnswer
    ) -> Section {
        var heading = asked.nationalityName ?? Phrases.everybody
        var blocks: [Block] = []
        if let nationalities {
            let members = members(nationalities.nationalities)
            heading = Phrases.group(nationalities.name, members, isContested: isContested)
            if nationalities.name != nil, say(members).utf8.count > 60 {
                // Too long for a heading.
                let count = Phrases.nationalities(nationalities.nationalities.count)
                heading = Phrases.group(nationalities.name, count, isContested: isContested)
                blocks.append(.sentence(say(members) + stop))
            }
        }
        if let first = lines.first, lines.count > 1,
            lines.allSatisfy({ $0.answer == first.answer && $0.upcoming == first.upcoming })
        {
            let what = isWhole(lines, asked) ? Phrases.whatever : openAnswers(lines, asked)
            let row = PriceRow(
                what: words(what),
                price: price(first),
                isAmount: first.answer.fee.amount != nil,
                note: nil,
                evidence: evidence(first.answer.provenance, class: "fee")
            )
            blocks.append(.prices([row]))
        } else {
            var rows: [PriceRow] = []
            for line in lines {
                guard let service = asked.config.service(line.leaf.service) else { continue }
                var row = row(line.leaf, line.answer, service, withService: false)
                row.price = price(line)
                rows.append(row)
            }
            blocks.append(.prices(rows))
        }
        let notes = lines.compactMap(\.answer.note).map(say)
        for (index, note) in notes.enumerated() where !notes[..<index].contains(note) {
            blocks.append(.sentence(Words(note, in: language).capitalized))
        }
        // The title names the group where there is one; an amount says in any case on which condition it holds.
        blocks += memberships(lines.map(\.answer).filter { nationalities == nil || $0.fee.amount != nil })
        return Section(id: "group-\(number)", heading: words(heading).capitalized, blocks: blocks)
    }

    /// A fee with what it changes to later.
    private func price(_ line: FeeQuote.Line) -> String {
        ([price(line.answer)] + later(line.upcoming.map { ($0.from, $0.answer) }, than: line.answer))
            .joined(separator: language.clauseSeparator)
    }

    /// Whether there is a line for everything that can be asked for of the service.
    private func isWhole(_ lines: [FeeQuote.Line], _ asked: FeeQuoteAnswer) -> Bool {
        Set(lines.map(\.leaf)).isSuperset(of: asked.config.service(asked.quote.question.service)?.leaves ?? [])
    }

    /// The questions that the lines answer differently.
    private func open(_ lines: [FeeQuote.Line], _ asked: FeeQuoteAnswer) -> [Question] {
        (asked.config.service(asked.quote.question.service)?.questions ?? []).filter { question in
            Set(lines.map { $0.leaf.answer(to: question.id) }).count > 1
        }
    }

    /// What tells the lines apart: the names of the answers to those questions, path by path.
    private func openAnswers(_ lines: [FeeQuote.Line], _ asked: FeeQuoteAnswer) -> LocalizedText {
        let open = open(lines, asked)
        let paths = lines.map { line in
            joined(open.compactMap { question in line.leaf.answer(to: question.id).flatMap(question.answer)?.name })
        }
        return LocalizedText(
            paths.map { $0.text(in: .english) }.joined(separator: Language.english.clauseSeparator),
            paths.map { $0.text(in: .chinese) }.joined(separator: Language.chinese.clauseSeparator)
        )
    }

    /// The flags of `visafee fee quote` that would decide between what is left.
    private func flags(_ asked: FeeQuoteAnswer) -> [Fact] {
        let question = asked.quote.question
        let first = asked.quote.lines.first?.answer
        let differ = asked.quote.lines.contains { $0.answer.fee != first?.fee || $0.answer.unit != first?.unit }
        guard differ || !isWhole(asked.quote.lines, asked) else { return [] }
        let leaves = asked.quote.lines.map(\.leaf)
        var flags = open(asked.quote.lines, asked).map { candidate in
            let left = candidate.answers.filter { answer in
                leaves.contains { $0.answer(to: candidate.id) == answer.id }
            }
            let months = candidate.answers.contains { $0.months != nil } ? [say(Phrases.orMonths)] : []
            return Fact(
                "--\(candidate.id)",
                [.words(Words((left.map(\.id) + months).joined(separator: ", "), in: nil))]
            )
        }
        if question.nationality == nil, asked.quote.lines.contains(where: { $0.nationalities != nil }) {
            flags.append(Fact("--nationality", [.words(words(Phrases.nationalityFlag))]))
        }
        return flags
    }
}
