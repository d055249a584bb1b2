import CivilTime
import Vocabulary

/// The words for a box of the fee domain, in one language.
struct FeeBoxWords {
    private let language: Language

    /// The words of a language.
    init(_ language: Language) {
        self.language = language
    }

    /// Leaves, nationalities and days put together.
    func box(_ leaves: String, _ nationalities: String, _ days: String) -> String {
        say("\(leaves) for \(nationalities) \(days)", "\(leaves)，\(nationalities)，\(days)")
    }

    /// Everybody who is asked about.
    var everyNationality: String { say("every nationality", "所有国籍") }

    /// All members of a group.
    func nationalities(_ count: Int, of group: String) -> String {
        say(
            "the \(count == 1 ? "one nationality" : "\(count) nationalities") of group '\(group)'",
            "国籍组“\(group)”的\(count)个国籍"
        )
    }

    /// Nationalities that are no group, as far as a line can hold their codes.
    func nationalities(_ codes: [String]) -> String {
        let shown = codes.prefix(8)
        let left = codes.count - shown.count
        return say(
            shown.joined(separator: ", ") + (left > 0 ? " and \(left) more" : ""),
            "国籍 " + shown.joined(separator: "、") + (left > 0 ? " 等\(codes.count)个" : "")
        )
    }

    /// All paths of a service.
    func allPaths(_ count: Int, of service: String) -> String {
        say("'\(service)' (all \(count) paths)", "“\(service)”（全部\(count)种情形）")
    }

    /// Some paths, as far as a line can hold them.
    func paths(_ paths: [String]) -> String {
        let shown = paths.prefix(4)
        let left = paths.count - shown.count
        return say(
            shown.map { "'\($0)'" }.joined(separator: ", ") + (left > 0 ? " and \(left) more" : ""),
            shown.map { "“\($0)”" }.joined() + (left > 0 ? "等\(paths.count)种情形" : "")
        )
    }

    /// From when until when.
    func days(_ days: DateInterval) -> String {
        guard let end = days.end, let last = end.previous else {
            return say("from \(days.start) on", "自\(days.start)起")
        }
        let count = days.start.days(to: end)
        return count == 1
            ? say("on \(days.start)", "\(days.start)当天")
            : say("from \(days.start) to \(last) (\(count) days)", "\(days.start)至\(last)（共\(count)天）")
    }

    private func say(_ english: String, _ chinese: String) -> String {
        LocalizedText(english, chinese).text(in: language)
    }
}
