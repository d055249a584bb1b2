import Diagnostics

extension Mutators {
    /// Breaks the promise that there is exactly one answer for everybody, on every day.
    static let ofFees: [Mutator] = [
        .drop("fee-gap", "drop a rate", in: .schedule, at: "rates/*/rates/*"),
        .drop("fee-gap", "drop the rates of a service", in: .schedule, at: "rates/*"),
        .drop("fee-gap", "drop an answer that rates name", in: .schedule, at: "rates/*/rates/*/when/action/0"),
        .entry("fee-overlap", "write a rate twice", in: .schedule, at: "rates/*/rates/*") { [[$0, $0]] },
        .drop(
            "fee-overlap",
            "let a rate of one validity be for all",
            in: .schedule,
            at: "rates/*/rates/*/when/validity"
        ),
        .value(
            "rate-never-matches",
            "ask what is not asked after an answer",
            in: .schedule,
            at: "rates/residence-permit/rates/*/when"
        ) { when in
            ["change", "replace", "remove-accompanying"].contains(when["action"]?.raw ?? "")
                ? [when.with("validity", .scalar("under-1-year"))] : []
        },
        .raw("observation-differs", "see another fee", in: .city, at: "fees/seen-here/*/fee") { raw in
            Int(raw).map { ["\($0 + 1)", "\($0 * 2)"] } ?? []
        },
        .drop(
            "nationality-without-group",
            "leave nobody for everyone else",
            in: .schedule,
            at: "nationality-groups/ordinary"
        ),
        .value(
            "nationality-without-group",
            "let every group be everyone else",
            in: .schedule,
            at: "nationality-groups/*/members"
        ) { members in
            members.raw == nil ? [.scalar("everyone-else")] : []
        },
        .entry("nationality-in-two-groups", "list members twice", in: .schedule, at: "nationality-groups/*/members/*") {
            [[$0, $0]]
        },
        .value(
            "membership-without-undated",
            "say nothing of who belonged before",
            in: .schedule,
            at: "nationality-groups/*/members/*/codes"
        ) { codes in
            if case .list = codes { [.map([.init("2026-06-01", codes)])] } else { [] }
        },
    ]

    /// Breaks the order in which a city may be switched on.
    static let ofDecisions: [Mutator] =
        [
            .raw("illegal-stage-move", "go live without a pilot", in: .city, at: "rollout/*/stage/*") { raw in
                ["shadow", "planned"].contains(raw) ? ["live"] : []
            },
            .value("illegal-stage-move", "retire and begin again", in: .city, at: "rollout/*/stage") { stage in
                stage.with("2029-01-01", .scalar("retired"))?.with("2029-02-01", .scalar("shadow")).map { [$0] } ?? []
            },
            .value("stage-not-ready", "take money without a rail", in: .city, at: "rollout/official-account") {
                rollout in
                guard case .map = rollout["stage"] else { return [] }
                return [rollout.without("rail")?.with("rail", .scalar("unknown"))]
            },
        ]
        + ["methods", "refund", "steps", "applicants", "services"].map { key in
            Mutator("stage-not-ready", "take money without the channel's \(key)") { original in
                original.paths(of: .city).compactMap { path in
                    guard let file = original.contents[path],
                        case .map? = file["rollout"]?["official-account"]?["stage"]
                    else { return nil }
                    let changed = Places("channels/official-account").mutants(of: file) {
                        [$0.without(key)].filter { $0 != nil }
                    }
                    return changed.first.map { Mutant([path: Array($0.text.utf8)]) }
                }
            }
        }
}
