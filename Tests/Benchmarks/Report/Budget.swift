/// What the design promises about speed, and whether a run kept it.
enum Budget {
    /// `visafee validate` is so many times faster than this one.
    case validateFaster(times: Double)
    /// `visafee validate` is no slower than this one.
    case validateNoSlower
    /// This one takes at most so many times what `visafee validate` takes.
    case withinValidate(times: Double)
    /// This one takes at most so many milliseconds.
    case within(milliseconds: Double)

    /// The budget, the figure and the verdict: `validate 2.00x as fast: 1.31x, missed`.
    func verdict(_ median: Double?, validate: Double?) -> String {
        let ratio = ratio(median, to: validate)
        let figure = ratio.map(Figures.ratio)
        switch self {
        case .validateFaster(let times):
            return Self.text("validate \(Figures.ratio(times)) as fast", figure, ratio.map { $0 >= times })
        case .validateNoSlower:
            return Self.text("validate no slower", figure, ratio.map { $0 >= 1 })
        case .withinValidate(let times):
            return Self.text("at most \(Figures.ratio(times)) validate", figure, ratio.map { $0 <= times })
        case .within(let limit):
            let time = median.map(Figures.milliseconds)
            return Self.text("at most \(Figures.milliseconds(limit))", time, median.map { $0 <= limit })
        }
    }

    /// A budget in words, what was measured, and whether that keeps it.
    static func text(_ budget: String, _ figure: String?, _ isMet: Bool?) -> String {
        guard let figure, let isMet else { return "\(budget): not measured" }
        return "\(budget): \(figure), \(isMet ? "met" : "missed")"
    }

    private func ratio(_ median: Double?, to validate: Double?) -> Double? {
        guard let median, let validate, validate > 0 else { return nil }
        return median / validate
    }
}
