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
            var groups: [(name: LocalizedText?, rows: [PriceRow])] = []
            for spread in spreads {
                for part in spread.parts {
                    let name = part.group.map { Phrases.group($0.name, $0.nationalities) }
                    let row = row(spread.leaf, part, service, withService: false)
                    if let index = groups.firstIndex(where: { $0.name == name }) {
                        groups[index].rows.append(row)
                    } else {
                        groups.append((name, [row]))
                    }
                }
            }
            for group in groups {
                blocks.append(.prices(inShort(group.rows), caption: group.name.map { words($0) }))
            }
            let held = spreads.flatMap(\.parts).contains { $0.answer.restsOnMembership && $0.answer.fee.amount != nil }
            if held { blocks.append(.sentence(say(Phrases.restsOnMembership))) }
        }
        blocks.append(.sentence(say(Phrases.billDecides)))
        return Section(id: "fees", heading: say(Headings.likelyCost), blocks: blocks)
    }

    /// One row where all say the same.
    private func inShort(_ rows: [PriceRow]) -> [PriceRow] {
        guard var first = rows.first, rows.count > 1,
            rows.allSatisfy({ $0.price == first.price && $0.evidence == first.evidence })
        else { return rows }
        first.what = words(Phrases.whatever)
        return [first]
    }

    mutating func row(_ leaf: Leaf, _ part: FeeSpread.Part, _ service: Service, withService: Bool) -> PriceRow {
        var row = row(leaf, part.answer, service, withService: withService)
        for change in part.later {
            let price = price(change.answer)
            row.price += language.clauseSeparator + say(Phrases.from("\(change.from)", LocalizedText(price, price)))
        }
        return row
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
