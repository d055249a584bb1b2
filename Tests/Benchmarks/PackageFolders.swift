import Foundation

/// Where things are in this package, found from where this file was compiled.
enum PackageFolders {
    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static let root = here.deletingLastPathComponent().deletingLastPathComponent()
    static let cities = root.appendingPathComponent("cities")
    static let divisions = root.appendingPathComponent("Sources/Divisions/Resources/divisions.csv")
    static let work = root.appendingPathComponent(".build/benchmarks")
    static let installedRivals = root.appendingPathComponent(".build/benchmark-rivals")

    static let floor = here.appendingPathComponent("floor/parse_events.c")
    static let launcher = here.appendingPathComponent("launcher/timed_run.c")
    static let rivals = here.appendingPathComponent("rivals")
}
