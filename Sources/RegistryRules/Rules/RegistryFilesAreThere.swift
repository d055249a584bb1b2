import CityRegistry
public import Diagnostics

/// A registry has the files that every other one rests on.
public enum RegistryFilesAreThere: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "registry-files",
        summary: """
            A registry has one registry.yaml, one calendar.yaml, at least one schedule below fees/ and at least one city.
            """,
        why: """
            The cities' files use words that registry.yaml defines and fees that a schedule lists. Without them nothing \
            that is said of a city can be checked.
            """,
        remedy: """
            Name the registry's folder, not a single file in it. In a new registry, write the file that is missing.
            """,
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
            if files.isEmpty { findings.report(rule, "the registry has no '\(name)'", at: .start(of: first)) }
            for other in files.dropFirst() {
                findings.report(
                    rule,
                    "a second '\(name)': a registry has one",
                    at: .start(of: other),
                    notes: [Note("the first is this one", at: .start(of: files[0]))]
                )
            }
        }
        if schedules == 0 {
            let folder = RegistryFile.schedulesFolder
            findings.report(rule, "the registry has no fee schedule below '\(folder)/'", at: .start(of: first))
        }
        if cities == 0 {
            findings.report(rule, "the registry has no city", at: .start(of: first))
        }
    }
}
