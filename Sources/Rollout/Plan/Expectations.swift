import ServiceConfig
public import Vocabulary

/// What somebody said a change would do, to be held against what it does: a find-and-replace that reaches forty cities
/// instead of one does not pass.
public struct Expectations: Hashable, Sendable {
    /// Which way fees may go.
    public enum Direction: String, CaseIterable, Sendable {
        /// Not at all.
        case none
        /// Up or not at all.
        case up
        /// Down or not at all.
        case down
        /// Either way.
        case any
    }

    /// The only cities that may change; any may where nothing is said.
    public var cities: [String]?
    /// Which way fees may go.
    public var direction: Direction
    /// The largest increase of a fee, in fen; any where nothing is said.
    public var largestIncrease: Int64?
    /// Kinds of change that must not occur.
    public var forbidden: [ChangeKind]

    /// Expects this.
    public init(
        cities: [String]? = nil,
        direction: Direction = .any,
        largestIncrease: Int64? = nil,
        forbidden: [ChangeKind] = []
    ) {
        self.cities = cities
        self.direction = direction
        self.largestIncrease = largestIncrease
        self.forbidden = forbidden
    }

    /// What a plan does otherwise than expected.
    public func violations(in plan: Plan) -> [LocalizedText] {
        var violations: [LocalizedText] = []
        if let cities {
            let others = plan.changedCities.filter { !cities.contains($0) }
            if !others.isEmpty {
                let names = others.prefix(5).joined(separator: ", ") + (others.count > 5 ? ", ..." : "")
                violations.append(
                    LocalizedText(
                        "\(others.count) \(others.count == 1 ? "city changes that was" : "cities change that were") not expected to: "
                            + names,
                        "有\(others.count)个未声明的城市发生变化：\(names)"
                    )
                )
            }
        }
        if direction == .none {
            // A fee that becomes known or unknown moves too, though by no amount.
            for change in plan.changes where change.isOfFee && (change.increase ?? 0) == 0 {
                violations.append(
                    LocalizedText(
                        "a fee changes, and 'none' was expected: [\(change.kind.rawValue)] \(change.cities.first ?? "")",
                        "费用发生变化，与声明的“none”不符：[\(change.kind.rawValue)] \(change.cities.first ?? "")"
                    )
                )
            }
        }
        for case .fee(let box) in plan.changes {
            guard let increase = box.increase, increase != 0 else { continue }
            let place = "\(box.cities.first ?? ""), \(box.leaves.first?.path ?? ""), \(box.from)"
            let amount = Sentence.yuan(increase)
            if direction == .none || (direction == .up && increase < 0) || (direction == .down && increase > 0) {
                violations.append(
                    LocalizedText(
                        "a fee changes by \(amount), and '\(direction.rawValue)' was expected: \(place)",
                        "费用变化\(amount)元，与声明的“\(direction.rawValue)”不符：\(place)"
                    )
                )
            }
            if let largestIncrease, increase > largestIncrease {
                let most = Sentence.yuan(largestIncrease)
                violations.append(
                    LocalizedText(
                        "a fee grows by \(amount), more than the \(most) expected: \(place)",
                        "费用提高\(amount)元，超过声明的\(most)元：\(place)"
                    )
                )
            }
        }
        for kind in forbidden {
            let count = plan.changes.count { plan.kinds(of: $0).contains(kind) }
            guard count > 0 else { continue }
            violations.append(
                LocalizedText(
                    "\(count) \(count == 1 ? "change is" : "changes are") of the kind '\(kind.rawValue)', which is forbidden",
                    "有\(count)项变化属于被禁止的类型“\(kind.rawValue)”"
                )
            )
        }
        return violations
    }
}

extension Plan.Change {
    /// Whether what somebody is told of a fee changes.
    fileprivate var isOfFee: Bool {
        switch self {
        case .fee(let box): box.kind != .feeBasisChanged
        case .fact(let change): [.feeBecameKnown, .feeBecameUnknown].contains(change.kind)
        case .stage: false
        }
    }

    /// By how much a fee grows, where that can be said.
    fileprivate var increase: Int64? {
        if case .fee(let box) = self { box.increase } else { nil }
    }
}
