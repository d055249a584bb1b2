import CivilTime
import Diagnostics
import SourceTree

extension FileEditing {
    /// Lets a value change to another from a day on; what was to come after that day goes.
    ///
    /// A value without dates becomes `undated`; one that only says that there was nothing is left out.
    func changing(_ node: NodeID, to text: String, from day: CivilDate, insteadOf nothing: String? = nil) -> [TextEdit]
    {
        let period = "\(day): \(text)"
        guard isTimeline(node) else {
            if let nothing, tree.equals(node, nothing) { return [replacing(node, "{\(period)}")] }
            let (start, end) = (start(of: node), end(of: node))
            return [replacing(start, start, "{undated: "), replacing(end, end, ", \(period)}")]
        }
        let entries = Array(tree.entries(of: node))
        let later = entries.filter { CivilDate(tree.text(of: $0.key)).map { $0 >= day } ?? false }
        if let first = later.first, let last = later.last {
            return [replacing(start(of: first.key), end(of: last.value), period)]
        }
        guard let last = entries.last else { return [] }
        if isFlow(node) {
            let end = end(of: last.value)
            return [replacing(end, end, ", \(period)")]
        }
        return [adding([period], below: last.value, column: column(of: start(of: last.key)))]
    }

    private func isTimeline(_ node: NodeID) -> Bool {
        guard let first = tree.entries(of: node).first(where: { _ in true }) else { return false }
        return tree.equals(first.key, "undated") || CivilDate(tree.text(of: first.key)) != nil
    }
}
