import CityRegistry
import Diagnostics

extension FileFacts {
    /// The facts of a fee schedule.
    init(_ schedule: Schedule) {
        self.init(sources: schedule.sources)
        for group in schedule.groups {
            switch group.members {
            case .everyoneElse(let place): claim("this membership", place, group.provenance)
            case .records(let records):
                outer(group.provenance)
                for record in records { claim("this membership", record.range, record.provenance) }
            }
        }
        for item in schedule.items {
            claim("the legal basis of this item", item.id.range, item.provenance, if: item.basis.value != nil)
        }
        claim(schedule.tables)
    }

    /// The facts of `registry.yaml`, which mostly holds decisions.
    init(_ settings: Settings) {
        self.init(sources: settings.sources)
        claim("the hotline", settings.hotline.number.range, settings.hotline.provenance)
        let nationalities = settings.nationalities
        let place = nationalities.aliases.first?.document.range ?? nationalities.range
        claim("the alias", place, nationalities.provenance, if: !nationalities.aliases.isEmpty)
    }

    /// The facts of `calendar.yaml`.
    init(_ calendar: HolidayCalendar) {
        self.init(sources: calendar.sources)
        for year in calendar.years {
            if case .published = year.notice { claim("this year's calendar", year.year.range, year.provenance) }
        }
    }
}
