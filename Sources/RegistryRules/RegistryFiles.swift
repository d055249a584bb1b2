public import CityRegistry
import Diagnostics
public import Divisions

/// A city's file, with what several rules need of it prepared once.
public final class CityFile: Sendable {
    /// What it says.
    public let city: City
    /// What it claims, and where that comes from.
    public let facts: FileFacts
    /// Its division, where the code is one.
    public let division: Division?
    /// The schedule its fees rest on, where there is such a schedule and it could be read.
    public let schedule: ScheduleFile?
    /// What the city's own rates match; nothing where that depends on a schedule that is not there.
    let coverage: FeeCoverage?

    init(_ city: City, in world: World) {
        let schedule = world.schedules[city.fees.schedule.value]
        self.city = city
        self.facts = FileFacts(city)
        self.division = world.divisions.division(code: city.division.value)
        self.schedule = schedule
        self.coverage = schedule.map { FeeCoverage(city.fees.tables, $0.memberships, in: world.domain) }
    }
}

/// A fee schedule's file, with what several rules and every city on it need of it prepared once.
public final class ScheduleFile: Sendable {
    /// What it says.
    public let schedule: Schedule
    /// What it claims, and where that comes from.
    public let facts: FileFacts
    /// Who belongs to which group on which day.
    public let memberships: Memberships
    /// What its rates match.
    let coverage: FeeCoverage

    init(_ schedule: Schedule, in domain: FeeDomain) {
        let memberships = Memberships(groups: schedule.groups, in: domain)
        self.schedule = schedule
        self.facts = FileFacts(schedule)
        self.memberships = memberships
        self.coverage = FeeCoverage(schedule.tables, memberships, in: domain)
    }
}
