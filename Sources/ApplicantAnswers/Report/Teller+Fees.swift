import CivilTime
import Money
import ServiceConfig
import Vocabulary

/// One path's fee, or one for each group of nationalities, on one day.
struct FeeSpread {
    /// One answer and for whom; `group` is nothing where it is for everybody.
    struct Part {
        var group: NationalityClass?
        var answer: FeeAnswer
    }

    var leaf: Leaf
    var parts: [Part]

    /// Whether everybody pays the same.
    var isSameForEverybody: Bool { parts.count == 1 && parts[0].group == nil }

    /// What a path costs on a day; classes of one group with the same fee are told together.
    init(_ leaf: Int, in table: FeeTable, on day: CivilDate) {
        self.leaf = table.leaves[leaf]
        var parts: [Part] = []
        for members in table.classes {
            guard let code = members.nationalities.first,
                let answer = table.answer(leaf: leaf, nationality: code, on: day)
            else { continue }
            let same = parts.firstIndex { $0.group?.group == members.group && $0.answer.fee == answer.fee }
            if let same {
                parts[same].group?.nationalities += members.nationalities
            } else {
                parts.append(Part(group: members, answer: answer))
            }
        }
        if let first = parts.first, parts.allSatisfy({ $0.answer == first.answer }) {
            parts = [Part(group: nil, answer: first.answer)]
        }
        self.parts = parts
    }
}

extension Teller {
    /// The likeliest questions about fees, answered for what costs everybody the same; and how to ask the others.
    mutating func usualFees(_ config: CityConfig) -> Section {
        var rows: [PriceRow] = []
        var byNationality: [LocalizedText] = []
        var asked: String?
        for service in config.services {
            let numbers = config.fees.leaves.indices.filter { config.fees.leaves[$0].service == service.id }
            let spreads = numbers.map { FeeSpread($0, in: config.fees, on: day) }
            guard spreads.allSatisfy(\.isSameForEverybody) else {
                byNationality.append(service.name)
                asked = asked ?? service.id
                continue
            }
            for spread in spreads where isUsual(spread.leaf, service) {
                guard var answer = spread.parts.first?.answer else { continue }
                // The newest source is enough here; asking for this one price names them all.
                answer.provenance.sources = newest(of: answer.provenance).map { [$0.id] } ?? []
                rows.append(row(spread.leaf, answer, service, withService: true))
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

    mutating func row(_ leaf: Leaf, _ answer: FeeAnswer, _ service: Service, withService: Bool) -> PriceRow {
        let path = path(leaf, service)
        let name = path.map { withService ? Phrases.qualified(service.name, $0) : $0 } ?? service.name
        return PriceRow(
            what: words(name),
            price: price(answer),
            isAmount: answer.fee.amount != nil,
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
