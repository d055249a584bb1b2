import ApplicantAnswers
import CivilTime
import Money
import PaymentEngine
import Testing
import Vocabulary

struct PhrasesTests {
    /// Words that tell a person "no", whatever else the sentence says.
    static let refusals: [Language: [String]] = [
        .english: [
            "not available", "unavailable", "cannot", "can't", "not possible", "impossible", "not offered", "no longer",
            "not supported", "refus", "does not", "is not", "not yet open",
        ],
        .chinese: ["不能", "不可以", "不可", "无法", "不支持", "未开通", "没有开通", "不提供", "不办理", "停用", "停止", "拒绝"],
    ]

    private static let place = LocalizedText("Lumen", "流明市")

    /// Every answer to a bill, with everything it can hold.
    private static let bills: [BillPayability] = {
        let day = CivilDate.latest
        let moment = Moment(milliseconds: 1_900_000_000_000)
        guard let dossier = DossierID("000000000000000000000001"), let amount = Amount(fen: 16_000) else { return [] }
        let order = OrderNumber(dossier, attempt: 1)
        let reference = TransactionID("T-1")
        let offers = [[], [amount], [.zero, amount]].flatMap { amounts in
            [BillPayability.LastDay.notStated, .day(day), .calendarNotPublished(year: 2031)].map {
                BillPayability.Offer(channel: "fog", amount: amount, scheduleSays: amounts, through: $0)
            }
        }
        return offers.map(BillPayability.payable)
            + [BillPayability.Opening.day(day), .approval, .calendarNotPublished(year: 2031)].map { .notYet(from: $0) }
            + [.ended(.day(day)), .ended(.collection(day)), .inProgress(order), .bureauAway(until: moment)]
            + [.alreadyPaid(.shown(order, reference)), .alreadyPaid(.notShownYet(order, reference))]
            + [.alreadyPaid(.elsewhere(reference)), .alreadyPaid(.elsewhere(nil))]
            + BillPayability.CounterReason.allCases.map { .needsCounter($0) }
            + [.bureauSilent, .cityPaused, .nothingToPay]
    }()

    @Test func `every answer to a bill has a text, and no two answers read the same`() {
        #expect(Set(Self.bills.map(\.key)) == Set(BillPayability.Key.allCases))
        for language in Language.allCases {
            #expect(Set(Self.bills.map { Phrases.bill($0).text(in: language) }).count == Self.bills.count)
        }
    }

    /// The wording of every case of every enumeration, by what it is the wording of.
    private static let all: [(String, LocalizedText)] = {
        var all: [(String, LocalizedText)] = []
        func add<Value>(_ values: [Value], _ wording: (Value) -> LocalizedText?) {
            for value in values {
                if let text = wording(value) { all.append(("\(Value.self).\(value)", text)) }
            }
        }
        for wording in [Phrases.status, Phrases.homeStatus] { add(ChannelStatus.allCases, wording) }
        add(ChannelStatus.allCases) { Phrases.verdict($0, ways: place, hotline: "12367") }
        add(ChannelStatus.allCases) { Phrases.channel($0, hotline: "12367") }
        add(ChannelStatus.allCases) { Phrases.count(2, $0) }
        add(ChannelReach.allCases, Phrases.reach)
        add(RolloutStage.Kind.allCases, Phrases.stage)
        add(RefundRule.allCases, Phrases.refund)
        add(WindowOpening.allCases, Phrases.opens)
        add(WindowClosing.allCases, Phrases.closes)
        add(WindowFallback.allCases, Phrases.afterwards)
        for wording in [Phrases.element, Phrases.before] { add(ScreenElement.allCases, wording) }
        add(Confidence.allCases, Phrases.confidence)
        add(FeeUnit.allCases, Phrases.unit)
        add(Fee.words.map(\.fee), Phrases.fee)
        add(Fee.words.map(\.fee)) { Phrases.explanation($0, hotline: "12367") }
        add(Payability.Verdict.allCases) { Phrases.verdict($0, city: place, pilotPercent: 5) }
        add([Payability.NextStep.enterReceiptNumber, .useBureauChannel("a"), .goToBureau, .callHotline]) {
            Phrases.nextStep($0, channel: place, hotline: "12367")
        }
        add(bills, Phrases.bill)
        add(bills.map(\.nextStep), Phrases.nextStep)
        add(Language.allCases, Phrases.language)
        add(Phrases.weekdays + Phrases.atCounter) { $0 }
        return all
    }()

    @Test func `every case has a wording of its own in both languages`() {
        for (name, text) in Self.all {
            let english = text.english ?? ""
            let chinese = text.chinese ?? ""
            #expect(english.contains { $0.isLetter && $0.isASCII }, "\(name) in English: \(english)")
            #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(name): \(chinese)")
        }
    }

    @Test func `nothing is shouted`() {
        for (name, text) in Self.all {
            #expect(!text.text(in: .english).contains("!"), "\(name)")
            #expect(!text.text(in: .chinese).contains { "！!".contains($0) }, "\(name)")
        }
    }

    @Test func `no two statuses read the same`() {
        for language in Language.allCases {
            for wording in [Phrases.status, Phrases.homeStatus] {
                #expect(Set(ChannelStatus.allCases.map { wording($0).text(in: language) }).count == 4)
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `unknown never reads as no`(language: Language) {
        let unknowns = [
            Phrases.status(.unknown), Phrases.homeStatus(.unknown), Phrases.fee(.unknown), Phrases.nobodyFoundOut,
            Phrases.verdict(.unknown, ways: nil, hotline: "12367"), Phrases.channel(.unknown, hotline: "12367"),
            Phrases.verdict(.cityUnknown, city: Self.place),
        ]
        for text in unknowns.map({ $0.text(in: language).lowercased() }) {
            for refusal in Self.refusals[language] ?? [] { #expect(!text.contains(refusal), "\(text)") }
        }
    }

    @Test(arguments: Language.allCases)
    func `whoever reads unknown is told whom to ask`(language: Language) {
        let sentences = [
            Phrases.verdict(.unknown, ways: nil, hotline: "12367"), Phrases.channel(.unknown, hotline: "12367"),
            Phrases.explanation(.unknown, hotline: "12367") ?? Phrases.caution,
        ]
        for sentence in sentences { #expect(sentence.text(in: language).contains("12367")) }
    }

    @Test(
        arguments: [
            ("2026-11-23", "today", "今天"), ("2026-11-22", "yesterday", "昨天"), ("2026-11-01", "22 days ago", "22天前"),
            ("2026-10-24", "30 days ago", "30天前"), ("2026-10-23", "1 month ago", "1个月前"),
            ("2024-11-24", "23 months ago", "23个月前"), ("2024-11-23", "2 years ago", "2年前"),
            ("2017-04-20", "9 years ago", "9年前"),
        ]
    )
    func `how long ago a day was`(date: String, english: String, chinese: String) {
        let ago = Phrases.ago(Fixture.date(date), on: Fixture.today)
        #expect(ago == LocalizedText(english, chinese))
    }

    @Test func `a day to come was not long ago`() {
        #expect(Phrases.ago(Fixture.date("2026-11-24"), on: Fixture.today) == nil)
    }
}
