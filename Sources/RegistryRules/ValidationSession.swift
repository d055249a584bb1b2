public import CityRegistry
public import Diagnostics

/// A registry that is judged again and again while its files are edited.
///
/// It keeps what each file turned out to hold and what each file was told, so that a change to one city costs reading and
/// judging that city, and looking over what several cities might disagree about. A change to `registry.yaml`, the calendar
/// or a schedule, and a file that comes or goes, has everything judged anew, but only the changed file read.
///
/// The verdict after any number of changes is the one that ``Validator`` gives of the same files.
public struct ValidationSession: Sendable {
    /// Who judges.
    public let validator: Validator
    /// The files as they are now.
    public private(set) var catalog: SourceCatalog
    /// What the files say, valid or not.
    public private(set) var registry: Registry
    /// What the rules look things up in; nothing where there are no settings.
    public private(set) var world: World?
    /// What the rules say.
    public private(set) var verdict: Verdict
    private var files: [ReadFile]
    private var judged: [JudgedFile]
    /// What of each city is compared with other cities; nothing for other files.
    private var outlines: [CityOutline?]

    /// Reads and judges all files.
    public init(_ catalog: SourceCatalog, validator: Validator = Validator()) {
        let files = spread(over: catalog.ids) { ReadFile(catalog[$0], as: $0) }
        self.init(catalog, files, validator)
    }

    private init(_ catalog: SourceCatalog, _ files: [ReadFile], _ validator: Validator) {
        let registry = Registry(catalog: catalog, readings: files.map(\.reading))
        let world = validator.world(of: registry)
        let judged = spread(over: files) { JudgedFile($0, world?.findings(of: $0)) }
        self.validator = validator
        self.catalog = catalog
        self.files = files
        self.registry = registry
        self.world = world
        self.judged = judged
        self.outlines = files.map { $0.reading.city.map(CityOutline.init) }
        self.verdict = Verdict(JudgedFile.findings(judged, registry, world), world)
    }

    /// Puts a file's new text in the place of its old one, or adds the file.
    @discardableResult
    public mutating func update(_ file: SourceFile) -> Verdict {
        guard let (catalog, id) = catalog.replacing(file) else {
            return start(SourceCatalog(catalog.files + [file]))
        }
        let place = Int(id.index)
        let kept = world
        var files = files
        files[place] = ReadFile(file, as: id)
        guard case .city = RegistryFile(path: file.path), let kept else {
            self = Self(catalog, files, validator)
            return verdict
        }
        registry = Registry(catalog: catalog, readings: files.map(\.reading))
        outlines[place] = files[place].reading.city.map(CityOutline.init)
        let world = World(registry, cities: outlines.compactMap { $0 }, otherwiseLike: kept)
        self.catalog = catalog
        self.files = files
        self.world = world
        judged[place] = JudgedFile(files[place], world.findings(of: files[place]))
        verdict = Verdict(JudgedFile.findings(judged, registry, world), world)
        return verdict
    }

    /// Puts several files' new texts in the place of their old ones: what ``update(_:)`` of each would come to, but the
    /// changed files are read side by side, and whatever has to be judged anew is judged once.
    @discardableResult
    public mutating func update(_ changed: [SourceFile]) -> Verdict {
        var replaced = catalog
        var places: [(id: FileID, file: SourceFile)] = []
        for file in changed {
            guard let (next, id) = replaced.replacing(file) else {
                let paths = Set(changed.map(\.path))
                return start(SourceCatalog(catalog.files.filter { !paths.contains($0.path) } + changed))
            }
            replaced = next
            places.append((id, file))
        }
        var files = files
        for read in spread(over: places, { ReadFile($0.file, as: $0.id) }) { files[Int(read.id.index)] = read }
        guard let kept = world, changed.allSatisfy({ RegistryFile(path: $0.path) == .city }) else {
            self = Self(replaced, files, validator)
            return verdict
        }
        registry = Registry(catalog: replaced, readings: files.map(\.reading))
        for place in places {
            outlines[Int(place.id.index)] = files[Int(place.id.index)].reading.city.map(CityOutline.init)
        }
        let world = World(registry, cities: outlines.compactMap { $0 }, otherwiseLike: kept)
        catalog = replaced
        self.files = files
        self.world = world
        let anew = places.map { files[Int($0.id.index)] }
        let results = spread(over: anew) { JudgedFile($0, world.findings(of: $0)) }
        for (file, result) in zip(anew, results) { judged[Int(file.id.index)] = result }
        verdict = Verdict(JudgedFile.findings(judged, registry, world), world)
        return verdict
    }

    /// Takes a file away; changes nothing where there is no such file.
    @discardableResult
    public mutating func remove(_ path: String) -> Verdict {
        let left = catalog.files.filter { $0.path != path }
        return left.count == catalog.files.count ? verdict : start(SourceCatalog(left))
    }

    /// All files bear new numbers where one came or went, so all of them are read again.
    private mutating func start(_ catalog: SourceCatalog) -> Verdict {
        self = Self(catalog, validator: validator)
        return verdict
    }
}
