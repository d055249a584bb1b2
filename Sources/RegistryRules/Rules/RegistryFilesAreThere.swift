import CityRegistry
public import Diagnostics
import Vocabulary

/// A registry has the files that every other one rests on.
public enum RegistryFilesAreThere: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "registry-files",
        summary: LocalizedText(
            """
            A registry has one registry.yaml, one calendar.yaml, at least one schedule below fees/ and at least one city.
            """,
            """
            信息库有一个 registry.yaml、一个 calendar.yaml，“fees/”下至少有一个收\
            费标准，并至少有一个城市。
            """
        ),
        why: LocalizedText(
            """
            The cities' files use words that registry.yaml defines and fees that a schedule lists. Without them nothing \
            that is said of a city can be checked.
            """,
            "城市文件使用 registry.yaml 定义的词和收费标准列出的收费。缺少它们，关于城市的内容都无法检查。"
        ),
        remedy: LocalizedText(
            """
            Name the registry's folder, not a single file in it. In a new registry, write the file that is missing.
            """,
            "请指定信息库的文件夹，不要指定其中的单个文件。新建信息库时，请补上缺少的文件。"
        ),
        rejected: [],
        accepted: []
    )

    /// Checks which files there are.
    ///
    /// This comes before any other rule, since those need `registry.yaml`.
    static func check(_ registry: Registry, _ findings: inout Findings) {
        var settings: [FileID] = []
        var calendars: [FileID] = []
        var schedules = 0
        var cities = 0
        for id in registry.catalog.ids {
            switch RegistryFile(path: registry.catalog[id].path) {
            case .settings: settings.append(id)
            case .calendar: calendars.append(id)
            case .schedule: schedules += 1
            case .city: cities += 1
            }
        }
        guard let first = registry.catalog.ids.first else { return }
        for (name, files) in [(RegistryFile.settingsName, settings), (RegistryFile.calendarName, calendars)] {
            if files.isEmpty {
                findings.report(
                    rule,
                    LocalizedText("the registry has no '\(name)'", "信息库中没有“\(name)”"),
                    at: .start(of: first)
                )
            }
            for other in files.dropFirst() {
                findings.report(
                    rule,
                    LocalizedText("a second '\(name)': a registry has one", "又有一个“\(name)”：信息库只能有一个"),
                    at: .start(of: other),
                    notes: [Note(LocalizedText("the first is this one", "第一个是此文件"), at: .start(of: files[0]))]
                )
            }
        }
        if schedules == 0 {
            let folder = RegistryFile.schedulesFolder
            findings.report(
                rule,
                LocalizedText("the registry has no fee schedule below '\(folder)/'", "信息库的“\(folder)/”下没有收费标准"),
                at: .start(of: first)
            )
        }
        if cities == 0 {
            findings.report(rule, LocalizedText("the registry has no city", "信息库中没有城市"), at: .start(of: first))
        }
    }
}
