import CanonicalJSON
import CivilTime
import FictionalCities
import Rollout
import ServiceConfig
import Testing
import Vocabulary

/// What a plan says to people.
struct PlanTests {
    private static let old = [Contents.city(1), Contents.city(2)]

    private static func changing(_ change: (inout CityConfig) -> Void) -> [CityConfig] {
        [Contents.city(1, change), Contents.city(2)]
    }

    /// The first city, where the second answer on the first path is another fee.
    private static func dearer(_ yuan: Int64) -> [CityConfig] {
        changing { city in
            city.fees = city.fees.changed { answers, cells in
                answers.append(answers[0])
                answers[answers.count - 1].fee = FictionalCity.yuan(yuan)
                cells[0][1][0].answer = answers.count - 1
            }
        }
    }

    @Test func `where nothing changes it says so, and of what a reformat leaves it says how much`() {
        let same = Contents.plan(Self.old, Self.old)
        #expect(same.words.summary == LocalizedText("Nothing changes.", "没有变化。"))
        let (before, after) = (Contents.side(Self.old), Contents.side(Self.old))
        let reformatted = PlanSide(
            content: sha256([1]),
            registry: sha256([2]),
            cities: after.cities,
            configs: after.configs
        )
        let plan = Plan(from: before, to: reformatted, on: FictionalCity.day("2030-01-01"), answerCount: 70)
        let words = PlanWords(plan, from: before, to: reformatted) { _ in nil }
        #expect(plan.changesNothing)
        #expect(words.summary.text(in: .english) == "No answer changes (0 of 70); the registry's bytes differ.")
        #expect(words.summary.text(in: .chinese) == "没有任何答复发生变化（0/70），仅信息库的文本不同。")
    }

    @Test func `a fee that grows is said with whom, what, where, from when and by how much`() {
        let plan = Contents.plan(Self.old, Self.dearer(460))
        #expect(
            Contents.sentences(plan) == [
                "From 2030-01-01 to 2030-06-30 Moon permit · Issue · Under a year in Mistport 1 is CNY 460 instead of "
                    + "CNY 400 (+60) for the CCC, the FFF (2 of 7 nationalities)"
            ]
        )
        #expect(
            Contents.sentences(plan, .chinese) == [
                "自2030-01-01至2030-06-30，雾港1CCC国、FFF国（7个国籍中的2个）办理“月球证 · 签发 · 一年以下”为460元，原为400元（+60元）"
            ]
        )
        #expect(plan.plan.changes.map { plan.plan.kinds(of: $0) } == [[.feeIncreased]])
        #expect(plan.plan.changedAnswerCount == 2)
        #expect(
            plan.words.payments(begunBefore: plan.plan.changes[0])?.text(in: .english).contains("keep the amount")
                == true
        )
        #expect(plan.words.sources(of: plan.plan.changes[0]) == ["The almanac"])
    }

    @Test func `a change about days gone by is named so`() {
        let plan = Contents.plan(Self.old, Self.dearer(460), on: "2030-01-02").plan
        #expect(plan.changes.map { plan.kinds(of: $0) } == [[.feeIncreased, .historyRewritten]])
    }

    @Test func `every kind of fee change has its name`() {
        let cases: [(Fee, Fee, ChangeKind)] = [
            (FictionalCity.yuan(1), FictionalCity.yuan(2), .feeIncreased),
            (FictionalCity.yuan(2), FictionalCity.yuan(1), .feeDecreased),
            (.unknown, FictionalCity.yuan(1), .feeBecameKnown), (FictionalCity.yuan(1), .unknown, .feeBecameUnknown),
            (FictionalCity.yuan(1), .setByBill, .feeLeftToBill), (.setByBill, .notOffered, .serviceWithdrawn),
            (.notOffered, FictionalCity.yuan(1), .feeChanged),
        ]
        for (before, after, kind) in cases {
            let old = Self.changing { city in city.fees = city.fees.changed { answers, _ in answers[6].fee = before } }
            let new = Self.changing { city in city.fees = city.fees.changed { answers, _ in answers[6].fee = after } }
            #expect(Set(Contents.plan(old, new).plan.changes.map(\.kind)) == [kind])
        }
        let basis = Self.changing { city in
            city.fees = city.fees.changed { answers, _ in answers[6].provenance.confidence = .medium }
        }
        let plan = Contents.plan(Self.old, basis)
        #expect(Set(plan.plan.changes.map(\.kind)) == [.feeBasisChanged])
        #expect(Contents.sentences(plan)[0].contains("on another basis: confidence low → medium"))
        #expect(plan.plan.changedAnswerCount == 0)
    }

    @Test func `who may pay is said stage by stage, with what becomes of payments already begun`() throws {
        func at(_ stages: KeyValuePairs<String, RolloutStage>) -> [CityConfig] {
            Self.changing { city in
                city.channels[0].status = Timeline(.offered)
                city.channels[0].applicants = Timeline(["foreign-national"])
                city.rollouts[0].stage = FictionalCity.timeline(stages)
            }
        }
        let shadow = at(["": .shadow])
        let pilot = at(["": .shadow, "2030-05-01": .pilot(percent: 5)])
        let opened = Contents.plan(shadow, pilot)
        #expect(
            Contents.sentences(opened) == [
                "From 2030-05-01 on 5% of applicants can pay, instead of nobody, in Mistport 1 through fog-account "
                    + "(shadow → pilot 5%)"
            ]
        )
        #expect(
            Contents.sentences(opened, .chinese) == ["自2030-05-01起，雾港1通过fog-account5%的申请人可以缴费（原为无人）（影子运行 → 试点5%）"]
        )
        #expect(opened.plan.changes.map(\.kind) == [.paymentsOpened])
        let raised = at(["": .shadow, "2030-05-01": .pilot(percent: 50), "2030-06-01": .live])
        #expect(Contents.plan(pilot, raised).plan.changes.map(\.kind) == [.shareRaised, .shareRaised])
        let lowered = Contents.plan(raised, pilot)
        #expect(lowered.plan.changes.map(\.kind) == [.shareLowered, .shareLowered])
        #expect(
            lowered.words.payments(begunBefore: lowered.plan.changes[0])?.text(in: .english)
                == "Those whom the pilot took last leave first; payments already begun are finished."
        )
        let paused = Contents.plan(pilot, at(["": .shadow, "2030-05-01": .pilot(percent: 5), "2030-05-08": .paused]))
        #expect(paused.plan.changes.map(\.kind) == [.paymentsPaused])
        let sentence = try #require(paused.words.payments(begunBefore: paused.plan.changes[0]))
        #expect(sentence.text(in: .chinese) == "已开始的缴费将办结或退款，不再接受新的缴费。")
        // A stage that takes money on a channel that the bureau does not offer lets nobody pay.
        let hidden = Contents.plan(
            Self.changing { $0.channels[0].status = Timeline(.notOffered) },
            Self.changing {
                $0.channels[0].status = Timeline(.notOffered)
                $0.rollouts[0].stage = Timeline(.live)
            }
        )
        #expect(Set(hidden.plan.changes.map(\.kind)) == [.stageChanged])
    }

    @Test func `channels, contacts, sources, rails, cities and policy are named`() {
        let changes: [(ChangeKind, (inout CityConfig) -> Void)] = [
            (.channelWithdrawn, { $0.channels[2].status = Timeline(.withdrawn) }),
            (
                .channelOffered,
                { $0.channels[0].status = FictionalCity.timeline(["": .notOffered, "2030-03-01": .offered]) }
            ),
            (.channelChanged, { $0.channels[0].steps = [] }),
            (.contactChanged, { $0.bureau?.phones[0].number = "000-0009" }),
            (.contactChanged, { $0.hotline.number = "000-0009" }),
            (.receiptChanged, { $0.receipt.format = nil }),
            (.sourceChanged, { $0.sources[0].retrieved = FictionalCity.day("2029-12-31") }),
            (.railChanged, { $0.rollouts[0].rail = nil }),
            (.policyChanged, { $0.freshness.days["fee"] = 9 }),
        ]
        for (kind, change) in changes {
            let plan = Contents.plan(Self.old, Self.changing(change))
            #expect(plan.plan.changes.contains { $0.kind == kind }, "\(kind): \(plan.plan.changes.map(\.kind))")
            #expect(plan.plan.changedCities == ["mistport-1"])
        }
        let added = Contents.plan([Self.old[0]], Self.old)
        #expect(added.plan.changes.map(\.kind).contains(.cityAdded))
        #expect(Contents.sentences(added).contains { $0.hasPrefix("In Mistport 2, city added: mistport-2: ") })
        let removed = Contents.plan(Self.old, [Self.old[0]])
        #expect(removed.plan.changes.map(\.kind).contains(.cityRemoved))
        #expect(Contents.sentences(removed).contains { $0.contains("Mistport 2") })
    }

    @Test func `a channel of which nothing is known any more is not said to be no longer offered`() {
        func kinds(_ old: ChannelStatus, _ new: ChannelStatus?) -> [ChangeKind] {
            func city(_ status: ChannelStatus?) -> [CityConfig] {
                Self.changing { city in
                    guard let status else { return city.channels = [] }
                    for number in city.channels.indices { city.channels[number].status = Timeline(status) }
                }
            }
            return Contents.plan(city(old), city(new)).plan.changes.map(\.kind)
                .filter { $0.rawValue.hasPrefix("channel") }
        }
        #expect(Set(kinds(.offered, .unknown)) == [.channelBecameUnknown])
        #expect(Set(kinds(.offered, nil)) == [.channelBecameUnknown])
        #expect(Set(kinds(.notOffered, .unknown)) == [.channelBecameUnknown])
        #expect(Set(kinds(.offered, .withdrawn)) == [.channelWithdrawn])
        #expect(Set(kinds(.offered, .notOffered)) == [.channelWithdrawn])
        #expect(Set(kinds(.unknown, .offered)) == [.channelOffered])
        #expect(Set(kinds(.unknown, .notOffered)) == [.channelChanged])
        #expect(ChangeKind.risky.contains(.channelBecameUnknown))
    }

    @Test func `a channel of which nothing is known for a while is named so`() {
        let plan = Contents.plan(
            Self.changing { $0.channels[2].status = Timeline(.offered) },
            Self.changing {
                $0.channels[2].status = FictionalCity.timeline([
                    "": .offered, "2030-03-01": .unknown, "2030-04-01": .offered,
                ])
            }
        )
        #expect(plan.plan.changes.map(\.kind).contains(.channelBecameUnknown))
    }

    @Test func `the fees of a city that comes or goes are held against unknown, in one sentence`() {
        let added = Contents.plan([Self.old[0]], Self.old)
        let fees = added.plan.changes.filter { [.feeBecameKnown, .feeBecameUnknown].contains($0.kind) }
        #expect(fees.map(\.kind) == [.feeBecameKnown])
        #expect(added.plan.changedAnswerCount > 0)
        #expect(added.words.summary.text(in: .english).contains(" \(added.plan.changedAnswerCount) of "))
        let sentence = Contents.sentences(added).first { $0.contains("fees: \(added.plan.changedAnswerCount) answers") }
        #expect(sentence?.contains("instead of unknown") == true, "\(Contents.sentences(added))")
        let removed = Contents.plan(Self.old, [Self.old[0]])
        #expect(removed.plan.changes.map(\.kind).contains(.feeBecameUnknown))
        #expect(removed.plan.changedAnswerCount == added.plan.changedAnswerCount)
        #expect(removed.plan.cityCount == 2)
        for plan in [added.plan, removed.plan] {
            #expect(!Expectations(direction: .none).violations(in: plan).isEmpty)
        }
        #expect(!Expectations(forbidden: [.feeBecameUnknown]).violations(in: removed.plan).isEmpty)
        // Of a city whose fees nobody knows nothing is told otherwise.
        let bare = Contents.plan([], [FictionalCity.bare])
        #expect(bare.plan.changedAnswerCount == 0 && bare.plan.changes.map(\.kind) == [.cityAdded])
        let gone = Contents.plan([FictionalCity.bare], [])
        #expect(Contents.sentences(gone)[0].contains("no file of its own any more"), "\(Contents.sentences(gone))")
    }

    @Test func `what a channel no longer takes is said with what it was and will be, and is risky`() {
        func sentences(_ change: (inout Channel) -> Void) -> [String] {
            let plan = Contents.plan(
                Self.changing { $0.channels[0].applicants = Timeline(["foreign-national", "islander"]) },
                Self.changing { city in
                    city.channels[0].applicants = Timeline(["foreign-national", "islander"])
                    change(&city.channels[0])
                }
            )
            return zip(plan.plan.changes, Contents.sentences(plan))
                .filter { ChangeKind.risky.contains($0.0.kind) && $0.0.kind == .channelNarrowed }.map(\.1)
        }
        let closed = sentences { $0.applicants = Timeline(["islander"]) }
        #expect(closed.count == 1 && closed[0].contains(" instead of "), "\(closed)")
        #expect(sentences { $0.applicants = nil }.first?.contains("unknown instead of ") == true)
        #expect(sentences { $0.methods = FictionalCity.timeline(["2030-09-01": nil]) }.count == 1)
        #expect(sentences { $0.services = [] }.first?.contains("services: none instead of ") == true)
        #expect(
            sentences { $0.refund = RefundRule.none }.first?.contains("refund: none instead of by the original method")
                == true
        )
        #expect(sentences { $0.applicants = Timeline(["foreign-national", "islander", "fisher"]) }.isEmpty)
        let steps = Contents.sentences(Contents.plan(Self.old, Self.changing { $0.channels[0].steps = [] }))
        #expect(steps[0].contains("steps: none instead of follow the account"), "\(steps)")
    }

    @Test func `a part of a contact or of policy is named by itself, in either language`() {
        func sentences(_ language: Language = .english, _ change: (inout CityConfig) -> Void) -> [String] {
            Contents.sentences(Contents.plan(Self.old, Self.changing(change)), language)
        }
        let first = sentences { $0.bureau = nil }
        #expect(first.contains { $0.contains("bureau: phones: unknown instead of ") }, "\(first)")
        #expect(first.contains { $0.hasSuffix("bureau: hours") })
        #expect(sentences { $0.bureau?.online = [] } == ["In Mistport 1, contact changed: bureau: online services"])
        #expect(
            sentences { $0.freshness.priceNeeds = .high } == [
                "In Mistport 1, policy or wording changed: confidence that a price needs: high instead of medium"
            ]
        )
        let status = sentences(.chinese) { $0.channels[2].status = Timeline(.unknown) }
        #expect(!status.joined().contains("unknown") && status.joined().contains("未知"), "\(status)")
    }

    @Test func `who may pay comes first, then money, more of it before less`() {
        let new = [
            Contents.city(1) { city in
                city.fees = city.fees.changed { answers, cells in
                    answers += [answers[0], answers[0]]
                    answers[answers.count - 1].fee = FictionalCity.yuan(9_000)
                    answers[answers.count - 2].fee = FictionalCity.yuan(401)
                    cells[0][1][0].answer = answers.count - 2
                    cells[0][2][0].answer = answers.count - 1
                }
                city.bureau?.phones[0].number = "000-0009"
                city.channels[0].status = Timeline(.offered)
                city.rollouts[0].stage = Timeline(.live)
            }, Contents.city(2),
        ]
        let kinds = Contents.plan(Self.old, new).plan.changes
        let order = kinds.map { change in
            switch change {
            case .stage: 0
            case .fee(let box): box.increase == 860_000 ? 1 : 2
            case .fact: 3
            }
        }
        #expect(order == order.sorted())
        #expect(Set(order) == [0, 1, 2, 3])
    }

    @Test func `what was not expected is said`() {
        func violations(_ expectations: Expectations, _ new: [CityConfig]) -> [String] {
            expectations.violations(in: Contents.plan(Self.old, new, on: "2030-06-01").plan).map {
                $0.text(in: .english)
            }
        }
        let dearer = Self.dearer(460)
        #expect(violations(Expectations(), dearer) == [])
        #expect(violations(Expectations(cities: ["mistport-1"], direction: .up, largestIncrease: 6_000), dearer) == [])
        #expect(
            violations(Expectations(cities: ["mistport-2"]), dearer) == [
                "1 city changes that was not expected to: mistport-1"
            ]
        )
        #expect(violations(Expectations(direction: .down), dearer).first?.hasPrefix("a fee changes by 60") == true)
        #expect(violations(Expectations(direction: .none), Self.dearer(340)).count == 1)
        let lost = Self.changing { city in city.fees = city.fees.changed { answers, _ in answers[0].fee = .unknown } }
        #expect(violations(Expectations(direction: .none), lost).first?.contains("[fee-became-unknown]") == true)
        #expect(violations(Expectations(largestIncrease: 5_999), dearer).first?.contains("more than the 59.99") == true)
        #expect(violations(Expectations(forbidden: [.feeIncreased, .historyRewritten]), dearer).count == 2)
        #expect(violations(Expectations(forbidden: ChangeKind.risky), Self.dearer(340)).count == 1)
    }

    @Test func `a saved plan is the same for the same contents, and says from what to what it leads`() throws {
        let first = Contents.plan(Self.old, Self.dearer(460)).plan
        let second = Contents.plan(Self.old, Self.dearer(460)).plan
        #expect(first.canonicalBytes == second.canonicalBytes)
        #expect(try JSONValue(canonical: first.canonicalBytes).canonicalBytes == first.canonicalBytes)
        let heading = try #require(Plan.heading(of: first.canonicalBytes))
        #expect(heading.base == first.base && heading.target == first.target && heading.day == first.day)
        #expect(Contents.plan(Self.old, Self.dearer(461)).plan.canonicalBytes != first.canonicalBytes)
        #expect(Plan.heading(of: Array("{}".utf8)) == nil)
    }

    @Test func `a report is safe in every form and names its place`() {
        let new = Self.changing { $0.bureau?.phones[0].number = "<b>000|*1*</b>" }
        let (plan, words) = Contents.plan(Self.old, new)
        let report = PlanReport(plan, words, expecting: Expectations(cities: [])) { _ in "cities/mistport.yaml:7" }
        #expect(report.text(in: .english).contains("Written at cities/mistport.yaml:7"))
        #expect(report.text(in: .english).contains("Not as expected:\n  1 city changes"))
        #expect(report.page(in: .chinese).contains("&lt;b&gt;000|*1*&lt;/b&gt;"))
        #expect(!report.page(in: .english).contains("<b>000"))
        #expect(report.markdown(in: .english).contains("\\<b\\>000\\|\\*1\\*"))
        guard case .object(let object) = report.json else {
            Issue.record("the report is no object")
            return
        }
        #expect(object["formatVersion"] == 1)
        #expect(object["unexpected"] != .array([]))
    }
}
