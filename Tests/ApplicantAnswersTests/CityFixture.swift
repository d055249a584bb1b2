import CivilTime
import ServiceConfig
import Vocabulary

extension Fixture {
    static let guangdong = ("440000", "Guangdong", "广东")
    static let guangzhouPlace = place("guangzhou", "Guangzhou", "广州市", division: "440100", province: guangdong)
    static let nowhere = place("nowhere", "Nowhere", "无名市", division: "440200", province: guangdong)

    /// What is known of Guangzhou.
    static let guangzhou = config(
        guangzhouPlace,
        bureau: Bureau(
            name: LocalizedText("Exit-Entry Division, Guangzhou", "广州市公安局出入境管理支队"),
            offices: [
                Office(
                    id: "jiefang-south",
                    name: nil,
                    services: [],
                    address: LocalizedText("155 Jiefang South Road, Yuexiu", "解放南路155号"),
                    phones: [],
                    hours: [],
                    provenance: Provenance(sources: ["guangzhou:university"], confidence: .medium)
                )
            ],
            districts: nil,
            phones: [
                Phone(
                    number: "96897",
                    name: nil,
                    provenance: Provenance(sources: ["guangzhou:lawyer"], confidence: .low)
                )
            ],
            hours: hours("mon-fri", ["08:30-12:00", "14:00-17:30"]),
            online: [],
            provenance: Provenance(sources: ["guangzhou:university"], confidence: .medium)
        ),
        receipt: LocalizedText(english: "VISA/STAY PERMIT/RESIDENCE PERMIT APPLICATION RECEIPT", chinese: nil),
        channels: [
            channel(
                "official-account",
                reach: .home,
                status: Timeline(.offered),
                applicants: ["foreign-national"],
                methods: ["wechat-balance"],
                account: Account(id: "gzsgaj", name: LocalizedText(english: "Guangzhou Public Security", chinese: nil)),
                steps: guangzhouSteps,
                provenance: Provenance(sources: ["guangzhou:guide"], confidence: .high)
            ),
            channel(
                "kiosk",
                reach: .bureau,
                status: Timeline(.offered),
                applicants: ["chinese-citizen"],
                methods: ["wechat"],
                sites: 165,
                provenance: Provenance(sources: ["guangzhou:newspaper"], confidence: .high)
            ),
        ],
        sources: [
            source("guangzhou:guide", title: "How to pay", published: nil, address: "guide.example/pay"),
            source("guangzhou:lawyer", title: "A lawyer's page", published: nil, copy: "machine-translated"),
            source("guangzhou:newspaper", title: "A newspaper", published: "2018-12-28", copy: "repost"),
            source("guangzhou:university", title: "A university", published: "2017-04-20"),
        ]
    )

    /// A city that does not exist and has everything that can be.
    static let lumenPlace = place("lumen", "Lumen", "流明市", division: "990100", province: ("990000", "Lux", "光省"))
    static let lumen = config(
        lumenPlace,
        channels: [
            channel(
                "website",
                reach: .home,
                status: timeline(.offered, ("2027-01-01", .withdrawn)),
                applicants: ["foreign-national"],
                methods: nil,
                window: Channel.Window(opens: .receiptIssued, closes: .endOfDay, fallback: .counter),
                provenance: Provenance(sources: ["lumen:old"], against: ["lumen:new"], confidence: .low)
            ),
            channel("official-account", reach: .home, status: Timeline(.unknown), applicants: nil, methods: nil),
            channel(
                "counter-cash",
                reach: .bureau,
                status: Timeline(.notOffered),
                applicants: ["foreign-national"],
                methods: ["cash"],
                provenance: Provenance(sources: ["lumen:new"], confidence: .medium)
            ),
        ],
        rollouts: [
            Rollout(
                channel: "website",
                stage: timeline(.none, ("2026-06-01", .pilot(percent: 5)), ("2026-12-15", .live)),
                rail: nil
            )
        ],
        sources: [
            source("lumen:old", title: "Old news", published: "2020", address: "https://old.example/a?b=1&c=2"),
            source("lumen:new", title: "New news", published: "2026-11"),
        ]
    )

    static func channel(
        _ kind: String,
        reach: ChannelReach,
        status: Timeline<ChannelStatus>,
        applicants: [String]?,
        methods: [String]?,
        account: Account? = nil,
        window: Channel.Window? = nil,
        steps: [Step] = [],
        sites: Int? = nil,
        provenance: Provenance = Provenance()
    ) -> Channel {
        Channel(
            id: kind,
            kind: kind,
            reach: reach,
            status: status,
            applicants: applicants.map { Timeline($0) },
            services: reach == .home ? ["visa", "residence-permit"] : [],
            account: account,
            asksFor: steps.isEmpty ? [] : [.receiptNumber, .verificationCode],
            shows: steps.isEmpty ? [] : [.name, .amount],
            methods: methods.map { Timeline($0) },
            refund: steps.isEmpty ? nil : .originalMethod,
            languages: steps.isEmpty ? [] : [.chinese],
            window: window,
            steps: steps,
            sites: sites,
            provenance: provenance
        )
    }

    private static let guangzhouSteps: [Step] = [
        .follow,
        .press(Step.Press(label: "办事大厅", gloss: "Service hall", section: nil, after: [])),
        .press(
            Step.Press(
                label: "更多>>",
                gloss: "More",
                section: LocalizedText("Exit-entry business", "出入境业务"),
                after: []
            )
        ),
        .press(
            Step.Press(label: "确认", gloss: "Confirm", section: nil, after: [.receiptNumber, .verificationCode])
        ),
        .press(Step.Press(label: "确认支付", gloss: "Confirm payment", section: nil, after: [.method])),
    ]

    private static func hours(_ days: String, _ times: [String]) -> [OpeningHours] {
        WeekdaySpan(days).map { days in
            [
                OpeningHours(
                    days: days,
                    open: times.compactMap { TimeSpan($0) },
                    closedOnHolidays: false,
                    provenance: Provenance(sources: ["guangzhou:lawyer"], confidence: .low)
                )
            ]
        } ?? []
    }
}
