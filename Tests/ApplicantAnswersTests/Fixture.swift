import ApplicantAnswers
import CivilTime
import FictionalCities
import Money
import PaymentEngine
import ServiceConfig
import Testing
import Vocabulary

/// Configs built by hand: one that mirrors what is known of Guangzhou, and a city that does not exist.
enum Fixture {
    static let askedFrom = date("2026-01-01")
    static let today = date("2026-11-23")

    static func date(_ text: String) -> CivilDate {
        CivilDate(text) ?? .earliest
    }

    static func yuan(_ yuan: Int64) -> Fee {
        .amount(Amount(fen: yuan * 100) ?? .zero)
    }

    static func codes(_ text: String) -> [NationalityCode] {
        text.split(separator: " ").compactMap { NationalityCode($0) }.sorted()
    }

    static func timeline<Value>(_ first: Value, _ changes: (String, Value)...) -> Timeline<Value> {
        let changes = changes.map { Timeline<Value>.Change(date: date($0.0), value: $0.1) }
        return (try? Timeline(undated: first, changes: changes)) ?? Timeline(first)
    }

    static let hotline = Hotline(
        number: "12367",
        name: LocalizedText("immigration hotline", "国家移民管理机构12367服务平台"),
        languages: [.chinese, .english],
        provenance: Provenance(sources: ["registry:news"], confidence: .high)
    )
    static let hotlineSource = Source(
        id: "registry:news",
        kind: "news",
        copy: nil,
        title: nil,
        publisher: "A newspaper",
        address: "https://news.example/12367",
        published: "2023-06-07",
        retrieved: today
    )

    static func source(
        _ id: String,
        title: String,
        published: String?,
        copy: String? = nil,
        address: String? = nil
    ) -> Source {
        Source(
            id: id,
            kind: "guide",
            copy: copy,
            title: title,
            publisher: nil,
            address: address,
            published: published,
            retrieved: today
        )
    }

    static let terms = Terms(
        channelKinds: [
            "official-account": LocalizedText("WeChat official account", "微信公众号"),
            "counter-qr": LocalizedText("QR code at the counter", "窗口扫码"),
            "kiosk": LocalizedText("self-service machine", "自助机"),
            "website": LocalizedText("website", "网站"),
            "counter-cash": LocalizedText("cash at the counter", "窗口现金"),
        ],
        methods: [
            "wechat-balance": LocalizedText("WeChat balance", "零钱"),
            "wechat": LocalizedText("WeChat Pay", "微信支付"),
            "cash": LocalizedText("cash", "现金"),
        ],
        applicants: [
            "foreign-national": LocalizedText("foreign nationals", "外国人"),
            "chinese-citizen": LocalizedText("Chinese citizens", "中国公民"),
        ],
        onlineUses: ["booking": LocalizedText("booking an appointment", "预约")]
    )

    static func config(
        _ place: Place,
        bureau: Bureau? = nil,
        receipt: LocalizedText? = nil,
        channels: [Channel],
        rollouts: [Rollout] = [],
        sources: [Source] = []
    ) -> CityConfig {
        CityConfig(
            place: place,
            askedFrom: askedFrom,
            hotline: hotline,
            bureau: bureau,
            receipt: Receipt(name: receipt, format: nil, provenance: Provenance()),
            services: FeeFixture.services,
            terms: terms,
            channels: channels,
            rollouts: rollouts,
            fees: FeeFixture.table,
            calendar: WorkingDayCalendar(publishedYears: [], exceptions: [:]),
            freshness: Freshness(
                days: ["fee": 1095, "contact": 365, "channel": 365, "steps": 365],
                priceNeeds: .low
            ),
            sources: (sources + FeeFixture.sources + [hotlineSource]).sorted { $0.id < $1.id },
            selfTest: []
        )
        .withSelfTest()
    }

    static func place(
        _ slug: String,
        _ english: String,
        _ chinese: String,
        division: String,
        province: (String, String, String)
    ) -> Place {
        Place(
            slug: slug,
            division: division,
            name: LocalizedText(english, chinese),
            provinceCode: province.0,
            province: LocalizedText(province.1, province.2)
        )
    }

    static func availability(
        _ config: CityConfig?,
        _ place: Place,
        on day: CivilDate = today,
        _ language: Language
    ) throws -> AvailabilityAnswer {
        let engine = Engine(Configs([config].compactMap { $0 }))
        return AvailabilityAnswer(
            config: config,
            place: place,
            hotline: hotline,
            hotlineSources: [hotlineSource],
            payability: try engine.payability(in: place.slug, on: day),
            day: day,
            language: language
        )
    }

    static func quote(
        _ config: CityConfig,
        _ service: String,
        _ choices: [(String, String)] = [],
        nationality: String? = nil,
        months: Int? = nil,
        in language: Language = .english,
        nameOf: @escaping @Sendable (NationalityCode) -> LocalizedText? = { _ in nil }
    ) throws -> FeeQuoteAnswer {
        let question = FeeQuestion(
            city: config.place.slug,
            service: service,
            choices: choices.map { Choice(question: $0.0, answer: $0.1) },
            nationality: nationality.flatMap { NationalityCode($0) },
            day: today
        )
        let quote = try #require(try Engine(Configs([config])).quote(question))
        return FeeQuoteAnswer(
            quote: quote,
            config: config,
            months: months,
            nationalityName: nationality.map { LocalizedText($0, $0) },
            day: today,
            language: language,
            nameOf: nameOf
        )
    }

    /// Names of some nationalities.
    static let nationalityName: @Sendable (NationalityCode) -> LocalizedText? = { code in
        [
            "BRA": LocalizedText("Brazil", "巴西"), "GBR": LocalizedText("Great Britain", "英国"),
            "USA": LocalizedText("USA", "美国"),
        ]["\(code)"]
    }
}

extension CityConfig {
    /// The same city, where one answer holds for everything.
    func charging(_ answer: Int) -> CityConfig {
        changingFees { cells, _ in
            cells.map { $0.map { _ in [FeeTable.Interval(from: Fixture.askedFrom, answer: answer)] } }
        }
    }

    /// The same city, where one nationality has a class of its own, whose answer to everything changes on a day.
    func moving(_ code: String, from first: Int, to second: Int, on day: String) -> CityConfig {
        changingFees { cells, classes in
            for number in classes.indices {
                classes[number].nationalities.removeAll { "\($0)" == code }
            }
            classes.append(NationalityClass(group: nil, name: nil, nationalities: Fixture.codes(code)))
            let intervals = [
                FeeTable.Interval(from: Fixture.askedFrom, answer: first),
                FeeTable.Interval(from: Fixture.date(day), answer: second),
            ]
            return cells.map { $0 + [intervals] }
        }
    }

    private func changingFees(
        _ change: ([[[FeeTable.Interval]]], inout [NationalityClass]) -> [[[FeeTable.Interval]]]
    ) -> CityConfig {
        var config = self
        var classes = fees.classes
        let cells = change(fees.cells, &classes)
        config.fees = FeeTable(
            items: fees.items,
            leaves: fees.leaves,
            classes: classes,
            answers: fees.answers,
            cells: cells
        )
        return config
    }
}

/// Some configs and nothing else.
struct Configs: ConfigurationSource {
    private let configs: [CityConfig]

    init(_ configs: [CityConfig]) {
        self.configs = configs
    }

    func config(of slug: String) -> CityConfig? {
        configs.first { $0.place.slug == slug }
    }

    func index() -> DivisionIndex {
        DivisionIndex(askedFrom: Fixture.askedFrom, hotline: Fixture.hotline, sources: [], entries: [])
    }
}
