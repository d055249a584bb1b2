public import Diagnostics
public import SourceTree

/// Everything the registry's files say, typed and located, before any rule has judged it.
public struct Registry: Sendable {
    /// The files as they were read.
    public let catalog: SourceCatalog
    /// `registry.yaml`.
    public let settings: Settings?
    /// `calendar.yaml`.
    public let calendar: HolidayCalendar?
    /// The fee schedules, in the order of their files.
    public let schedules: [Schedule]
    /// The cities, in the order of their files.
    public let cities: [City]
    /// The files in which reading found errors: what seems to be missing there may only be misspelt.
    public let flawedFiles: Set<FileID>

    /// A registry put together from what its files gave.
    public init(
        catalog: SourceCatalog,
        settings: Settings?,
        calendar: HolidayCalendar?,
        schedules: [Schedule],
        cities: [City],
        flawedFiles: Set<FileID> = []
    ) {
        self.catalog = catalog
        self.settings = settings
        self.calendar = calendar
        self.schedules = schedules
        self.cities = cities
        self.flawedFiles = flawedFiles
    }

    /// The schedule with this id.
    public func schedule(_ id: String) -> Schedule? {
        schedules.first { $0.id.value == id }
    }
}

/// What one file turned out to hold.
public struct FileReading: Sendable {
    /// The file's content, typed.
    public enum Content: Sendable {
        /// `registry.yaml`.
        case settings(Settings)
        /// `calendar.yaml`.
        case calendar(HolidayCalendar)
        /// A schedule below `fees/`.
        case schedule(Schedule)
        /// A city.
        case city(City)
    }

    /// The content; nothing where too little of it could be read.
    public let content: Content?
    /// The values that are written otherwise than they are read, with escapes or over several lines.
    public let rewritten: [Located<String>]
    /// The comments addressed to the program.
    public let instructions: [Instruction]
    /// What was found wrong while reading, for whoever has more to find in the file.
    public let findings: ShownFindings
    /// What was found wrong while reading, in the order of the file.
    public var diagnostics: [Diagnostic] { findings.list }
    /// Whether errors were found: what seems to be missing may only be misspelt.
    public var isFlawed: Bool { !findings.isEmpty && diagnostics.hasErrors }
    /// The file.
    public let file: FileID

    /// The city, where it is one.
    public var city: City? {
        if case .city(let city) = content { city } else { nil }
    }

    /// Reads one file.
    ///
    /// Files do not depend on each other here, so any number may be read at once.
    public init(_ source: SourceFile, as file: FileID) {
        self.file = file
        let (tree, refused) = Tree.reading(of: source, as: file)
        self.rewritten = tree.rewrittenScalars.map { Located(tree.text(of: $0), at: tree.range(of: $0)) }
        self.instructions = tree.instructions
        guard let root = tree.root else {
            self.content = nil
            self.findings = refused
            return
        }
        var reader = Reader(tree, after: refused)
        switch RegistryFile(path: source.path) {
        case .settings: content = Settings.read(root, &reader).map { .settings($0) }
        case .calendar: content = HolidayCalendar.read(root, &reader).map { .calendar($0) }
        case .schedule: content = Schedule.read(root, &reader).map { .schedule($0) }
        case .city: content = City.read(root, &reader).map { .city($0) }
        }
        self.findings = reader.findings
    }
}

/// Which kind of registry file a path names.
public enum RegistryFile: Sendable {
    /// `registry.yaml`.
    case settings
    /// `calendar.yaml`.
    case calendar
    /// A file in a folder `fees`.
    case schedule
    /// Any other file.
    case city

    /// The name of the registry's own file.
    public static let settingsName = "registry.yaml"
    /// The name of the calendar's file.
    public static let calendarName = "calendar.yaml"
    /// The name of the folder of fee schedules.
    public static let schedulesFolder = "fees"

    /// The folder of the registry that a file belongs to: the one it lies in, or the one around its `fees`.
    ///
    /// A path without a folder belongs to `.`, the working folder.
    public static func home(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = parts.last.map(String.init) == schedulesFolder ? parts.dropLast() : parts
        let joined = folder.joined(separator: "/")
        return joined.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : joined
    }

    /// Decides by the file's name and folder.
    public init(path: String) {
        let path = path.utf8
        let slash = path.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        if name.elementsEqual(Self.settingsName.utf8) {
            self = .settings
        } else if name.elementsEqual(Self.calendarName.utf8) {
            self = .calendar
        } else {
            let folders = path[..<(slash ?? path.startIndex)]
            let folder =
                folders.lastIndex(of: UInt8(ascii: "/")).map { folders[folders.index(after: $0)...] } ?? folders
            self = folder.elementsEqual(Self.schedulesFolder.utf8) ? .schedule : .city
        }
    }
}

extension Registry {
    /// Puts readings, in the catalog's order, together; of all its files or of some.
    public init(catalog: SourceCatalog, readings: [FileReading]) {
        var settings: Settings?
        var calendar: HolidayCalendar?
        var schedules: [Schedule] = []
        var cities: [City] = []
        for reading in readings {
            switch reading.content {
            case .settings(let found): settings = settings ?? found
            case .calendar(let found): calendar = calendar ?? found
            case .schedule(let found): schedules.append(found)
            case .city(let found): cities.append(found)
            case nil: break
            }
        }
        self.init(
            catalog: catalog,
            settings: settings,
            calendar: calendar,
            schedules: schedules,
            cities: cities,
            flawedFiles: Set(readings.filter(\.isFlawed).map(\.file))
        )
    }
}
