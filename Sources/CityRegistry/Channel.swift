public import CivilTime
public import Diagnostics
public import Vocabulary

/// A way the bureau takes payment, whoever built it.
///
/// It never says anything about this program.
public struct Channel: Sendable {
    /// A list of words that may be unknown, and may change with time.
    public typealias Words = Timeline<Known<[Located<String>]>>

    /// Its word within the city.
    public let id: Located<String>
    /// Which of `channel-kinds` it is.
    public let kind: Located<String>
    /// Whether the bureau offers it.
    public let status: Timeline<Located<ChannelStatus>>
    /// For whom: words of `applicants`.
    public let applicants: Words?
    /// For which services; those of the bureau where nothing is said.
    public let services: [Located<String>]
    /// The official account it lives in.
    public let account: Account?
    /// What it asks the applicant to type.
    public let asksFor: [Located<ScreenElement>]
    /// What its bill shows.
    public let shows: [Located<ScreenElement>]
    /// With what one can pay: words of `methods`.
    public let methods: Words?
    /// Where a refund goes.
    public let refund: Known<Located<RefundRule>>?
    /// In which languages its screens are.
    public let languages: [Located<Language>]
    /// When it takes a payment.
    public let window: Window?
    /// How it is used, step by step.
    public let steps: [Step]
    /// How many places have it.
    public let sites: Located<Int>?
    /// Where all that comes from.
    public let provenance: Provenance
    /// The whole record.
    public let range: SourceRange

    /// When a channel takes a payment.
    public struct Window: Sendable {
        /// When it begins to.
        public let opens: Known<Located<WindowOpening>>
        /// When it stops.
        public let closes: Known<Located<WindowClosing>>
        /// Where one pays afterwards.
        public let fallback: Located<WindowFallback>?
        /// The whole record.
        public let range: SourceRange
    }
}

/// What this program does with a channel: a decision made by people.
public struct Rollout: Sendable {
    /// The channel.
    public let channel: Located<String>
    /// How far it has gone.
    public let stage: Timeline<Located<RolloutStage>>
    /// How the money moves.
    public let rail: Known<Located<Rail>>?
    /// The whole record.
    public let range: SourceRange
}
