import CivilTime
import Money
import ServiceConfig
import Vocabulary

/// A small fee table: residence permits cost everybody the same, visas depend on the nationality.
enum FeeFixture {
    static let sources = [
        Fixture.source(
            "national:list",
            title: "A city's fee list",
            published: "2024-07-22",
            address: "fees.example/list"
        ),
        Fixture.source("national:table", title: "An old table", published: nil, copy: "repost"),
    ]

    private static func months(_ lower: Int, _ includesLower: Bool, _ upper: Int, _ includesUpper: Bool) -> MonthRange?
    {
        MonthRange(lower: lower, includesLower: includesLower, upper: upper, includesUpper: includesUpper)
    }

    static let services = [
        Service(
            id: "residence-permit",
            name: LocalizedText("Residence permit", "外国人居留许可"),
            questions: [
                Question(
                    id: "action",
                    conditions: [],
                    answers: [
                        Question.Answer(id: "issue", name: LocalizedText("permit", "居留许可")),
                        Question.Answer(id: "change", name: LocalizedText("change", "变更")),
                        Question.Answer(id: "replace", name: LocalizedText("replacement", "补发")),
                    ]
                ),
                Question(
                    id: "validity",
                    conditions: [Question.Condition(question: "action", answers: ["issue"])],
                    answers: [
                        Question.Answer(
                            id: "under-1-year",
                            name: LocalizedText("less than 1 year", "不满1年"),
                            months: months(0, false, 12, false)
                        ),
                        Question.Answer(
                            id: "1-to-3-years",
                            name: LocalizedText("1 year or more but less than 3", "1年至3年以内"),
                            months: months(12, true, 36, false)
                        ),
                        Question.Answer(
                            id: "3-to-5-years",
                            name: LocalizedText("3 to 5 years", "3年至5年"),
                            months: months(36, true, 60, true)
                        ),
                    ]
                ),
            ]
        ),
        Service(
            id: "visa",
            name: LocalizedText("Visa", "外国人签证"),
            questions: [
                Question(
                    id: "entries",
                    conditions: [],
                    answers: [
                        Question.Answer(id: "single", name: LocalizedText("one entry", "一次")),
                        Question.Answer(id: "double", name: LocalizedText("two entries", "二次")),
                    ]
                )
            ]
        ),
        Service(id: "tour", name: LocalizedText("Group tour", "团体旅游"), questions: []),
    ]

    private static func answer(
        _ fee: Fee,
        unit: FeeUnit = .person,
        item: String? = nil,
        in membership: GroupMembership? = nil,
        note: LocalizedText? = nil,
        sources: [String] = ["national:list"],
        against: [String] = [],
        _ confidence: Confidence = .high
    ) -> FeeAnswer {
        FeeAnswer(
            fee: fee,
            unit: unit,
            item: item,
            membership: membership,
            isLocal: false,
            note: note,
            provenance: Provenance(sources: sources, against: against, confidence: confidence)
        )
    }

    static let ordinary = GroupMembership(
        group: "ordinary",
        name: LocalizedText("all other countries", "非对等国家"),
        isEveryoneElse: true
    )

    static let reciprocal = GroupMembership(
        group: "reciprocal",
        name: LocalizedText("countries with reciprocal fees", "对等国家"),
        isEveryoneElse: false
    )

    static let answers = [
        answer(Fixture.yuan(400), item: "permit-fee"),
        answer(Fixture.yuan(800), item: "permit-fee"),
        answer(Fixture.yuan(1000), item: "permit-fee"),
        answer(Fixture.yuan(200), unit: .time, item: "permit-fee"),
        answer(.unknown, note: LocalizedText("no line of its own in any table", "各收费表均未单列"), .low),
        answer(Fixture.yuan(168), in: ordinary, .medium),
        answer(Fixture.yuan(252), in: ordinary, .medium),
        answer(.setByBill, in: reciprocal, sources: ["national:table"], .low),
        answer(.setByBill, in: reciprocal, sources: ["national:table"], against: ["national:list"], .low),
        answer(.notOffered),
        answer(Fixture.yuan(180), in: ordinary, .medium),
        answer(.amount(.zero)),
    ]

    private static func cell(_ answers: [Int]) -> [[FeeTable.Interval]] {
        answers.map { [FeeTable.Interval(from: Fixture.askedFrom, answer: $0)] }
    }

    /// Three classes: ordinary, reciprocal, and a contested one of the same group.
    static let table = FeeTable(
        items: [
            "permit-fee": FeeItem(
                name: LocalizedText("Residence permit fee", "外国人居留许可"),
                basis: ["财综[2004]60号"],
                provenance: Provenance(sources: ["national:list"], confidence: .high)
            )
        ],
        leaves: services.flatMap(\.leaves),
        classes: [
            NationalityClass(
                group: "ordinary",
                name: LocalizedText("all other countries", "非对等国家"),
                nationalities: Fixture.codes("DEU FRA JPN")
            ),
            NationalityClass(
                group: "reciprocal",
                name: LocalizedText("countries with reciprocal fees", "对等国家"),
                nationalities: Fixture.codes("BRA USA")
            ),
            NationalityClass(
                group: "reciprocal",
                name: LocalizedText("countries with reciprocal fees", "对等国家"),
                nationalities: Fixture.codes("GBR")
            ),
        ],
        answers: answers,
        cells: [
            cell([0, 0, 0]), cell([1, 1, 1]), cell([2, 2, 2]), cell([3, 3, 3]), cell([4, 4, 4]),
            [
                [
                    FeeTable.Interval(from: Fixture.askedFrom, answer: 5),
                    FeeTable.Interval(from: Fixture.date("2027-03-01"), answer: 10),
                ],
                [FeeTable.Interval(from: Fixture.askedFrom, answer: 7)],
                [FeeTable.Interval(from: Fixture.askedFrom, answer: 8)],
            ],
            cell([6, 7, 8]), cell([9, 9, 11]),
        ]
    )
}
