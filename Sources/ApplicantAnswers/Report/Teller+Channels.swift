import CivilTime
import ServiceConfig
import Vocabulary

extension Teller {
    /// Whether one can pay at home: the answer most people came for.
    mutating func verdict(_ config: CityConfig?) -> Section {
        guard let config else {
            return Section(
                id: "answer",
                heading: say(Phrases.homeQuestion),
                blocks: [.emphasis(say(Phrases.verdict(.unknown, ways: nil, hotline: hotline.number)), .unknown)]
            )
        }
        let availability = config.availability(on: day)
        let open = availability.offers.filter {
            $0.status == .offered && Availability.servesForeignNationals($0) == true
        }
        let atHome = open.filter { $0.channel.reach == .home }
        let ways = atHome.isEmpty ? nil : joined(atHome.map { way($0.channel, config) })
        var blocks: [Block] = [
            .emphasis(
                say(Phrases.verdict(availability.homePayment, ways: ways, hotline: hotline.number)),
                availability.homePayment
            )
        ]
        if atHome.isEmpty, !open.isEmpty {
            let names = open.map { name($0.channel.kind, in: config.terms.channelKinds) }
            blocks.append(.sentence(say(Phrases.atTheBureau(joined(names)))))
        }
        let later = config.homePayment.changes.filter { $0.date > day }.map {
            say(Phrases.from("\($0.date)", Phrases.homeStatus($0.value)))
        }
        if !later.isEmpty {
            blocks.append(
                .sentence(Words(later.joined(separator: language.clauseSeparator), in: language).capitalized + stop)
            )
        }
        return Section(id: "answer", heading: say(Phrases.homeQuestion), blocks: blocks)
    }

    /// The channels that serve foreign nationals, or may, each with its steps; then, shorter, those for others.
    mutating func channels(_ config: CityConfig) -> [Section] {
        let offers = config.availability(on: day).offers
        let own = offers.filter { Availability.servesForeignNationals($0) != false }
        let others = offers.filter { Availability.servesForeignNationals($0) == false }
        var sections: [Section] = []
        if !own.isEmpty {
            let blocks = own.flatMap { inFull($0, config) }
            sections.append(Section(id: "ways", heading: say(Headings.waysToPay), blocks: blocks))
        }
        if !others.isEmpty {
            let facts = others.map { inShort($0, config) }
            sections.append(Section(id: "others", heading: say(Headings.forOthers), blocks: [.facts(facts)]))
        }
        return sections
    }

    private mutating func inFull(_ offer: Availability.Offer, _ config: CityConfig) -> [Block] {
        let channel = offer.channel
        let status = Phrases.status(offer.status)
        let heading = Block.subheading(
            words(name(channel.kind, in: config.terms.channelKinds)),
            aside: say(offer.since.map { Phrases.since("\($0)", status) } ?? status)
        )
        guard offer.status == .offered else {
            let evidence = offer.status == .unknown ? nil : evidence(channel.provenance, class: "channel")
            var blocks: [Block] = [
                heading, .sentence(say(Phrases.channel(offer.status, hotline: hotline.number)), evidence),
            ]
            let later = self.later(channel, config)
            if !later.isEmpty { blocks.append(.facts(later)) }
            return blocks
        }
        var facts = whom(offer, config) + how(offer, config)
        if let sites = channel.sites { facts.append(fact(Headings.sites, "\(sites)")) }
        facts += later(channel, config) + unknowns(offer)
        if let evidence = evidence(channel.provenance, class: "channel") {
            facts.append(Fact(say(Headings.evidence), [], evidence))
        }
        guard !channel.steps.isEmpty else { return [heading, .facts(facts)] }
        return [heading, .facts(facts), .steps(instructions(channel), heading: say(Headings.steps))]
    }

    private mutating func inShort(_ offer: Availability.Offer, _ config: CityConfig) -> Fact {
        let channel = offer.channel
        let status = Phrases.status(offer.status)
        var values = [offer.since.map { Phrases.since("\($0)", status) } ?? status]
        values += [joined((offer.applicants ?? []).map { name($0, in: config.terms.applicants) })]
        if let methods = offer.methods { values.append(joined(methods.map { name($0, in: config.terms.methods) })) }
        if let sites = channel.sites { values.append(Phrases.sites(sites)) }
        let later = later(channel, config).flatMap(\.values)
        return Fact(
            words(name(channel.kind, in: config.terms.channelKinds)).capitalized,
            values.map { .words(words($0)) } + later,
            evidence(channel.provenance, class: "channel")
        )
    }

    // MARK: Facts of a channel

    private func whom(_ offer: Availability.Offer, _ config: CityConfig) -> [Fact] {
        let whom = offer.applicants.map { list($0.map { name($0, in: config.terms.applicants) }) }
        let services = offer.channel.services.compactMap { config.service($0)?.name }
        let methods = (offer.methods ?? []).map { name($0, in: config.terms.methods) }
        return [fact(Headings.applicants, whom ?? say(Phrases.nobodyFoundOut))]
            + (services.isEmpty ? [] : [fact(Headings.services, list(services))])
            + (methods.isEmpty ? [] : [fact(Headings.methods, list(methods))])
    }

    private func how(_ offer: Availability.Offer, _ config: CityConfig) -> [Fact] {
        let channel = offer.channel
        var facts: [Fact] = []
        if let account = channel.account.flatMap(label) { facts.append(fact(Headings.account, say(account))) }
        facts.append(fact(Headings.reach, say(Phrases.reach(channel.reach))))
        if !channel.asksFor.isEmpty { facts.append(fact(Headings.asksFor, list(channel.asksFor.map(Phrases.element)))) }
        if !channel.shows.isEmpty { facts.append(fact(Headings.shows, list(channel.shows.map(Phrases.element)))) }
        let window = window(channel.window)
        if !window.isEmpty { facts.append(fact(Headings.window, list(window))) }
        if let refund = channel.refund { facts.append(fact(Headings.refund, say(Phrases.refund(refund)))) }
        if !channel.languages.isEmpty { facts.append(fact(Headings.screens, say(Phrases.screens(channel.languages)))) }
        return facts
    }

    private func window(_ window: Channel.Window?) -> [LocalizedText] {
        [
            window?.opens.map(Phrases.opens), window?.closes.map(Phrases.closes),
            window?.fallback.map(Phrases.afterwards),
        ].compactMap { $0 }
    }

    /// What nobody has found out about a channel that is offered.
    private func unknowns(_ offer: Availability.Offer) -> [Fact] {
        var gaps: [LocalizedText] = []
        if offer.methods == nil { gaps.append(Phrases.Gap.methods) }
        if offer.channel.window?.opens == nil { gaps.append(Phrases.Gap.opens) }
        if offer.channel.window?.closes == nil { gaps.append(Phrases.Gap.closes) }
        if offer.channel.refund == nil { gaps.append(Phrases.Gap.refund) }
        return gaps.isEmpty ? [] : [fact(Headings.unknown, list(gaps))]
    }

    /// What will be otherwise from a later day on.
    private func later(_ channel: Channel, _ config: CityConfig) -> [Fact] {
        var changes: [(date: CivilDate, text: LocalizedText)] = channel.status.changes.map {
            ($0.date, Phrases.status($0.value))
        }
        for (timeline, terms) in [
            (channel.applicants, config.terms.applicants), (channel.methods, config.terms.methods),
        ] {
            for change in timeline?.changes ?? [] {
                let names = change.value.map { joined($0.map { name($0, in: terms) }) }
                changes.append((change.date, names ?? Phrases.nobodyFoundOut))
            }
        }
        let ahead = changes.filter { $0.date > day }.sorted { $0.date < $1.date }
        guard !ahead.isEmpty else { return [] }
        let texts = ahead.map { say(Phrases.from("\($0.date)", $0.text)) }
        return [fact(Headings.later, texts.joined(separator: language.clauseSeparator))]
    }

    // MARK: Steps

    /// The steps, each button beside its meaning, where it is found and what comes before it.
    func instructions(_ channel: Channel) -> [Instruction] {
        instructions(channel.steps, account: channel.account)
    }

    func instructions(_ steps: [Step], account: Account?) -> [Instruction] {
        steps.map { step in
            switch step {
            case .follow:
                return Instruction(
                    button: nil,
                    meaning: words(Phrases.follow(account.flatMap(label))),
                    remarks: []
                )
            case .press(let press):
                var remarks: [String] = []
                if let section = press.section {
                    let onScreen = [section.chinese, language == .english ? section.english : nil]
                        .compactMap { $0 }.joined(separator: " ")
                    remarks.append(say(Phrases.within(onScreen.isEmpty ? section : LocalizedText(onScreen, onScreen))))
                }
                if !press.after.isEmpty {
                    remarks.append(say(Phrases.first(press.after)))
                }
                return Instruction(
                    button: press.label,
                    meaning: press.gloss.map { Words($0, in: .english) },
                    remarks: remarks
                )
            }
        }
    }

    // MARK: Names

    /// What kind of channel it is, and in which account it lives.
    func way(_ channel: Channel, _ config: CityConfig) -> LocalizedText {
        let kind = name(channel.kind, in: config.terms.channelKinds)
        guard let account = channel.account.flatMap(label) else { return kind }
        return LocalizedText(
            kind.text(in: .english) + Language.english.bracketed(account.text(in: .english)),
            kind.text(in: .chinese) + Language.chinese.bracketed(account.text(in: .chinese))
        )
    }

    /// An account by its name and the id it is found by.
    func label(_ account: Account) -> LocalizedText? {
        func label(_ language: Language) -> String? {
            switch (account.name?[language], account.id) {
            case (let name?, let id?): "\(name), \(id)"
            case (let only?, nil), (nil, let only?): only
            case (nil, nil): account.name?.text(in: language)
            }
        }
        return LocalizedText(english: label(.english), chinese: label(.chinese))
    }

    /// Texts as one list, in each language with its own separator.
    func joined(_ texts: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            texts.map { $0.text(in: .english) }.joined(separator: Language.english.listSeparator),
            texts.map { $0.text(in: .chinese) }.joined(separator: Language.chinese.listSeparator)
        )
    }

    func fact(_ term: LocalizedText, _ value: String) -> Fact {
        Fact(say(term), [.words(Words(value, in: language))])
    }

    /// What ends a sentence.
    var stop: String { language == .english ? "." : "。" }
}
