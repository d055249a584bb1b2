import CityRegistry
public import Diagnostics

extension Validator {
    /// What ``findings(in:)`` finds in the files that a change concerns.
    ///
    /// `changed` are the paths of the files that came, went or are different, and `before` those among them that were
    /// there, as they were. A change of a city concerns the file itself, every other city that the rules hold against it
    /// (one with its slug, its division or a phone of its bureau), and the files that all cities share. A change of a file
    /// that cities share concerns all files.
    public func findings(
        in catalog: SourceCatalog,
        changed: Set<String>,
        before: [SourceFile]
    ) -> [Diagnostic] {
        guard !changed.isEmpty else { return [] }
        guard changed.allSatisfy(Self.isCity) else { return findings(in: catalog) }
        let changedNow = catalog.ids.filter { changed.contains(catalog[$0].path) }.map { catalog[$0] }
        let marks = Set((changedNow + before).flatMap(Self.marks))
        let texts = MarkTexts(marks)
        return findings(
            in: catalog,
            among: { changed.contains($0.path) || texts.mayStand(in: $0.bytes) },
            concerning: { path, outline in
                changed.contains(path) || !marks.isDisjoint(with: outline?.marks ?? [])
            }
        )
    }

    private static func isCity(_ path: String) -> Bool {
        if case .city = RegistryFile(path: path) { true } else { false }
    }

    /// By what a city's file is held against others.
    private static func marks(_ file: SourceFile) -> [CityOutline.Mark] {
        FileReading(file, as: FileID(index: 0)).city.map { CityOutline($0).marks } ?? []
    }
}

extension CityOutline {
    /// Something that two cities must not have in common.
    enum Mark: Hashable {
        case slug(String)
        case division(String)
        case phone(String)

        /// How it is written.
        var text: String {
            switch self {
            case .slug(let text), .division(let text), .phone(let text): text
            }
        }
    }

    /// Everything that no other city must have.
    fileprivate var marks: [Mark] {
        [.slug(slug.value), .division(division.value)] + phones.map { .phone($0.value) }
    }
}
