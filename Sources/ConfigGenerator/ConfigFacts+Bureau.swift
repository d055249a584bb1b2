import CityRegistry
import ServiceConfig
import Vocabulary

extension ConfigFacts {
    /// The bureau; nothing where the registry says `unknown`.
    func bureau(of city: City) -> ServiceConfig.Bureau? {
        let file = city.slug.value
        return city.bureau.value.map { bureau in
            ServiceConfig.Bureau(
                name: bureau.name?.value?.value,
                offices: bureau.offices.map { office($0, file) },
                districts: bureau.districts.map { districts($0, file) },
                phones: phones(bureau.phones, file),
                hours: hours(bureau.hours, file),
                online: bureau.online.map { online($0, file) },
                provenance: provenance(bureau.provenance, of: file)
            )
        }
    }

    /// The receipt.
    func receipt(of city: City) -> ServiceConfig.Receipt {
        ServiceConfig.Receipt(
            name: city.receipt.name.value?.value,
            format: city.receipt.format.value?.value,
            provenance: provenance(city.receipt.provenance, of: city.slug.value)
        )
    }

    private func office(_ office: CityRegistry.Office, _ file: String) -> ServiceConfig.Office {
        ServiceConfig.Office(
            id: office.id.value,
            name: office.name?.value,
            services: office.services.map(\.value),
            address: office.address.value?.value,
            phones: phones(office.phones, file),
            hours: hours(office.hours, file),
            provenance: provenance(office.provenance, of: file)
        )
    }

    private func districts(_ districts: DistrictsAccepting, _ file: String) -> Districts {
        Districts(
            current: districts.current.map(\.value),
            planned: districts.planned.map(\.value),
            provenance: provenance(districts.provenance, of: file)
        )
    }

    private func phones(_ phones: Known<[CityRegistry.Phone]>?, _ file: String) -> [ServiceConfig.Phone] {
        (phones?.value ?? []).map {
            ServiceConfig.Phone(
                number: $0.number.value,
                name: $0.name?.value,
                provenance: provenance($0.provenance, of: file)
            )
        }
    }

    private func hours(
        _ hours: Known<[CityRegistry.OpeningHours]>?,
        _ file: String
    ) -> [ServiceConfig.OpeningHours] {
        (hours?.value ?? []).map {
            ServiceConfig.OpeningHours(
                days: $0.days.value,
                open: $0.open.value?.map(\.value),
                closedOnHolidays: $0.closedOnHolidays?.value ?? false,
                provenance: provenance($0.provenance, of: file)
            )
        }
    }

    private func online(_ online: CityRegistry.OnlineService, _ file: String) -> ServiceConfig.OnlineService {
        let place: ServiceConfig.OnlineService.Place =
            switch online.place {
            case .account(let found): .account(account(found))
            case .app(let name): .app(name.value)
            case .site(let address): .site(address.value)
            }
        return ServiceConfig.OnlineService(
            place: place,
            uses: online.uses.value?.map(\.value),
            steps: online.steps.map(step),
            provenance: provenance(online.provenance, of: file)
        )
    }
}
