public import CivilTime
public import ServiceConfig
import Vocabulary

/// Answers what can be answered from configs alone: no bill, no bureau, no money.
///
/// Every question takes its day as a parameter; the engine has no clock of its own.
public struct Engine: Sendable {
    private let source: any ConfigurationSource

    /// An engine that runs on these configs.
    public init(_ source: any ConfigurationSource) {
        self.source = source
    }

    /// Every division, with what is known at a glance.
    ///
    /// - Throws: ``ConfigRefusal`` where the index cannot be loaded.
    public func divisions() throws(ConfigRefusal) -> DivisionIndex {
        try source.index()
    }

    /// A city's config; nothing where the registry has no file for it, and then everything about it is unknown.
    ///
    /// - Throws: ``ConfigRefusal`` where the config cannot be loaded.
    public func city(_ slug: String) throws(ConfigRefusal) -> CityConfig? {
        try source.config(of: slug)
    }

    /// What a city offers on a day; nothing where the registry has no file for it.
    ///
    /// - Throws: ``ConfigRefusal`` where the config cannot be loaded.
    public func availability(in slug: String, on day: CivilDate) throws(ConfigRefusal) -> Availability? {
        try source.config(of: slug)?.availability(on: day)
    }

    /// What every path that agrees with the answers given so far costs, in the order of the questions.
    ///
    /// - Throws: ``ConfigRefusal`` where the config cannot be loaded.
    public func quote(_ question: FeeQuestion) throws(ConfigRefusal) -> FeeQuote? {
        try source.config(of: question.city).map { FeeQuote(question, from: $0) }
    }

    /// Whether this program may take a payment, as far as that can be said before the bureau's bill is known.
    ///
    /// - Throws: ``ConfigRefusal`` where the config cannot be loaded.
    public func payability(
        in slug: String,
        for service: String? = nil,
        on day: CivilDate
    ) throws(ConfigRefusal) -> Payability {
        Payability(before: try source.config(of: slug), service: service, on: day)
    }

    /// Whether a bill can be paid at a moment; nothing where the registry has no file for the city.
    ///
    /// - Throws: ``ConfigRefusal`` where the config cannot be loaded.
    public func payability(
        of question: BillQuestion,
        in slug: String,
        maintenance: Maintenance = Maintenance(),
        at now: Moment
    ) throws(ConfigRefusal) -> BillPayability? {
        try source.config(of: slug)?.payability(of: question, maintenance: maintenance, at: now)
    }
}
