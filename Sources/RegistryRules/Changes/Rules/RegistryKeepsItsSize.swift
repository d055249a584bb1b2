import CityRegistry
public import Diagnostics
import Vocabulary

/// No change takes half of the registry away.
public enum RegistryKeepsItsSize: ChangeRule {
    /// What it says.
    public static let rule = Rule(
        "mass-removal",
        summary: LocalizedText(
            """
            One change does not take away half of the cities, of their channels, or of what can be asked about fees.
            """,
            "一次改动不得去掉一半的城市、一半的缴费渠道，或者一半的收费询问项。"
        ),
        why: LocalizedText(
            """
            Nobody decides that in one go. A script that went wrong, a folder that was moved or a search and replace does, \
            and every applicant of those cities is told that nobody knows.
            """,
            "没有人会一次作这样的决定，多半是脚本出错、文件夹被移走或者批量替换，结果这些城市的申请人都被告知情况不明。"
        ),
        remedy: LocalizedText(
            """
            Look at what went. If it is meant, add a correction of 'cities', 'channels' or 'services' to registry.yaml.
            """,
            "请查看少了什么。如果确实如此，请在 registry.yaml 中为“cities”“channels”或“services”加一条更正记录。"
        ),
        rejected: [],
        accepted: []
    )

    /// Below so many, half of them may well go in one change.
    private static let least = 4

    /// Counts both registries.
    public static func check(_ change: RegistryChange, _ findings: inout Findings) {
        let (old, new) = (change.worlds.before, change.worlds.after)
        let facts = Change(before: FileFacts(old.settings), after: FileFacts(new.settings))
        let corrections = NewCorrections(facts)
        let channels = { (world: World) in world.registry.cities.reduce(0) { $0 + $1.channels.count { $0.isKnown } } }
        let counts: [(place: String, what: LocalizedText, before: Int, after: Int)] = [
            ("cities", LocalizedText("cities", "城市"), old.registry.cities.count, new.registry.cities.count),
            ("channels", LocalizedText("channels", "缴费渠道"), channels(old), channels(new)),
            (
                "services", LocalizedText("questions about fees", "收费询问项"), old.domain.leaves.count,
                new.domain.leaves.count
            ),
        ]
        for count in counts
        where count.before >= least && count.after * 2 <= count.before && !corrections.cover(count.place) {
            let (english, chinese) = (count.what.text(in: .english), count.what.text(in: .chinese))
            findings.report(
                rule,
                LocalizedText(
                    "of \(count.before) \(english) there are \(count.after) left",
                    "\(count.before)个\(chinese)只剩\(count.after)个"
                ),
                at: new.settings.version.range,
                help: LocalizedText(
                    "bring them back, or add a correction of '\(count.place)' to registry.yaml",
                    "请恢复，或者在 registry.yaml 中为“\(count.place)”加一条更正记录"
                ),
                comparison: Comparison(
                    .init("half of the \(count.place) as they were", "\(count.before / 2)"),
                    .atMost,
                    .init("\(count.place) as they are", "\(count.after)")
                )
            )
        }
    }
}
