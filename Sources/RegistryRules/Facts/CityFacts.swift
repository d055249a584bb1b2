public import CityRegistry
import CivilTime
import Diagnostics
import Vocabulary

extension FileFacts {
    /// The facts of a city's file; decisions about the rollout claim nothing.
    public init(_ city: City) {
        self.init(sources: city.sources, corrections: city.corrections)
        if case .known(let bureau) = city.bureau { claim(bureau) }
        let receipt = city.receipt
        let isReceiptKnown = receipt.name.value != nil || receipt.format.value != nil
        claim(
            LocalizedText("what is known of the receipt", "关于回执的信息"),
            receipt.range,
            receipt.provenance,
            if: isReceiptKnown
        )
        for channel in city.channels {
            claim(LocalizedText("this channel", "此缴费渠道"), channel.id.range, channel.provenance, if: channel.isKnown)
        }
        claim(city.fees.tables)
        for seen in city.fees.observations {
            claim(LocalizedText("this observation", "此实际收费记录"), seen.range, seen.provenance)
        }
    }

    private mutating func claim(_ bureau: Bureau) {
        outer(bureau.provenance)
        if case .known(let name) = bureau.name {
            claim(LocalizedText("the bureau's name", "办理机构名称"), name.range, bureau.provenance)
        }
        for office in bureau.offices {
            let isKnown = office.address.value != nil || office.name != nil || !office.services.isEmpty
            claim(LocalizedText("this office", "此办事地点"), office.id.range, office.provenance, if: isKnown)
            claim(office.phones)
            claim(office.hours)
        }
        if let districts = bureau.districts {
            claim(LocalizedText("what is said of the districts", "关于受理区的信息"), districts.range, districts.provenance)
        }
        claim(bureau.phones)
        claim(bureau.hours)
        for online in bureau.online {
            claim(LocalizedText("this online service", "此网上服务"), online.range, online.provenance)
        }
    }

    private mutating func claim(_ phones: Known<[Phone]>?) {
        for phone in phones?.value ?? [] {
            claim(LocalizedText("this phone", "此电话"), phone.number.range, phone.provenance)
        }
    }

    private mutating func claim(_ hours: Known<[OpeningHours]>?) {
        for hours in hours?.value ?? [] {
            claim(LocalizedText("these hours", "此办公时间"), hours.days.range, hours.provenance)
        }
    }
}

extension Channel {
    /// Whether anything but `unknown` is said of it, at any time.
    var isKnown: Bool {
        status.holds { $0.value != .unknown } || isDescribed
    }

    private var isDescribed: Bool {
        applicants?.holds { $0.value != nil } == true || methods?.holds { $0.value != nil } == true
            || !services.isEmpty || account?.isKnown == true || !asksFor.isEmpty || !shows.isEmpty
            || refund?.value != nil || !languages.isEmpty || window?.isKnown == true || !steps.isEmpty || sites != nil
    }
}

extension Account {
    /// Whether its id or its name is known.
    var isKnown: Bool { id.value != nil || name != nil }
}

extension Channel.Window {
    /// Whether anything is known of it.
    var isKnown: Bool { opens.value != nil || closes.value != nil || fallback != nil }
}

extension Timeline {
    /// Whether this is so of a value it has at any time.
    func holds(_ isSo: (Value) -> Bool) -> Bool {
        undated.map(isSo) == true || changes.contains { isSo($0.value) }
    }
}
