import CityRegistry
import CivilTime
import RegistryRules
import ServiceConfig
import Vocabulary

/// Carries facts and decisions from the registry's types over to the config's, dropping places in files and nothing else.
struct ConfigFacts: Sendable {
    let askedFrom: CivilDate
    let hotline: ServiceConfig.Hotline
    let services: [Service]
    let terms: Terms
    let calendar: WorkingDayCalendar
    let freshness: Freshness
    let registrySources: [ServiceConfig.Source]

    private let reach: [String: ChannelReach]
    private let scheduleSources: [String: [ServiceConfig.Source]]

    /// The word that stands for `registry.yaml` in ids of sources.
    static let registryFile = "registry"

    init(_ registry: ValidatedRegistry) {
        let settings = registry.settings
        func names(_ terms: [Term]) -> [String: LocalizedText] {
            Dictionary(terms.map { ($0.id.value, $0.name.value) }) { first, _ in first }
        }
        self.askedFrom = settings.askedFrom.value
        self.hotline = ServiceConfig.Hotline(
            number: settings.hotline.number.value,
            name: settings.hotline.name.value,
            languages: settings.hotline.languages.map(\.value),
            provenance: Self.provenance(settings.hotline.provenance, of: Self.registryFile)
        )
        self.services = settings.services.map(\.service)
        self.terms = Terms(
            channelKinds: Dictionary(settings.channelKinds.map { ($0.id.value, $0.name.value) }) { first, _ in first },
            methods: names(settings.methods),
            applicants: names(settings.applicants),
            onlineUses: names(settings.onlineUses)
        )
        self.calendar = registry.calendar.workingDays
        self.freshness = Freshness(
            days: Dictionary(settings.freshFor.map { ($0.class.value, $0.days.value) }) { first, _ in first },
            priceNeeds: settings.priceNeeds.value
        )
        self.registrySources = Self.sources(settings.sources, of: Self.registryFile)
        self.reach = Dictionary(settings.channelKinds.map { ($0.id.value, $0.reach.value) }) { first, _ in first }
        self.scheduleSources = Dictionary(
            registry.registry.schedules.map { ($0.id.value, Self.sources($0.sources, of: $0.id.value)) }
        ) { first, _ in first }
    }

    /// What all configs say alike, as it is written.
    var commonText: CommonText {
        CommonText(
            calendar: calendar,
            freshness: freshness,
            hotline: hotline,
            services: services,
            terms: terms
        )
    }

    /// Everything a city's facts may name, in order of the ids.
    func sources(of city: City, _ schedule: Schedule) -> [ServiceConfig.Source] {
        (registrySources + (scheduleSources[schedule.id.value] ?? []) + Self.sources(city.sources, of: city.slug.value))
            .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private static func sources(_ sources: [CityRegistry.Source], of file: String) -> [ServiceConfig.Source] {
        sources.map {
            ServiceConfig.Source(
                id: "\(file):\($0.id.value)",
                kind: $0.kind.value,
                copy: $0.copy?.value,
                title: $0.title?.value,
                publisher: $0.publisher?.value,
                address: $0.address.value?.value,
                published: $0.published?.value.description,
                retrieved: $0.retrieved.value
            )
        }
    }

    func provenance(_ provenance: CityRegistry.Provenance, of file: String) -> ServiceConfig.Provenance {
        Self.provenance(provenance, of: file)
    }

    private static func provenance(
        _ provenance: CityRegistry.Provenance,
        of file: String
    ) -> ServiceConfig.Provenance {
        ServiceConfig.Provenance(
            sources: provenance.sources.map { "\(file):\($0.value)" },
            against: provenance.against.map { "\(file):\($0.value)" },
            confidence: provenance.confidence?.value
        )
    }

    func item(_ item: CityRegistry.FeeItem, of schedule: Schedule) -> ServiceConfig.FeeItem {
        ServiceConfig.FeeItem(
            name: item.name.value,
            basis: item.basis.value?.map(\.value),
            provenance: provenance(item.provenance, of: schedule.id.value)
        )
    }

    func channels(of city: City) -> [ServiceConfig.Channel] {
        city.channels.map { channel in
            ServiceConfig.Channel(
                id: channel.id.value,
                kind: channel.kind.value,
                reach: reach[channel.kind.value] ?? .bureau,
                status: channel.status.map(\.value),
                applicants: words(channel.applicants),
                services: channel.services.map(\.value),
                account: channel.account.map(account),
                asksFor: channel.asksFor.map(\.value),
                shows: channel.shows.map(\.value),
                methods: words(channel.methods),
                refund: channel.refund?.value?.value,
                languages: channel.languages.map(\.value),
                window: channel.window.map(window),
                steps: channel.steps.map(step),
                sites: channel.sites?.value,
                provenance: provenance(channel.provenance, of: city.slug.value)
            )
        }
    }

    private func words(_ words: CityRegistry.Channel.Words?) -> Timeline<[String]?>? {
        words.map { $0.map { known in known.value.map { $0.map(\.value) } } }
    }

    private func window(_ window: CityRegistry.Channel.Window) -> ServiceConfig.Channel.Window {
        ServiceConfig.Channel.Window(
            opens: window.opens.value?.value,
            closes: window.closes.value?.value,
            fallback: window.fallback?.value
        )
    }

    func rollouts(of city: City) -> [ServiceConfig.Rollout] {
        city.rollouts.map {
            ServiceConfig.Rollout(
                channel: $0.channel.value,
                stage: $0.stage.map(\.value),
                rail: $0.rail?.value?.value
            )
        }
    }

    func account(_ account: CityRegistry.Account) -> ServiceConfig.Account {
        ServiceConfig.Account(id: account.id.value?.value, name: account.name?.value)
    }

    func step(_ step: CityRegistry.Step) -> ServiceConfig.Step {
        switch step {
        case .follow: .follow
        case .press(let press):
            .press(
                ServiceConfig.Step.Press(
                    label: press.label.value,
                    gloss: press.gloss?.value,
                    section: press.section?.value,
                    after: press.after.map(\.value)
                )
            )
        }
    }
}
