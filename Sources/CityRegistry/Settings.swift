public import CivilTime
public import Diagnostics
public import Vocabulary

/// `registry.yaml`: the registry's vocabulary and policy.
public struct Settings: Sendable {
    /// The version of the registry's format.
    public let version: Located<Int>
    /// The first day answers are promised for.
    public let askedFrom: Located<CivilDate>
    /// The time zone, always Asia/Shanghai.
    public let zone: Located<String>
    /// The currency, always CNY.
    public let currency: Located<String>
    /// The languages every text of our own is written in.
    public let locales: [Located<Language>]
    /// The number shown for every city, whatever else is unknown.
    public let hotline: Hotline
    /// Who is asked.
    public let nationalities: NationalitySettings
    /// What is asked, in order.
    public let services: [ServiceRecord]
    /// The kinds a channel may have.
    public let channelKinds: [ChannelKind]
    /// The words for payment methods.
    public let methods: [Term]
    /// The words for whom a channel serves.
    public let applicants: [Term]
    /// The words for what an account, app or site is for.
    public let onlineUses: [Term]
    /// How far each kind of source may be trusted.
    public let sourceKinds: [TrustCap]
    /// How far a copy may be trusted.
    public let sourceCopies: [TrustCap]
    /// The least confidence with which a price is shown as likely.
    public let priceNeeds: Located<Confidence>
    /// For how many days facts stay fresh, by class.
    public let freshFor: [(class: Located<String>, days: Located<Int>)]
    /// Where this file rewrote what it had said of days gone by.
    public let corrections: [Correction]
    /// Sources of the facts in this file.
    public let sources: [Source]
    /// The file.
    public let file: FileID
}

/// A word of a closed list, and its name.
public struct Term: Sendable {
    /// The word.
    public let id: Located<String>
    /// Its name.
    public let name: LocatedText
}

/// A kind of channel.
public struct ChannelKind: Sendable {
    /// The word.
    public let id: Located<String>
    /// Its name.
    public let name: LocatedText
    /// From where it can be used.
    public let reach: Located<ChannelReach>
}

/// A text and where it stands.
public typealias LocatedText = Located<LocalizedText>

/// The immigration hotline.
public struct Hotline: Sendable {
    /// The number, as dialled.
    public let number: Located<String>
    /// Its name.
    public let name: LocatedText
    /// The languages spoken.
    public let languages: [Located<Language>]
    /// When it answers: `around-the-clock`.
    public let hours: Located<String>
    /// Where that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// Which nationalities the fee domain has.
public struct NationalitySettings: Sendable {
    /// Document codes that stand for another code: passports of Germany say `D`.
    public let aliases: [(document: Located<String>, code: Located<NationalityCode>)]
    /// Codes that are not asked, because these fees are for foreigners.
    public let notForeign: [Located<NationalityCode>]
    /// Where the aliases come from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange
}

/// The most confidence a kind of source, or a kind of copy, allows.
public struct TrustCap: Sendable {
    /// The word.
    public let id: Located<String>
    /// The cap.
    public let atMost: Located<Confidence>
}
