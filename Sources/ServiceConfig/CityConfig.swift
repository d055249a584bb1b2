public import CivilTime
public import Vocabulary

/// One city's service config: everything the engine and the applicants' pages know of it.
///
/// It is generated, never written by hand, and is a pure function of the registry's bytes. Nothing in it depends on the
/// day it was made: what changes with time stands there as intervals.
public struct CityConfig: Hashable, Sendable {
    /// The format's name and version, first thing checked on loading.
    public static let format = "visafee.service-config/1"

    /// Which city.
    public var place: Place
    /// The first day it answers for.
    public var askedFrom: CivilDate
    /// The number to call whatever else is unknown.
    public var hotline: Hotline
    /// The bureau; nothing where nobody knows anything of it.
    public var bureau: Bureau?
    /// The receipt an application gets.
    public var receipt: Receipt
    /// What is asked, in order.
    public var services: [Service]
    /// Names of the words that channels use.
    public var terms: Terms
    /// What the bureau offers: facts.
    public var channels: [Channel]
    /// What this program does: decisions.
    public var rollouts: [Rollout]
    /// What things cost.
    public var fees: FeeTable
    /// The calendar deadlines are counted with.
    public var calendar: WorkingDayCalendar
    /// How old a fact may grow.
    public var freshness: Freshness
    /// The sources facts name, in order of their ids.
    public var sources: [Source]
    /// Questions and answers that the loader holds against its own look-up.
    public var selfTest: [SelfTest]

    /// A config of these parts.
    public init(
        place: Place,
        askedFrom: CivilDate,
        hotline: Hotline,
        bureau: Bureau?,
        receipt: Receipt,
        services: [Service],
        terms: Terms,
        channels: [Channel],
        rollouts: [Rollout],
        fees: FeeTable,
        calendar: WorkingDayCalendar,
        freshness: Freshness,
        sources: [Source],
        selfTest: [SelfTest]
    ) {
        self.place = place
        self.askedFrom = askedFrom
        self.hotline = hotline
        self.bureau = bureau
        self.receipt = receipt
        self.services = services
        self.terms = terms
        self.channels = channels
        self.rollouts = rollouts
        self.fees = fees
        self.calendar = calendar
        self.freshness = freshness
        self.sources = sources
        self.selfTest = selfTest
    }

    /// The service with this word.
    public func service(_ id: String) -> Service? {
        services.first { $0.id == id }
    }

    /// The source with this id.
    public func source(_ id: String) -> Source? {
        sources.first { $0.id == id }
    }

    /// The rollout of a channel.
    public func rollout(of channel: String) -> Rollout? {
        rollouts.first { $0.channel == channel }
    }
}

/// A city's names and codes.
public struct Place: Hashable, Sendable {
    /// The slug, part of addresses and file names: `guangzhou`.
    public var slug: String
    /// The six-digit code of the division.
    public var division: String
    /// The city's name.
    public var name: LocalizedText
    /// The province's code.
    public var provinceCode: String
    /// The province's name.
    public var province: LocalizedText

    /// A place.
    public init(slug: String, division: String, name: LocalizedText, provinceCode: String, province: LocalizedText) {
        self.slug = slug
        self.division = division
        self.name = name
        self.provinceCode = provinceCode
        self.province = province
    }
}

/// The immigration hotline.
public struct Hotline: Hashable, Sendable {
    /// The number, as dialled.
    public var number: String
    /// Its name.
    public var name: LocalizedText
    /// The languages spoken.
    public var languages: [Language]
    /// Where that comes from.
    public var provenance: Provenance

    /// A hotline that answers around the clock.
    public init(number: String, name: LocalizedText, languages: [Language], provenance: Provenance) {
        self.number = number
        self.name = name
        self.languages = languages
        self.provenance = provenance
    }
}

/// Names of the words that channels use.
public struct Terms: Hashable, Sendable {
    /// Kinds of channel, and from where each can be used.
    public var channelKinds: [String: LocalizedText]
    /// Payment methods.
    public var methods: [String: LocalizedText]
    /// Whom a channel serves.
    public var applicants: [String: LocalizedText]
    /// What an account, app or site is for.
    public var onlineUses: [String: LocalizedText]

    /// Names by word.
    public init(
        channelKinds: [String: LocalizedText],
        methods: [String: LocalizedText],
        applicants: [String: LocalizedText],
        onlineUses: [String: LocalizedText]
    ) {
        self.channelKinds = channelKinds
        self.methods = methods
        self.applicants = applicants
        self.onlineUses = onlineUses
    }
}

/// For how many days facts stay fresh, counted from the day their newest source was published, or else retrieved.
public struct Freshness: Hashable, Sendable {
    /// Days by class of fact: `fee`, `contact`, `channel`, `steps`.
    public var days: [String: Int]
    /// The least confidence with which a price is shown as likely.
    public var priceNeeds: Confidence

    /// Days by class, and what a price needs.
    public init(days: [String: Int], priceNeeds: Confidence) {
        self.days = days
        self.priceNeeds = priceNeeds
    }
}
