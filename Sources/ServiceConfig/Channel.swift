public import CivilTime
public import Vocabulary

/// A way the bureau takes payment: a fact about the world, which may change with time.
public struct Channel: Hashable, Sendable {
    /// Its word within the city.
    public var id: String
    /// Which kind it is.
    public var kind: String
    /// From where it can be used.
    public var reach: ChannelReach
    /// Whether the bureau offers it.
    public var status: Timeline<ChannelStatus>
    /// For whom; nothing, at a time or ever, where nobody knows.
    public var applicants: Timeline<[String]?>?
    /// For which services; those of the bureau where empty.
    public var services: [String]
    /// The official account it lives in.
    public var account: Account?
    /// What it asks the applicant to type.
    public var asksFor: [ScreenElement]
    /// What its bill shows.
    public var shows: [ScreenElement]
    /// With what one can pay; nothing, at a time or ever, where nobody knows.
    public var methods: Timeline<[String]?>?
    /// Where a refund goes; nothing where nobody knows.
    public var refund: RefundRule?
    /// In which languages its screens are; empty where nobody knows.
    public var languages: [Language]
    /// When it takes a payment; nothing where nobody knows.
    public var window: Window?
    /// How it is used, step by step.
    public var steps: [Step]
    /// How many places have it; nothing where nobody knows.
    public var sites: Int?
    /// Where that comes from.
    public var provenance: Provenance

    /// A channel.
    public init(
        id: String,
        kind: String,
        reach: ChannelReach,
        status: Timeline<ChannelStatus>,
        applicants: Timeline<[String]?>?,
        services: [String],
        account: Account?,
        asksFor: [ScreenElement],
        shows: [ScreenElement],
        methods: Timeline<[String]?>?,
        refund: RefundRule?,
        languages: [Language],
        window: Window?,
        steps: [Step],
        sites: Int?,
        provenance: Provenance
    ) {
        self.id = id
        self.kind = kind
        self.reach = reach
        self.status = status
        self.applicants = applicants
        self.services = services
        self.account = account
        self.asksFor = asksFor
        self.shows = shows
        self.methods = methods
        self.refund = refund
        self.languages = languages
        self.window = window
        self.steps = steps
        self.sites = sites
        self.provenance = provenance
    }

    /// When a channel takes a payment.
    public struct Window: Hashable, Sendable {
        /// When it begins to; nothing where nobody knows.
        public var opens: WindowOpening?
        /// When it stops; nothing where nobody knows.
        public var closes: WindowClosing?
        /// Where one pays afterwards.
        public var fallback: WindowFallback?

        /// A window.
        public init(opens: WindowOpening?, closes: WindowClosing?, fallback: WindowFallback?) {
            self.opens = opens
            self.closes = closes
            self.fallback = fallback
        }
    }
}

/// What this program does with a channel: a decision, which may change with time.
public struct Rollout: Hashable, Sendable {
    /// The channel.
    public var channel: String
    /// How far it has gone; `none` before the first date.
    public var stage: Timeline<RolloutStage>
    /// How the money moves; nothing where it is not decided.
    public var rail: Rail?

    /// A rollout.
    public init(channel: String, stage: Timeline<RolloutStage>, rail: Rail?) {
        self.channel = channel
        self.stage = stage
        self.rail = rail
    }

    /// The stage on a day.
    public func stage(on day: CivilDate) -> RolloutStage {
        stage.value(on: day) ?? .none
    }
}
