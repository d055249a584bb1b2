import CityRegistry
public import Diagnostics
import Divisions
import Vocabulary

/// A file is called what the record in it is called.
public enum FileNameIsSlug: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "file-name-differs",
        summary: LocalizedText(
            """
            A city's file is named after its slug, and a schedule's file after the schedule's word.
            """,
            "城市文件以城市标识命名，收费标准文件以收费标准的标识命名。"
        ),
        why: LocalizedText(
            """
            People find a city by its file and programs by its slug. Where the two differ, an edit meant for one city \
            is made in another's file.
            """,
            "人按文件名找城市，程序按城市标识找城市。两者不一致，对一个城市的改动就会改到另一个城市的文件里。"
        ),
        remedy: LocalizedText(
            """
            Rename the file, or correct the word, whichever is wrong.
            """,
            "给文件改名，或者改正标识，看哪一个写错了。"
        ),
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
            LocalizedText(
                "this file is called '\(name)', and the city in it '\(slug.value)'",
                "本文件名为“\(name)”，而其中的城市是“\(slug.value)”"
            ),
            at: slug.range,
            help: right == name
                ? LocalizedText(
                    "write '\(name)', the slug of division \(file.city.division.value)",
                    "请写“\(name)”，即行政区划 \(file.city.division.value) 的城市标识"
                )
                : LocalizedText(
                    "rename the file to '\(slug.value).yaml', or correct the slug",
                    "请把文件改名为“\(slug.value).yaml”，或者改正城市标识"
                ),
            fix: right == name
                ? Fix(
                    LocalizedText("write '\(name)'", "改为“\(name)”"),
                    edits: [TextEdit(slug.range, replacement: name)],
                    isSafe: false
                ) : nil
        )
    }

    /// Checks a schedule's word.
    public static func check(_ file: ScheduleFile, in world: World, _ findings: inout Findings) {
        let name = world.fileName(of: file.schedule.file)
        let id = file.schedule.id
        guard id.value != name else { return }
        findings.report(
            rule,
            LocalizedText(
                "this file is called '\(name)', and the schedule in it '\(id.value)'",
                "本文件名为“\(name)”，而其中的收费标准是“\(id.value)”"
            ),
            at: id.range,
            help: LocalizedText(
                "rename the file to '\(id.value).yaml', or correct the word",
                "请把文件改名为“\(id.value).yaml”，或者改正标识"
            )
        )
    }
}

extension World {
    /// A file's name without its folders and its ending.
    func fileName(of file: FileID) -> String {
        let path = registry.catalog[file].path
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        return String(name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? "")
    }
}
