/// How often somebody may try to find a bill.
///
/// Two waits grow with what has failed. Each source waits for its own failures, whatever it asked about. And whoever asks
/// about a receipt for which others have failed waits once, for a time that is fixed when they first ask: what others do
/// meanwhile no longer matters to them. So strangers at other sources, however many and however eager, cost the owner at most
/// ``Rules/longestCommonWait``, and nobody is ever locked out. Somebody at the owner's own source costs at most
/// ``Rules/longestOwnWait`` more, and nothing once the owner has found the bill.
///
/// A receipt that does not exist is treated like one that does: the limits know nothing of the bureau's answers but whether
/// something was found.
public struct LookupLimits: Sendable {
    /// How the waits grow.
    public struct Rules: Hashable, Sendable {
        /// How many failures are free.
        public var freeFailures = 5
        /// The wait after the first failure that is not; doubled at each further one.
        public var firstWait = Duration.seconds(2)
        /// The longest wait for one's own failures.
        public var longestOwnWait = Duration.hours(1)
        /// The longest wait for the failures of others with the same receipt.
        public var longestCommonWait = Duration.minutes(5)
        /// How long a failure counts.
        public var memory = Duration.hours(24)
        /// How many sources, and how many receipts, are remembered at once.
        public var capacity = 100_000

        /// The usual rules.
        public init() {}

        func wait(after failures: Int, upTo longest: Duration) -> Duration {
            guard failures >= freeFailures else { return .zero }
            return min(firstWait * (1 << min(failures - freeFailures, 30)), longest)
        }
    }

    /// Who asks, as far as it can be told: an address's prefix, or a browser that has found its bill before.
    public struct Source: Hashable, Sendable {
        let text: String

        /// A source by a word of the caller's.
        public init(_ text: String) {
            self.text = text
        }
    }

    /// How asking the bureau ended.
    public enum Ending: Hashable, Sendable {
        /// The bill was found.
        case found
        /// Number and code do not belong together.
        case nothingFound
        /// The bureau did not answer; that is nobody's failure.
        case unanswered
    }

    private struct Tally {
        var failures = 0
        var last: Moment
    }

    private struct Receipt: Hashable {
        var city: String
        var core: String
    }

    private struct Place {
        /// From when this source may ask about this receipt; fixed when it first asked.
        var from: Moment
        var proof = Proof.none
        var last: Moment
    }

    /// Whether the source has found this bill before.
    private enum Proof {
        /// It has not.
        case none
        /// It has, and its next question waits for nothing.
        case held
        /// It has, and such a question is at the bureau: whoever asks beside it asks like anybody, so that many guesses at
        /// the same moment gain nothing at the owner's source either.
        case used
    }

    private struct Pair: Hashable {
        var source: Source
        var receipt: Receipt
    }

    private let rules: Rules
    private var sources: [Source: Tally] = [:]
    private var receipts: [Receipt: Tally] = [:]
    private var places: [Pair: Place] = [:]

    /// Limits under which nobody has tried anything yet.
    public init(_ rules: Rules = Rules()) {
        self.rules = rules
    }

    /// Lets a source ask about a receipt, or says from when on it may.
    ///
    /// Whoever is let in is counted at once as if nothing would be found, so that asking many times at the same moment gains
    /// nothing; ``end(_:_:in:_:at:)`` sets that right. Asking too early costs nothing.
    ///
    /// - Returns: the moment from which on the source may ask; nothing where it may now.
    public mutating func admit(_ source: Source, _ receipt: ReceiptNumber, in city: String, at now: Moment) -> Moment? {
        let pair = pair(source, receipt, city)
        var place = places[pair].flatMap { isFresh($0.last, now) ? $0 : nil }
        let failures = failures(sources[source], now)
        if place?.proof == .held {
            place?.proof = .used
            places[pair] = place
        } else {
            let ownEnd = sources[source].map { $0.last + rules.wait(after: failures, upTo: rules.longestOwnWait) }
            if let ownEnd, ownEnd > now { return ownEnd }
            let known = place ?? newPlace(pair, now)
            place = known
            place?.last = now
            places[pair] = place
            makeRoom(now)
            if known.from > now { return known.from }
        }
        sources[source] = Tally(failures: failures + 1, last: now)
        return nil
    }

    /// Takes note of how asking ended, for whoever was let in at `asked`.
    public mutating func end(
        _ source: Source,
        _ receipt: ReceiptNumber,
        in city: String,
        _ ending: Ending,
        at asked: Moment
    ) {
        let pair = pair(source, receipt, city)
        switch ending {
        case .found:
            // The receipt's failures stay: what the owner does must not show in what a stranger sees. So do the source's
            // others: nobody makes up for guessing by asking about a receipt of their own.
            takeBack(source)
            places[pair] = Place(from: asked, proof: .held, last: asked)
        case .nothingFound:
            receipts[pair.receipt] = Tally(failures: failures(receipts[pair.receipt], asked) + 1, last: asked)
            places[pair] = newPlace(pair, asked)
        case .unanswered:
            takeBack(source)
            if places[pair]?.proof == .used { places[pair]?.proof = .held }
        }
    }

    private mutating func takeBack(_ source: Source) {
        guard var tally = sources[source] else { return }
        tally.failures = max(tally.failures - 1, 0)
        sources[source] = tally
    }

    /// How many sources, receipts and pairs of both are remembered.
    public var count: Int { sources.count + receipts.count + places.count }

    private func pair(_ source: Source, _ receipt: ReceiptNumber, _ city: String) -> Pair {
        Pair(source: source, receipt: Receipt(city: city, core: receipt.core))
    }

    private func newPlace(_ pair: Pair, _ now: Moment) -> Place {
        let common = rules.wait(after: failures(receipts[pair.receipt], now), upTo: rules.longestCommonWait)
        return Place(from: now + common, last: now)
    }

    private func failures(_ tally: Tally?, _ now: Moment) -> Int {
        tally.map { isFresh($0.last, now) ? $0.failures : 0 } ?? 0
    }

    private func isFresh(_ last: Moment, _ now: Moment) -> Bool {
        now < last + rules.memory
    }

    /// Forgets what no longer counts, and where that is not enough what is oldest.
    private mutating func makeRoom(_ now: Moment) {
        Self.makeRoom(&sources, rules, now, \.last)
        Self.makeRoom(&receipts, rules, now, \.last)
        Self.makeRoom(&places, rules, now, \.last)
    }

    private static func makeRoom<Key: Hashable, Value>(
        _ entries: inout [Key: Value],
        _ rules: Rules,
        _ now: Moment,
        _ last: (Value) -> Moment
    ) {
        guard entries.count > rules.capacity else { return }
        entries = entries.filter { now < last($0.value) + rules.memory }
        guard entries.count > rules.capacity else { return }
        // Half goes, so that sorting is rare.
        let kept = entries.sorted { last($0.value) > last($1.value) }.prefix(rules.capacity / 2)
        entries = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
