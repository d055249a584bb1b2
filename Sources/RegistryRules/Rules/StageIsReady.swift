import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// Money is taken only where everything an applicant needs is known.
public enum StageIsReady: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "stage-not-ready",
        summary: LocalizedText(
            """
            A channel that takes money is offered by the bureau, is described completely, and has a rail.
            """,
            "收款的缴费渠道必须由办理机构开通、信息完整，并有支付通道。"
        ),
        why: LocalizedText(
            """
            Whoever pays must be able to find the way, know how to get the money back, and reach somebody when \
            something goes wrong.
            """,
            "缴费的人要能找到办法、知道如何退款，出了问题要能找到人。"
        ),
        remedy: LocalizedText(
            """
            Add what the finding names, or stay at a stage that takes no money until it is known.
            """,
            "补上提示中缺少的内容；在查明之前，停留在不收款的阶段。"
        ),
        rejected: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: ↓{pilot: 5%}}
                    rail: unknown
                """
            ),
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: ↓{pilot: 5%}}
                    rail: {kind: wechat-pay, credential: exampleton}
                """
            ),
            RuleExample(
                """
                channels:
                  official-account:
                    kind: official-account
                    status: {2025-06-01: offered, 2027-01-01: withdrawn}
                    applicants: foreign-national
                    account: {id: examplegaj}
                    methods: unknown
                    source: notice
                    confidence: high
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: ↓{pilot: 5%}, 2026-12-15: live}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            ),
            RuleExample(
                """
                bureau:
                  name: {en: Fictional Bureau of Exampleton}
                  source: notice
                  confidence: high
                  phones: unknown
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow, 2026-12-08: ↓{pilot: 5%}}
                    rail: {kind: wechat-pay, mode: partner, credential: exampleton}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: {2026-12-01: shadow}
                    rail: unknown
                """
            )
        ]
    )

    /// Checks each rollout that takes money at some time.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        for rollout in file.city.rollouts {
            let paying = rollout.stage.segments(from: world.domain.askedFrom).filter {
                $0.value?.value.kind.takesMoney == true
            }
            guard let stage = paying.first?.value,
                let channel = file.city.channels.first(where: { $0.id.value == rollout.channel.value })
            else { continue }
            let days = paying.map(\.interval)
            let missing = ReadyChannel(channel, days: days).missing + contact(file.city) + rail(rollout)
            for item in missing {
                findings.report(
                    rule,
                    LocalizedText(
                        "'\(rollout.channel.value)' takes money from \(days[0].start) on, "
                            + "and \(item.fault.text(in: .english))",
                        "“\(rollout.channel.value)”自\(days[0].start)起收款，但\(item.fault.text(in: .chinese))"
                    ),
                    at: stage.range,
                    notes: [Note(item.remark, at: item.place)],
                    help: item.remedy
                )
            }
        }
    }

    /// Something that taking money needs and that is not there.
    struct Missing {
        /// What is wrong, to follow "and".
        let fault: LocalizedText
        /// What to say of the place.
        let remark: LocalizedText
        /// Where it belongs.
        let place: SourceRange
        /// What to write.
        let remedy: LocalizedText
    }

    private static func contact(_ city: City) -> [Missing] {
        let remedy = LocalizedText(
            "add 'phones:' to the bureau, or an office with its 'address:'",
            "请给办理机构加上“phones:”，或者加上写有“address:”的办事地点"
        )
        guard case .known(let bureau) = city.bureau else {
            let place = city.slug.range
            return [
                Missing(
                    fault: LocalizedText("the bureau is unknown", "办理机构不明"),
                    remark: LocalizedText("the city's bureau", "本城市的办理机构"),
                    place: place,
                    remedy: remedy
                )
            ]
        }
        let hasPhone = bureau.phones?.value?.isEmpty == false
        let hasOffice = bureau.offices.contains { office in
            office.address.value != nil || office.phones?.value?.isEmpty == false
        }
        guard !hasPhone, !hasOffice else { return [] }
        let remark = LocalizedText("no phone and no address stand here", "此处没有电话也没有地址")
        return [
            Missing(
                fault: LocalizedText("nobody can reach the bureau", "无法联系办理机构"),
                remark: remark,
                place: bureau.range,
                remedy: remedy
            )
        ]
    }

    private static func rail(_ rollout: Rollout) -> [Missing] {
        let remark = LocalizedText("this is how the money would move", "资金由此收取")
        switch rollout.rail {
        case .known(let rail):
            guard rail.value.kind == .wechatPay, rail.value.mode == nil else { return [] }
            let remedy = LocalizedText("add 'mode: merchant' or 'mode: partner'", "请加上“mode: merchant”或“mode: partner”")
            return [
                Missing(
                    fault: LocalizedText("its rail has no mode", "支付通道没有写“mode”"),
                    remark: remark,
                    place: rail.range,
                    remedy: remedy
                )
            ]
        case .unknown(let place):
            return [
                Missing(
                    fault: LocalizedText("its rail is unknown", "支付通道不明"),
                    remark: remark,
                    place: place,
                    remedy: railRemedy
                )
            ]
        case nil:
            let place = rollout.channel.range
            return [
                Missing(
                    fault: LocalizedText("it has no rail", "没有支付通道"),
                    remark: LocalizedText("it belongs here", "应写在此处"),
                    place: place,
                    remedy: railRemedy
                )
            ]
        }
    }

    private static let railRemedy = LocalizedText(
        "write 'rail: {kind: ..., mode: ..., credential: ...}'",
        "请写“rail: {kind: ..., mode: ..., credential: ...}”"
    )
}
