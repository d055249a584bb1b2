import CityRegistry
import CivilTime
public import Diagnostics
import Vocabulary

/// Money is taken only where everything an applicant needs is known.
public enum StageIsReady: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "stage-not-ready",
        summary: """
            A channel that takes money is offered by the bureau, is described completely, and has a rail.
            """,
        why: """
            Whoever pays must be able to find the way, know how to get the money back, and reach somebody when \
            something goes wrong.
            """,
        remedy: """
            Add what the finding names, or stay at a stage that takes no money until it is known.
            """,
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
                    "'\(rollout.channel.value)' takes money from \(days[0].start) on, and \(item.fault)",
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
        let fault: String
        /// What to say of the place.
        let remark: String
        /// Where it belongs.
        let place: SourceRange
        /// What to write.
        let remedy: String
    }

    private static func contact(_ city: City) -> [Missing] {
        let remedy = "add 'phones:' to the bureau, or an office with its 'address:'"
        guard case .known(let bureau) = city.bureau else {
            let place = city.slug.range
            return [Missing(fault: "the bureau is unknown", remark: "the city's bureau", place: place, remedy: remedy)]
        }
        let hasPhone = bureau.phones?.value?.isEmpty == false
        let hasOffice = bureau.offices.contains { office in
            office.address.value != nil || office.phones?.value?.isEmpty == false
        }
        guard !hasPhone, !hasOffice else { return [] }
        let remark = "no phone and no address stand here"
        return [
            Missing(fault: "nobody can reach the bureau", remark: remark, place: bureau.range, remedy: remedy)
        ]
    }

    private static func rail(_ rollout: Rollout) -> [Missing] {
        let remark = "this is how the money would move"
        switch rollout.rail {
        case .known(let rail):
            guard rail.value.kind == .wechatPay, rail.value.mode == nil else { return [] }
            let remedy = "add 'mode: merchant' or 'mode: partner'"
            return [
                Missing(fault: "its rail has no mode", remark: remark, place: rail.range, remedy: remedy)
            ]
        case .unknown(let place):
            return [Missing(fault: "its rail is unknown", remark: remark, place: place, remedy: railRemedy)]
        case nil:
            let place = rollout.channel.range
            return [Missing(fault: "it has no rail", remark: "it belongs here", place: place, remedy: railRemedy)]
        }
    }

    private static let railRemedy = "write 'rail: {kind: ..., mode: ..., credential: ...}'"
}
