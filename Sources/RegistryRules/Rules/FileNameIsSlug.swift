import CityRegistry
public import Diagnostics
import Divisions

/// A file is called what the record in it is called.
public enum FileNameIsSlug: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "file-name-differs",
        summary: """
            A city's file is named after its slug, and a schedule's file after the schedule's word.
            """,
        why: """
            People find a city by its file and programs by its slug. Where the two differ, an edit meant for one city \
            is made in another's file.
            """,
        remedy: """
            Rename the file, or correct the word, whichever is wrong.
            """,
        rejected: [
            RuleExample("city: ↓exampletown")
        ],
        accepted: [
            RuleExample("city: exampleton")
        ]
    )
    /// The two words stand alone.
    public static let judgesSingleValues = true

    /// Checks a city's slug.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        let name = world.fileName(of: file.city.file)
        let slug = file.city.slug
        guard slug.value != name else { return }
        let right = file.division?.slug
        findings.report(
            rule,
            "this file is called '\(name)', and the city in it '\(slug.value)'",
            at: slug.range,
            help: right == name
                ? "write '\(name)', the slug of division \(file.city.division.value)"
                : "rename the file to '\(slug.value).yaml', or correct the slug",
            fix: right == name
                ? Fix("write '\(name)'", edits: [TextEdit(slug.range, replacement: name)], isSafe: false) : nil
        )
    }

    /// Checks a schedule's word.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        let name = world.fileName(of: file.schedule.file)
        let id = file.schedule.id
        guard id.value != name else { return }
        findings.report(
            rule,
            "this file is called '\(name)', and the schedule in it '\(id.value)'",
            at: id.range,
            help: "rename the file to '\(id.value).yaml', or correct the word"
        )
    }
}

extension World {
    /// A file's name without its folders and its ending.
    func fileName(of file: FileID) -> String {
        let name = registry.catalog[file].path.split(separator: "/").last ?? ""
        return String(name.split(separator: ".").dropLast().joined(separator: "."))
    }
}
