import ServiceConfig
import Vocabulary

extension FictionalCity {
    static let place = Place(
        slug: slug,
        division: "000100",
        name: LocalizedText("Mistport", "雾港市"),
        provinceCode: "000000",
        province: LocalizedText("Nowhere", "乌有省")
    )

    static let hotline = Hotline(
        number: "000-0000",
        name: LocalizedText("Fog line", "雾线"),
        languages: [.chinese, .english],
        provenance: Provenance(sources: ["nowhere:almanac"], confidence: .high)
    )

    static let sources = [
        Source(
            id: "mistport:board",
            kind: "screenshot",
            copy: "translation",
            title: "The notice board",
            publisher: "Mistport Bureau",
            address: "https://mistport.example/board",
            published: "2029-11-30",
            retrieved: day("2029-12-01")
        ),
        Source(
            id: "mistport:rumour",
            kind: "forum",
            copy: nil,
            title: nil,
            publisher: nil,
            address: nil,
            published: nil,
            retrieved: day("2029-10-01")
        ),
        Source(
            id: "nowhere:almanac",
            kind: "official",
            copy: nil,
            title: "The almanac",
            publisher: nil,
            address: nil,
            published: "2029",
            retrieved: day("2029-12-24")
        ),
        Source(
            id: "nowhere:gazette",
            kind: "official",
            copy: nil,
            title: nil,
            publisher: "The gazette",
            address: nil,
            published: "2029-06",
            retrieved: day("2029-12-24")
        ),
    ]

    static let almanac = Provenance(sources: ["nowhere:almanac"], confidence: .high)
    static let board = Provenance(
        sources: ["mistport:board"],
        against: ["mistport:rumour"],
        confidence: .medium
    )

    static let bureau = Bureau(
        name: LocalizedText("Mistport Bureau of Comings and Goings", "雾港市来往局"),
        offices: [
            Office(
                id: "pier",
                name: LocalizedText(english: "Pier office", chinese: nil),
                services: ["moon-permit"],
                address: LocalizedText(english: nil, chinese: "码头一号"),
                phones: [Phone(number: "000-0001", name: nil, provenance: board)],
                hours: hours,
                provenance: board
            )
        ],
        districts: Districts(current: ["Upper Fog"], planned: ["Lower Fog"], provenance: board),
        phones: [Phone(number: "000-0002", name: LocalizedText("Fog desk", "雾台"), provenance: almanac)],
        hours: hours,
        online: [
            OnlineService(
                place: .account(Account(id: "mistport-fog", name: LocalizedText("Mistport Fog", "雾港"))),
                uses: ["booking"],
                steps: [.follow],
                provenance: almanac
            ),
            OnlineService(place: .app(LocalizedText("Fog app", "雾应用")), uses: nil, steps: [], provenance: board),
            OnlineService(place: .site("https://mistport.example"), uses: [], steps: [], provenance: board),
        ],
        provenance: almanac
    )

    private static let hours = [
        OpeningHours(
            days: weekdays,
            open: [span("08:30-12:00"), span("14:00-17:30")],
            closedOnHolidays: true,
            provenance: board
        ),
        OpeningHours(days: saturday, open: nil, closedOnHolidays: false, provenance: Provenance()),
    ]
    private static let weekdays = weekdays("mon-fri")
    private static let saturday = weekdays("sat")

    private static func weekdays(_ text: String) -> WeekdaySpan {
        guard let days = WeekdaySpan(text) else { preconditionFailure("'\(text)' are no days") }
        return days
    }

    private static func span(_ text: String) -> TimeSpan {
        guard let span = TimeSpan(text) else { preconditionFailure("'\(text)' is no stretch of a day") }
        return span
    }

    static let receipt = Receipt(
        name: LocalizedText("Fog receipt", "雾单"),
        format: ReceiptFormat(length: 9...12, alphabet: .alphanumeric),
        provenance: board
    )

    static let services = [
        Service(
            id: "moon-permit",
            name: LocalizedText("Moon permit", "月球证"),
            questions: [
                Question(
                    id: "action",
                    conditions: [],
                    answers: [
                        Question.Answer(id: "issue", name: LocalizedText("Issue", "签发")),
                        Question.Answer(id: "replace", name: LocalizedText("Replace", "换发")),
                    ]
                ),
                Question(
                    id: "validity",
                    conditions: [Question.Condition(question: "action", answers: ["issue"])],
                    answers: [
                        Question.Answer(
                            id: "under-1-year",
                            name: LocalizedText("Under a year", "一年以下"),
                            months: MonthRange(lower: 0, includesLower: false, upper: 12, includesUpper: false)
                        ),
                        Question.Answer(
                            id: "1-to-3-years",
                            name: LocalizedText("1 to 3 years", "一至三年"),
                            months: MonthRange(lower: 12, includesLower: true, upper: 36, includesUpper: true)
                        ),
                    ]
                ),
            ]
        ),
        Service(
            id: "fog-visa",
            name: LocalizedText("Fog visa", "雾签证"),
            questions: [
                Question(
                    id: "entries",
                    conditions: [],
                    answers: [
                        Question.Answer(id: "single", name: LocalizedText("Single", "一次")),
                        Question.Answer(id: "double", name: LocalizedText("Double", "二次")),
                    ]
                )
            ]
        ),
    ]

    static let terms = Terms(
        channelKinds: [
            "account": LocalizedText("Official account", "公众号"), "app": LocalizedText("App", "应用"),
            "counter": LocalizedText("Counter", "窗口"),
        ],
        methods: ["shells": LocalizedText("Shells", "贝壳"), "pearls": LocalizedText("Pearls", "珍珠")],
        applicants: [
            "foreign-national": LocalizedText("Foreign nationals", "外国人"),
            "islander": LocalizedText("Islanders", "岛民"),
        ],
        onlineUses: ["booking": LocalizedText("Booking", "预约")]
    )

    static let account = Channel(
        id: "fog-account",
        kind: "account",
        reach: .home,
        status: timeline(["": .notOffered, "2030-03-01": .offered, "2031-03-01": .withdrawn]),
        applicants: timeline(["": nil, "2030-05-01": ["foreign-national", "islander"]]),
        services: ["moon-permit"],
        account: Account(id: nil, name: LocalizedText("Mistport Fog", "雾港")),
        asksFor: ScreenElement.typed,
        shows: ScreenElement.shown,
        methods: timeline(["2030-03-01": ["shells"], "2030-09-01": nil]),
        refund: .originalMethod,
        languages: [.chinese],
        window: Channel.Window(opens: .receiptIssued, closes: .collection, fallback: .counter),
        steps: [
            .follow,
            .press(Step.Press(label: "去", gloss: "Go", section: LocalizedText("Top", "上"), after: [.terms, .bill])),
            .press(Step.Press(label: "付", gloss: nil, section: nil, after: [])),
        ],
        sites: nil,
        provenance: board
    )

    static let app = Channel(
        id: "fog-app",
        kind: "app",
        reach: .home,
        status: timeline(["2030-06-01": .offered]),
        applicants: timeline(["": ["islander"]]),
        services: [],
        account: nil,
        asksFor: [],
        shows: [],
        methods: nil,
        refund: nil,
        languages: [],
        window: Channel.Window(opens: nil, closes: nil, fallback: nil),
        steps: [],
        sites: nil,
        provenance: almanac
    )

    static let counter = Channel(
        id: "pier-counter",
        kind: "counter",
        reach: .bureau,
        status: timeline(["": .offered]),
        applicants: nil,
        services: [],
        account: nil,
        asksFor: [],
        shows: [],
        methods: timeline(["": ["pearls", "shells"]]),
        refund: .counter,
        languages: [],
        window: nil,
        steps: [],
        sites: 3,
        provenance: Provenance()
    )

    static let rollouts = [
        Rollout(
            channel: "fog-account",
            stage: timeline([
                "2030-02-01": .planned, "2030-03-01": .shadow, "2030-05-01": .pilot(percent: 5), "2030-08-01": .live,
                "2030-10-01": .paused, "2030-11-01": .retired,
            ]),
            rail: Rail(kind: .wechatPay, mode: .partner, credential: "fictional")
        ),
        Rollout(channel: "fog-app", stage: timeline(["": .none]), rail: nil),
        Rollout(
            channel: "pier-counter",
            stage: timeline(["2031-01-01": .planned]),
            rail: Rail(kind: .wechatNonTax, mode: nil, credential: "fictional")
        ),
    ]
}
