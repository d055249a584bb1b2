public import Diagnostics
public import Vocabulary

/// A city's exit-entry bureau.
public struct Bureau: Sendable {
    /// Its name.
    public let name: Known<LocatedText>?
    /// Its offices.
    public let offices: [Office]
    /// The districts whose bureaus take applications too.
    public let districts: DistrictsAccepting?
    /// Its phones.
    public let phones: Known<[Phone]>?
    /// Its hours.
    public let hours: Known<[OpeningHours]>?
    /// Accounts, apps and sites that do something other than take money.
    public let online: [OnlineService]
    /// Where all that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// One office.
public struct Office: Sendable {
    /// Its word within the city.
    public let id: Located<String>
    /// Its name, where it has one of its own.
    public let name: LocatedText?
    /// The services it handles; all of the bureau's where nothing is said.
    public let services: [Located<String>]
    /// Where it is.
    public let address: Known<LocatedText>
    /// Its phones.
    public let phones: Known<[Phone]>?
    /// Its hours.
    public let hours: Known<[OpeningHours]>?
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// Districts whose bureaus take applications.
public struct DistrictsAccepting: Sendable {
    /// Those that did when the source was written.
    public let current: [Located<String>]
    /// Those that were meant to follow.
    public let planned: [Located<String>]
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// A phone number.
public struct Phone: Sendable {
    /// The number, as it is dialled in China.
    public let number: Located<String>
    /// What it is for.
    public let name: LocatedText?
    /// Where it comes from.
    public let provenance: Provenance
}

/// When an office is open.
public struct OpeningHours: Sendable {
    /// On which days.
    public let days: Located<WeekdaySpan>
    /// At which times.
    public let open: Known<[Located<TimeSpan>]>
    /// Whether it is closed on public holidays.
    public let closedOnHolidays: Located<Bool>?
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// An account, app or site of the bureau that does something other than take money.
public struct OnlineService: Sendable {
    /// Where it is found.
    public enum Place: Sendable {
        /// A WeChat official account.
        case account(Account)
        /// An app.
        case app(LocatedText)
        /// A website.
        case site(Located<String>)
    }

    /// Where it is found.
    public let place: Place
    /// What it is for: words of `online-uses`.
    public let uses: Known<[Located<String>]>
    /// How it is reached.
    public let steps: [Step]
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// A WeChat official account.
public struct Account: Sendable {
    /// The id it is found by.
    public let id: Known<Located<String>>
    /// Its name.
    public let name: LocatedText?
    /// The whole record.
    public let range: SourceRange
}

/// One step on a way through screens.
public enum Step: Sendable {
    /// Follow the account.
    case follow(at: SourceRange)
    /// Press a button.
    case press(Press)

    /// Pressing a button.
    public struct Press: Sendable {
        /// What the screen shows, in Chinese.
        public let label: Located<String>
        /// What that means.
        public let gloss: Located<String>?
        /// The part of the screen it is found in.
        public let section: LocatedText?
        /// What is read, typed or chosen before it is pressed.
        public let after: [Located<ScreenElement>]
        /// The whole record.
        public let range: SourceRange
    }
}
