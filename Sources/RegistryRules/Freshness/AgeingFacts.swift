public import CityRegistry
public import Diagnostics

/// A fact whose age matters.
public struct AgeingFact: Sendable {
    /// What kind of fact it is.
    public let kind: FreshnessClass
    /// Where it stands.
    public let range: SourceRange
    /// Where it comes from.
    public let provenance: Provenance
}

/// The facts of a file whose age matters, in the order of the file; decisions and what is unknown do not age.
public struct AgeingFacts: Sendable {
    /// The facts.
    public private(set) var list: [AgeingFact] = []

    /// The facts of a city's file.
    public init(_ city: City) {
        if case .known(let bureau) = city.bureau { add(bureau) }
        for channel in city.channels where channel.isKnown {
            add(.channel, channel.id.range, channel.provenance)
            if let step = channel.steps.first { add(.steps, step.range, channel.provenance) }
        }
        add(city.fees.tables)
        for seen in city.fees.observations { add(.fee, seen.range, seen.provenance) }
    }

    /// The facts of a fee schedule.
    public init(_ schedule: Schedule) {
        for group in schedule.groups {
            switch group.members {
            case .everyoneElse(let place): add(.fee, place, group.provenance)
            case .records(let records): for record in records { add(.fee, record.range, record.provenance) }
            }
        }
        add(schedule.tables)
    }

    /// The facts of `registry.yaml`.
    public init(_ settings: Settings) {
        add(.contact, settings.hotline.number.range, settings.hotline.provenance)
    }

    private mutating func add(_ kind: FreshnessClass, _ range: SourceRange, _ provenance: Provenance) {
        list.append(AgeingFact(kind: kind, range: range, provenance: provenance))
    }

    private mutating func add(_ bureau: Bureau) {
        for office in bureau.offices {
            if let address = office.address.value { add(.contact, address.range, office.provenance) }
            add(office.phones, office.hours)
        }
        if let districts = bureau.districts { add(.contact, districts.range, districts.provenance) }
        add(bureau.phones, bureau.hours)
        for online in bureau.online {
            add(.contact, online.range, online.provenance)
            if let step = online.steps.first { add(.steps, step.range, online.provenance) }
        }
    }

    private mutating func add(_ phones: Known<[Phone]>?, _ hours: Known<[OpeningHours]>?) {
        for phone in phones?.value ?? [] { add(.contact, phone.number.range, phone.provenance) }
        for hours in hours?.value ?? [] { add(.contact, hours.range, hours.provenance) }
    }

    private mutating func add(_ tables: [FeeTable]) {
        for rate in tables.flatMap(\.rates) where rate.isKnown { add(.fee, rate.range, rate.provenance) }
    }
}

extension Step {
    fileprivate var range: SourceRange {
        switch self {
        case .follow(let place): place
        case .press(let press): press.range
        }
    }
}
