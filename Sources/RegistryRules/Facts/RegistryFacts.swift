public import CityRegistry
import Diagnostics
import Vocabulary

extension FileFacts {
    /// The facts of a fee schedule.
    public init(_ schedule: Schedule) {
        self.init(sources: schedule.sources, corrections: schedule.corrections)
        for group in schedule.groups {
            switch group.members {
            case .everyoneElse(let place): claim(LocalizedText("this membership", "此国籍组成员"), place, group.provenance)
            case .records(let records):
                outer(group.provenance)
                for record in records {
                    claim(LocalizedText("this membership", "此国籍组成员"), record.range, record.provenance)
                }
            }
        }
        for item in schedule.items {
            claim(
                LocalizedText("the legal basis of this item", "此收费项目的收费依据"),
                item.id.range,
                item.provenance,
                if: item.basis.value != nil
            )
        }
        claim(schedule.tables)
    }

    /// The facts of `registry.yaml`, which mostly holds decisions.
    public init(_ settings: Settings) {
        self.init(sources: settings.sources, corrections: settings.corrections)
        claim(LocalizedText("the hotline", "服务热线"), settings.hotline.number.range, settings.hotline.provenance)
        let nationalities = settings.nationalities
        let place = nationalities.aliases.first?.document.range ?? nationalities.range
        claim(LocalizedText("the alias", "国籍代码别名"), place, nationalities.provenance, if: !nationalities.aliases.isEmpty)
    }

    /// The facts of `calendar.yaml`.
    public init(_ calendar: HolidayCalendar) {
        self.init(sources: calendar.sources, corrections: calendar.corrections)
        for year in calendar.years {
            if case .published = year.notice {
                claim(LocalizedText("this year's calendar", "此年度的节假日安排"), year.year.range, year.provenance)
            }
        }
    }
}
