import CivilTime
public import ServiceConfig
import Vocabulary

extension FictionalCity {
    static let calendar = WorkingDayCalendar(
        publishedYears: [2030],
        exceptions: [day("2030-02-03"): .off, day("2030-02-04"): .off, day("2030-02-09"): .working]
    )

    /// Whom fees tell apart; the last are in no group for good.
    public static let classes = [
        NationalityClass(
            group: "ordinary",
            name: LocalizedText("Ordinary", "普通"),
            nationalities: [code("AAA"), code("BBB"), code("GGG")]
        ),
        NationalityClass(
            group: "mirrored",
            name: LocalizedText("Mirrored", "对等"),
            nationalities: [code("CCC"), code("FFF")]
        ),
        NationalityClass(group: "mirrored", name: LocalizedText("Mirrored", "对等"), nationalities: [code("DDD")]),
        NationalityClass(group: nil, name: nil, nationalities: [code("EEE")]),
    ]

    static let fees = FeeTable(
        items: [
            "fog-fee": FeeItem(name: LocalizedText("Fog fee", "雾费"), basis: nil, provenance: Provenance()),
            "moon-fee": FeeItem(name: LocalizedText("Moon fee", "月费"), basis: ["Decree 1"], provenance: almanac),
        ],
        leaves: services.flatMap(\.leaves),
        classes: classes,
        answers: answers,
        cells: cells
    )

    /// Those whom no list names.
    public static let ordinary = GroupMembership(
        group: "ordinary",
        name: LocalizedText("Ordinary", "普通"),
        isEveryoneElse: true
    )

    /// Those whom a list names.
    public static let mirrored = GroupMembership(
        group: "mirrored",
        name: LocalizedText("Mirrored", "对等"),
        isEveryoneElse: false
    )

    static let answers = [
        FeeAnswer(
            fee: yuan(400),
            unit: .person,
            item: "moon-fee",
            membership: nil,
            isLocal: false,
            note: nil,
            provenance: almanac
        ),
        FeeAnswer(
            fee: yuan(800),
            unit: .person,
            item: "moon-fee",
            membership: ordinary,
            isLocal: false,
            note: nil,
            provenance: board
        ),
        FeeAnswer(
            fee: .setByBill,
            unit: .person,
            item: "fog-fee",
            membership: mirrored,
            isLocal: false,
            note: nil,
            provenance: Provenance(sources: ["nowhere:almanac"], confidence: .medium)
        ),
        FeeAnswer(
            fee: .setByBill,
            unit: .person,
            item: "fog-fee",
            membership: mirrored,
            isLocal: false,
            note: nil,
            provenance: Provenance(
                sources: ["nowhere:gazette"],
                confidence: .medium
            )
        ),
        FeeAnswer(
            fee: .unknown,
            unit: .person,
            item: nil,
            membership: nil,
            isLocal: false,
            note: LocalizedText("nobody has looked", "无人查过"),
            provenance: Provenance()
        ),
        FeeAnswer(
            fee: .notOffered,
            unit: .time,
            item: nil,
            membership: nil,
            isLocal: true,
            note: nil,
            provenance: board
        ),
        FeeAnswer(
            fee: yuan(150),
            unit: .time,
            item: "fog-fee",
            membership: nil,
            isLocal: true,
            note: nil,
            provenance: Provenance(sources: ["mistport:rumour"], confidence: .low)
        ),
    ]

    /// For each leaf and class, the answer from the first day on and after each of ``changes``; an answer may stay.
    private static let cells: [[[FeeTable.Interval]]] = [
        [[0, 1, 0], [0, 1, 0], [0, 1, 0], [0, 1, 0]],
        [[1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 0, 4]],
        [[6, 6, 5], [6, 6, 6], [6, 6, 6], [6, 6, 6]],
        [[0, 0, 1], [2, 3, 2], [3, 3, 2], [2, 2, 2]],
        [[4, 4, 4], [4, 4, 4], [5, 5, 4], [6, 4, 4]],
    ].map { row in
        row.map { numbers in
            let intervals = zip([askedFrom] + changes, numbers).map { FeeTable.Interval(from: $0, answer: $1) }
            return intervals.enumerated().filter { $0 == 0 || intervals[$0 - 1].answer != $1.answer }.map(\.element)
        }
    }
}
