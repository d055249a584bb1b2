import CivilTime
import Money
import ServiceConfig
import Vocabulary

extension Teller {
    /// The likeliest questions about fees, answered for what costs everybody the same; and how to ask the others.
    mutating func usualFees(_ config: CityConfig) -> Section {
        var rows: [PriceRow] = []
        var byNationality: [LocalizedText] = []
        var asked: String?
        for service in config.services {
            let numbers = config.fees.leaves.indices.filter { config.fees.leaves[$0].service == service.id }
            let spreads = numbers.map { FeeSpread($0, in: config.fees, from: day) }
            guard spreads.allSatisfy(\.isSameForEverybody) else {
                byNationality.append(service.name)
                asked = asked ?? service.id
                continue
            }
            for spread in spreads where isUsual(spread.leaf, service) {
                guard var part = spread.parts.first else { continue }
                // The newest source is enough here; asking for this one price names them all.
                part.answer.provenance.sources = newest(of: part.answer.provenance).map { [$0.id] } ?? []
                rows.append(row(spread.leaf, part, service, withService: true))
            }
        }
        var blocks: [Block] = rows.isEmpty ? [] : [.prices(rows)]
        if !byNationality.isEmpty { blocks.append(.sentence(say(Phrases.dependsOnNationality(joined(byNationality))))) }
        blocks.append(.sentence(say(Phrases.askForFees(city: config.place.slug, service: asked))))
        return Section(id: "fees", heading: say(Headings.likelyCost), blocks: blocks)
    }

    /// The path most applicants take: the first answer to every question that is not about a length of time.
    private func isUsual(_ leaf: Leaf, _ service: Service) -> Bool {
        leaf.choices.allSatisfy { choice in
            guard let question = service.question(choice.question) else { return true }
            return question.answers.contains { $0.months != nil } || question.answers.first?.id == choice.answer
        }
    }

    /// The fees of every path, service by service and group by group of nationalities.
    mutating func allFees(_ config: CityConfig) -> Section {
        var blocks: [Block] = []
        for service in config.services {
            let numbers = config.fees.leaves.indices.filter { config.fees.leaves[$0].service == service.id }
            let spreads = numbers.map { FeeSpread($0, in: config.fees, from: day) }
            blocks.append(.subheading(words(service.name)))
            var groups: [(name: LocalizedText?, rows: [PriceRow], answers: [FeeAnswer])] = []
            for spread in spreads {
                for part in spread.parts {
                    let name = part.group.map {
                        Phrases.group($0.name, members($0.nationalities), isContested: spread.isContested(part))
                    }
                    let row = row(spread.leaf, part, service, withService: false)
                    if let index = groups.firstIndex(where: { $0.name == name }) {
                        groups[index].rows.append(row)
                        groups[index].answers.append(part.answer)
                    } else {
                        groups.append((name, [row], [part.answer]))
                    }
                }
            }
            for group in groups {
                let rows = group.rows.count == numbers.count ? inShort(group.rows) : group.rows
                blocks.append(.prices(rows, caption: group.name.map { words($0) }))
                blocks += memberships(group.answers.filter { $0.fee.amount != nil })
            }
        }
        blocks.append(.sentence(say(Phrases.billDecides)))
        return Section(id: "fees", heading: say(Headings.likelyCost), blocks: blocks)
    }

    /// Which groups these answers rest on.
    func memberships(_ answers: [FeeAnswer]) -> [Block] {
        let sentences = answers.compactMap { membership($0) }
        return sentences.enumerated().filter { !sentences[..<$0].contains($1) }.map { .sentence($1) }
    }

    /// Which group an answer rests on, in a sentence; that nobody has found out rests on none.
    func membership(_ answer: FeeAnswer) -> String? {
        guard let membership = answer.membership, answer.fee != .unknown else { return nil }
        return say(membership.isEveryoneElse ? Phrases.restsOnNoList : Phrases.restsOnList(membership.name))
    }

    /// One row where all rows, one for each thing that can be asked for, say the same.
    private func inShort(_ rows: [PriceRow]) -> [PriceRow] {
        guard var first = rows.first, rows.count > 1,
            rows.allSatisfy({ $0.price == first.price && $0.note == first.note && $0.evidence == first.evidence })
        else { return rows }
        first.what = words(Phrases.whatever)
        return [first]
    }

    mutating func row(_ leaf: Leaf, _ part: FeeSpread.Part, _ service: Service, withService: Bool) -> PriceRow {
        var row = row(leaf, part.answer, service, withService: withService)
        row.price += later(part.later, than: part.answer).map { language.clauseSeparator + $0 }.joined()
        return row
    }

    /// What it will cost from later days on; for a nationality that enters another group then, with that group.
    func later(_ changes: [(from: CivilDate, answer: FeeAnswer)], than answer: FeeAnswer) -> [String] {
        let before = [answer] + changes.map(\.answer)
        return zip(changes, before).map { change, old in
            var text = price(change.answer)
            if let group = change.answer.membership, group != old.membership {
                text += language.bracketed(say(group.name))
            }
            return say(Phrases.from("\(change.from)", LocalizedText(text, text)))
        }
    }

    mutating func row(_ leaf: Leaf, _ answer: FeeAnswer, _ service: Service, withService: Bool) -> PriceRow {
        let name = path(leaf, service).map { withService ? Phrases.qualified(service.name, $0) : $0 } ?? service.name
        return PriceRow(
            what: words(name),
            price: price(answer),
            isAmount: answer.fee.amount != nil,
            note: answer.note.map { words($0) },
            evidence: evidence(answer.provenance, class: "fee")
        )
    }

    /// A fee and what it is charged for each of.
    func price(_ answer: FeeAnswer) -> String {
        let fee = say(Phrases.fee(answer.fee))
        guard answer.fee.amount.map({ $0 > .zero }) == true else { return fee }
        let unit = say(Phrases.unit(answer.unit))
        return language == .english ? "\(fee) \(unit)" : unit + fee
    }

    /// The answers of a path by their names, without those that only repeat the service's; nothing where none is left.
    func path(_ leaf: Leaf, _ service: Service) -> LocalizedText? {
        let answers = leaf.choices.compactMap { service.question($0.question)?.answer($0.answer)?.name }
        let telling = answers.filter { answer in
            !Language.allCases.allSatisfy { language in
                service.name.text(in: language).lowercased().hasSuffix(answer.text(in: language).lowercased())
            }
        }
        return telling.isEmpty ? nil : joined(telling)
    }
}
