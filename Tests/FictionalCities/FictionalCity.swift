public import CivilTime
import Money
public import ServiceConfig
public import Vocabulary

/// A city that does not exist, Mistport in the province of Nowhere, built by hand for tests.
///
/// Nothing in it can be mistaken for a fact: it issues moon permits and fog visas, to nationalities such as `AAA`, in 2030.
public enum FictionalCity {
    /// Its slug.
    public static let slug = "mistport"
    /// The first day it answers for.
    public static let askedFrom = day("2030-01-01")
    /// Where its fees change.
    public static let changes = [day("2030-07-01"), day("2032-02-29")]

    /// A day, by its digits.
    public static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("'\(text)' is no day") }
        return day
    }

    /// A nationality, by its letters.
    public static func code(_ text: String) -> NationalityCode {
        guard let code = NationalityCode(text) else { preconditionFailure("'\(text)' is no nationality") }
        return code
    }

    /// An amount, by its yuan.
    public static func yuan(_ yuan: Int64) -> Fee {
        guard let amount = Amount(fen: yuan * 100) else { preconditionFailure("\(yuan) yuan is no fee") }
        return .amount(amount)
    }

    /// Values by the days they begin on; an empty day is that of the value that held already.
    public static func timeline<Value>(_ values: KeyValuePairs<String, Value>) -> Timeline<Value> {
        let undated = values.first { $0.key.isEmpty }?.value
        let changes = values.filter { !$0.key.isEmpty }.map { Timeline.Change(date: day($0.key), value: $0.value) }
        do {
            return try Timeline(undated: undated, changes: changes)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// With everything a config can hold.
    public static let full = CityConfig(
        place: place,
        askedFrom: askedFrom,
        hotline: hotline,
        bureau: bureau,
        receipt: receipt,
        services: services,
        terms: terms,
        channels: [account, app, counter],
        rollouts: rollouts,
        fees: fees,
        calendar: calendar,
        freshness: Freshness(days: ["channel": 400, "fee": 700], priceNeeds: .medium),
        sources: sources,
        selfTest: []
    ).withSelfTest()

    /// With nothing it could be without.
    public static let bare = CityConfig(
        place: place,
        askedFrom: askedFrom,
        hotline: hotline,
        bureau: nil,
        receipt: Receipt(name: nil, format: nil, provenance: Provenance()),
        services: [Service(id: "moon-permit", name: LocalizedText("Moon permit", "月球证"), questions: [])],
        terms: Terms(channelKinds: [:], methods: [:], applicants: [:], onlineUses: [:]),
        channels: [],
        rollouts: [],
        fees: FeeTable(
            items: [:],
            leaves: [Leaf(service: "moon-permit", choices: [])],
            classes: [NationalityClass(group: nil, name: nil, nationalities: [code("AAA")])],
            answers: [plain(.unknown)],
            cells: [[[FeeTable.Interval(from: askedFrom, answer: 0)]]]
        ),
        calendar: WorkingDayCalendar(publishedYears: [], exceptions: [:]),
        freshness: Freshness(days: [:], priceNeeds: .low),
        sources: sources.filter { $0.id == "nowhere:almanac" },
        selfTest: []
    ).withSelfTest()

    /// An answer with nothing but a fee.
    public static func plain(_ fee: Fee) -> FeeAnswer {
        FeeAnswer(
            fee: fee,
            unit: .person,
            item: nil,
            membership: nil,
            isLocal: false,
            note: nil,
            provenance: Provenance()
        )
    }

    /// An index of these cities and of one place that nobody knows anything about.
    public static func index(of configs: [CityConfig]) -> DivisionIndex {
        let known = configs.map {
            DivisionIndex.Entry(
                place: $0.place,
                aliases: ["Fog Harbour"],
                config: LoadedContent.path(of: $0.place.slug),
                homePayment: $0.homePayment
            )
        }
        let elsewhere = Place(
            slug: "elsewhere",
            division: "000900",
            name: LocalizedText("Elsewhere", "别处"),
            provinceCode: "000000",
            province: place.province
        )
        let unknown = DivisionIndex.Entry(place: elsewhere, aliases: [], config: nil, homePayment: Timeline(.unknown))
        return DivisionIndex(
            askedFrom: askedFrom,
            hotline: hotline,
            sources: sources.filter { $0.id == "nowhere:almanac" },
            entries: known + [unknown]
        )
    }

    /// The files a generator would write for these cities.
    public static func content(_ configs: [CityConfig], _ sha256: SHA256Function) -> [String: [UInt8]] {
        content(configs, index: index(of: configs), sha256)
    }

    /// The files a generator would write for these cities, with this index.
    public static func content(
        _ configs: [CityConfig],
        index: DivisionIndex,
        _ sha256: SHA256Function
    ) -> [String: [UInt8]] {
        var files = [LoadedContent.indexPath: index.canonicalBytes]
        for config in configs { files[LoadedContent.path(of: config.place.slug)] = config.canonicalBytes }
        let list = FileList(.content, madeFrom: sha256(Array("nowhere".utf8)), files: files, sha256)
        files[FileList.Kind.content.fileName] = list.canonicalBytes(sha256)
        return files
    }
}
