/// One thing that goes wrong: what, to whom, and for the so manieth time.
///
/// The same seed gives the same ones.
struct FaultID: Hashable, Sendable {
    /// What.
    var kind: FaultKind
    /// The applicant it befalls, from 0; or a day, counted down from -1.
    var whom: Int
    /// Which chance of it, from 0.
    var chance: Int
}

/// Decides what goes wrong.
///
/// Every decision follows from the seed and from what the fault would befall, so that single ones can be taken out and the
/// others stay: that is how a failure shrinks.
struct Faults: Sendable {
    private let seed: UInt64
    private let level: FaultLevel
    /// The only faults that may strike; all where nothing is given.
    let allowed: Set<FaultID>?
    /// Whether anything goes wrong at all; switched off to heal.
    var isOn = true
    /// How often each kind has struck.
    private(set) var counts = Array(repeating: 0, count: FaultKind.allCases.count)
    /// The faults that have struck each applicant that is watched, and days; kept only where asked for.
    private(set) var struck: [FaultID] = []
    private let keepsStruck: Bool

    init(seed: UInt64, _ level: FaultLevel, allowed: Set<FaultID>? = nil, keepsStruck: Bool = false) {
        self.seed = seed
        self.level = level
        self.allowed = allowed
        self.keepsStruck = keepsStruck
    }

    /// Whether a fault strikes at this chance.
    mutating func strikes(_ kind: FaultKind, _ whom: Int, _ chance: Int) -> Bool {
        guard isOn, level != .none else { return false }
        let place = UInt64(bitPattern: Int64(whom)) &* 0x9E37_79B9_7F4A_7C15
        let which = UInt64(kind.rawValue) << 32 | UInt64(UInt32(truncatingIfNeeded: chance))
        let draw = Chance.mixed(Chance.mixed(seed ^ place) &+ which)
        guard draw % 100_000 < level.rate(kind) else { return false }
        let id = FaultID(kind: kind, whom: whom, chance: chance)
        if let allowed, !allowed.contains(id) { return false }
        note(id)
        return true
    }

    /// Counts a fault that strikes by itself.
    mutating func note(_ id: FaultID) {
        counts[id.kind.rawValue] += 1
        if keepsStruck { struck.append(id) }
    }
}
