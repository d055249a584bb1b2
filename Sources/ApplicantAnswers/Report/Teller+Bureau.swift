import ServiceConfig
import Vocabulary

extension Teller {
    /// Whom to call and where to go; always the hotline.
    mutating func contacts(_ config: CityConfig?) -> Section {
        var blocks: [Block] = [.facts([hotlineFact()])]
        if let bureau = config?.bureau {
            let name = bureau.name.map { words($0) }
            if let name { blocks.append(.subheading(name)) }
            var facts = phones(bureau.phones, beside: bureau.provenance)
            facts += hours(bureau.hours, beside: bureau.provenance)
            if let districts = bureau.districts { facts += self.districts(districts) }
            facts += bureau.online.flatMap { online($0, config) }
            for (index, office) in bureau.offices.enumerated() {
                facts += self.office(office, number: index + 1, config)
            }
            if !facts.isEmpty { blocks.append(.facts(facts)) }
        }
        return Section(id: "contacts", heading: say(Headings.contacts), blocks: blocks)
    }

    private mutating func hotlineFact() -> Fact {
        let about =
            [hotline.name, Phrases.aroundTheClock]
            + (hotline.languages.isEmpty ? [] : [Phrases.spoken(hotline.languages)])
        return Fact(
            say(Headings.hotline),
            [.phone(hotline.number), .words(Words(about.map(say).joined(separator: language.comma), in: language))],
            evidence(hotline.provenance, class: "contact")
        )
    }

    private mutating func office(_ office: Office, number: Int, _ config: CityConfig?) -> [Fact] {
        var facts: [Fact] = []
        if let name = office.name {
            facts.append(Fact(say(Headings.office), [.words(words(name))]))
        } else if office.address == nil {
            // Neither a name nor an address: only its number tells it from the others.
            facts.append(fact(Headings.office, say(Phrases.office(number))))
        }
        let services = office.services.compactMap { config?.service($0)?.name }
        if !services.isEmpty { facts.append(fact(Headings.handles, list(services))) }
        let evidence = evidence(office.provenance, class: "contact")
        if let address = office.address {
            // Both spellings: one to read, one to show to a driver.
            let spellings = [address[language], address[language.other]].compactMap { $0 }
            let languages: [Language] = address[language] == nil ? [language.other] : [language, language.other]
            facts.append(
                Fact(
                    say(Headings.address),
                    zip(spellings, languages).map { .words(Words($0, in: $1)) },
                    evidence
                )
            )
        }
        facts += phones(office.phones, beside: office.provenance) + hours(office.hours, beside: office.provenance)
        return facts
    }

    private mutating func phones(_ phones: [Phone], beside provenance: Provenance) -> [Fact] {
        var facts: [Fact] = []
        for phone in phones {
            let name = phone.name.map { [Fact.Value.words(words($0))] } ?? []
            facts.append(
                Fact(
                    say(Headings.phone),
                    [.phone(phone.number)] + name,
                    phone.provenance == provenance ? nil : evidence(phone.provenance, class: "contact")
                )
            )
        }
        return facts
    }

    private mutating func hours(_ hours: [OpeningHours], beside provenance: Provenance) -> [Fact] {
        var facts: [Fact] = []
        for opening in hours {
            let times = opening.open.map { $0.map(\.description).joined(separator: language.listSeparator) }
            let text = say(Phrases.days(opening.days)) + " " + (times ?? say(Phrases.nobodyFoundOut))
            let closed = opening.closedOnHolidays ? [say(Phrases.closedOnHolidays)] : []
            facts.append(
                Fact(
                    say(Headings.hours),
                    [.words(Words(([text] + closed).joined(separator: language.clauseSeparator), in: language))],
                    opening.provenance == provenance ? nil : evidence(opening.provenance, class: "contact")
                )
            )
        }
        return facts
    }

    private mutating func districts(_ districts: Districts) -> [Fact] {
        var facts: [Fact] = []
        if !districts.current.isEmpty {
            facts.append(
                Fact(
                    say(Headings.districts),
                    [.words(Words(districts.current.joined(separator: language.listSeparator), in: nil))],
                    evidence(districts.provenance, class: "contact")
                )
            )
        }
        if !districts.planned.isEmpty {
            facts.append(
                Fact(
                    say(Headings.districtsPlanned),
                    [.words(Words(districts.planned.joined(separator: language.listSeparator), in: nil))]
                )
            )
        }
        return facts
    }

    private mutating func online(_ service: OnlineService, _ config: CityConfig?) -> [Fact] {
        let place: Fact.Value? =
            switch service.place {
            case .account(let account): label(account).map { .words(words(Phrases.account($0))) }
            case .app(let name): .words(words(Phrases.app(name)))
            case .site(let address): .site(address)
            }
        guard let place else { return [] }
        let uses = service.uses.map { [list($0.map { name($0, in: config?.terms.onlineUses) })] } ?? []
        return [
            Fact(
                say(Headings.online),
                [place] + uses.map { .words(Words($0, in: language)) },
                evidence(service.provenance, class: "contact")
            )
        ]
    }
}
