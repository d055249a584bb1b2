public import Vocabulary

/// What is known of a city's exit-entry bureau.
///
/// Nothing (nil) means that nobody knows.
public struct Bureau: Hashable, Sendable {
    /// Its name.
    public var name: LocalizedText?
    /// Its offices.
    public var offices: [Office]
    /// The districts whose bureaus take applications too.
    public var districts: Districts?
    /// Its phones.
    public var phones: [Phone]
    /// Its hours.
    public var hours: [OpeningHours]
    /// Accounts, apps and sites that do something other than take money.
    public var online: [OnlineService]
    /// Where that comes from.
    public var provenance: Provenance

    /// What is known of a bureau.
    public init(
        name: LocalizedText?,
        offices: [Office],
        districts: Districts?,
        phones: [Phone],
        hours: [OpeningHours],
        online: [OnlineService],
        provenance: Provenance
    ) {
        self.name = name
        self.offices = offices
        self.districts = districts
        self.phones = phones
        self.hours = hours
        self.online = online
        self.provenance = provenance
    }
}

/// One office.
public struct Office: Hashable, Sendable {
    /// Its word within the city.
    public var id: String
    /// Its name, where it has one of its own.
    public var name: LocalizedText?
    /// The services it handles; all of the bureau's where empty.
    public var services: [String]
    /// Where it is.
    public var address: LocalizedText?
    /// Its phones.
    public var phones: [Phone]
    /// Its hours.
    public var hours: [OpeningHours]
    /// Where that comes from.
    public var provenance: Provenance

    /// An office.
    public init(
        id: String,
        name: LocalizedText?,
        services: [String],
        address: LocalizedText?,
        phones: [Phone],
        hours: [OpeningHours],
        provenance: Provenance
    ) {
        self.id = id
        self.name = name
        self.services = services
        self.address = address
        self.phones = phones
        self.hours = hours
        self.provenance = provenance
    }
}

/// Districts whose bureaus take applications.
public struct Districts: Hashable, Sendable {
    /// Those that did when the source was written.
    public var current: [String]
    /// Those that were meant to follow.
    public var planned: [String]
    /// Where that comes from.
    public var provenance: Provenance

    /// Districts.
    public init(current: [String], planned: [String], provenance: Provenance) {
        self.current = current
        self.planned = planned
        self.provenance = provenance
    }
}

/// A phone number.
public struct Phone: Hashable, Sendable {
    /// The number, as dialled in China.
    public var number: String
    /// What it is for.
    public var name: LocalizedText?
    /// Where it comes from.
    public var provenance: Provenance

    /// A phone.
    public init(number: String, name: LocalizedText?, provenance: Provenance) {
        self.number = number
        self.name = name
        self.provenance = provenance
    }
}

/// When an office is open.
public struct OpeningHours: Hashable, Sendable {
    /// On which days.
    public var days: WeekdaySpan
    /// At which times; nothing where nobody knows.
    public var open: [TimeSpan]?
    /// Whether a source says that it is closed on public holidays.
    public var closedOnHolidays: Bool
    /// Where that comes from.
    public var provenance: Provenance

    /// Opening hours.
    public init(days: WeekdaySpan, open: [TimeSpan]?, closedOnHolidays: Bool, provenance: Provenance) {
        self.days = days
        self.open = open
        self.closedOnHolidays = closedOnHolidays
        self.provenance = provenance
    }
}

/// An account, app or site of the bureau that does something other than take money.
public struct OnlineService: Hashable, Sendable {
    /// Where it is found.
    public enum Place: Hashable, Sendable {
        /// A WeChat official account.
        case account(Account)
        /// An app.
        case app(LocalizedText)
        /// A website's address.
        case site(String)
    }

    /// Where it is found.
    public var place: Place
    /// What it is for; nothing where nobody knows.
    public var uses: [String]?
    /// How it is reached.
    public var steps: [Step]
    /// Where that comes from.
    public var provenance: Provenance

    /// An online service.
    public init(place: Place, uses: [String]?, steps: [Step], provenance: Provenance) {
        self.place = place
        self.uses = uses
        self.steps = steps
        self.provenance = provenance
    }
}

/// A WeChat official account.
public struct Account: Hashable, Sendable {
    /// The id it is found by; nothing where nobody knows.
    public var id: String?
    /// Its name.
    public var name: LocalizedText?

    /// An account.
    public init(id: String?, name: LocalizedText?) {
        self.id = id
        self.name = name
    }
}

/// One step on a way through screens.
public enum Step: Hashable, Sendable {
    /// Follow the account.
    case follow
    /// Press a button.
    case press(Press)

    /// Pressing a button.
    public struct Press: Hashable, Sendable {
        /// What the screen shows, in Chinese.
        public var label: String
        /// What that means in English.
        public var gloss: String?
        /// The part of the screen it is found in.
        public var section: LocalizedText?
        /// What is read, typed or chosen before it is pressed.
        public var after: [ScreenElement]

        /// A press.
        public init(label: String, gloss: String?, section: LocalizedText?, after: [ScreenElement]) {
            self.label = label
            self.gloss = gloss
            self.section = section
            self.after = after
        }
    }
}

/// The receipt an application gets.
public struct Receipt: Hashable, Sendable {
    /// Its printed title; nothing where nobody knows.
    public var name: LocalizedText?
    /// What its number is made of; nothing where nobody knows, and then every number is accepted.
    public var format: ReceiptFormat?
    /// Where that comes from.
    public var provenance: Provenance

    /// A receipt.
    public init(name: LocalizedText?, format: ReceiptFormat?, provenance: Provenance) {
        self.name = name
        self.format = format
        self.provenance = provenance
    }
}
