import Diagnostics
import RegistryEditing
import RegistryExamples
import RegistryRules
import RuleMutation
import SeededRandomness
import SourceTree
import Testing

/// Fixes put right what they can, and nothing gets worse.
struct MendingTests {
    private static let validator = Validator()

    private static func mending(_ catalog: SourceCatalog, _ extent: Mending.Extent) -> Mending {
        Mending(catalog, extent: extent, judge: validator.findings(in:))
    }

    private static func errors(of findings: [Diagnostic]) -> [FileID: Int] {
        findings.filter { [$0].hasErrors }.reduce(into: [:]) { $0[$1.range.file, default: 0] += 1 }
    }

    /// The comments of a file, which here never stand in quotes.
    private static func comments(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#") ? line : line.firstRange(of: " #").map { line[$0.lowerBound...] }
        }
    }

    @Test(arguments: Mending.Extent.allCases)
    func `however a registry is broken, no file gets more errors, and nothing safe is left to mend`(
        extent: Mending.Extent
    ) throws {
        let original = Original("fictional", try RepositoryFiles.registry("Tests/Fixtures/fictional"))
        var random = SeededGenerator(seed: 11)
        var (mended, changed) = (0, 0)
        // A file of four million bytes shows nothing about fixes.
        for mutator in Mutators.all where !["file-too-large", "too-many-nodes"].contains(mutator.rule) {
            guard let mutant = mutator.mutants(original).randomElement(using: &random) else { continue }
            let catalog = mutant.catalog(of: original)
            let before = Self.errors(of: Self.validator.findings(in: catalog))
            let mending = Self.mending(catalog, extent)
            for (file, count) in Self.errors(of: mending.findings) {
                #expect(count <= before[file] ?? 0, "\(mutator.rule), \(mutator.operation)")
            }
            // Two guesses may be each other's; what can only have been meant is settled at once.
            let again = Self.mending(mending.catalog, .safe)
            #expect(again.changes(from: mending.catalog).isEmpty, "\(mutator.rule), \(mutator.operation)")
            mended += mending.mended.values.reduce(0, +)
            changed += mending.changes(from: catalog).isEmpty ? 0 : 1
            #expect(mending.mended.isEmpty == mending.changes(from: catalog).isEmpty)
        }
        print("\(extent): \(mended) findings mended in \(changed) broken registries")
        #expect(changed >= (extent == .safe ? 5 : 15))
    }

    /// A slip of the keyboard at one value, and the value it can only have come from.
    private static let slips: [(name: String, make: @Sendable (String) -> String?)] = [
        (
            "full-width digits",
            { raw in
                let wide = raw.unicodeScalars.map { scalar in
                    (0x30...0x39).contains(scalar.value)
                        ? String(UnicodeScalar(scalar.value + 0xFEE0) ?? scalar) : String(scalar)
                }
                return raw.hasPrefix("\"") || wide.joined() == raw ? nil : wide.joined()
            }
        ),
        ("a no-break space", { raw in raw.hasPrefix("\"") ? nil : raw + "\u{A0}" }),
        ("a zero-width space", { raw in raw.hasPrefix("\"") ? nil : raw + "\u{200B}" }),
        (
            "missing quotes",
            { raw in
                let inner = raw.dropFirst().dropLast()
                return raw.hasPrefix("\"") && raw.utf8.count > 2 && inner.utf8.allSatisfy { (0x31...0x39).contains($0) }
                    ? String(inner) : nil
            }
        ),
        (
            "a decomposed letter",
            { raw in
                raw.hasPrefix("\"") || !raw.contains("é") ? nil : raw.replacing("é", with: "e\u{301}")
            }
        ),
    ]

    @Test func `a slip with one meaning is put back byte for byte, in a file full of comments`() throws {
        let catalog = try RepositoryFiles.registry("cities")
        var random = SeededGenerator(seed: 3)
        var tried: [String: Int] = [:]
        for id in catalog.ids {
            let file = catalog[id]
            let tree = Tree.read(file, as: id).tree
            let ranges = Self.scalars(of: tree)
            for slip in Self.slips {
                let spoilable = ranges.filter { slip.make(catalog.text(of: $0)) != nil }
                for range in spoilable.shuffled(using: &random).prefix(2) {
                    guard let slipped = slip.make(catalog.text(of: range)) else { continue }
                    let bytes = try AppliedEdits(
                        [TextEdit(range, replacement: slipped)],
                        of: id,
                        byteCount: file.bytes.count
                    ).bytes(from: file.bytes)
                    let spoiled = try #require(catalog.replacing(SourceFile(path: file.path, bytes: bytes))).catalog
                    let mended = Self.mending(spoiled, .safe).catalog[id].bytes
                    let place = "\(slip.name) in \(file.path): '\(catalog.text(of: range))'"
                    #expect(Self.comments(of: mended) == Self.comments(of: file.bytes), "\(place)")
                    // An invisible character becomes a blank or goes; nobody can tell which it was, nor need to.
                    #expect(Self.ends(mended) == Self.ends(file.bytes), "\(place)")
                    tried[slip.name, default: 0] += 1
                }
            }
        }
        for (name, count) in tried.sorted(by: { $0.key < $1.key }) { print("\(name): \(count) slips put back") }
        #expect(tried["full-width digits", default: 0] > 20)
        #expect(tried["a no-break space", default: 0] > 20)
    }

    /// The lines without the blanks at their ends and before their comments.
    private static func ends(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.filter { $0 != " " })
        }
    }

    private static func scalars(of tree: Tree) -> [SourceRange] {
        var ranges: [SourceRange] = []
        func walk(_ node: NodeID) {
            switch tree.kind(of: node) {
            case .scalar: ranges.append(tree.range(of: node))
            case .sequence: for item in tree.items(of: node) { walk(item) }
            case .mapping: for (_, value) in tree.entries(of: node) { walk(value) }
            }
        }
        if let root = tree.root { walk(root) }
        return ranges
    }

    @Test func `what a comment lets stand is not mended`() throws {
        var registry = try ExampleRegistry()
        registry.write(
            "exampleton.yaml",
            (registry.texts["exampleton.yaml"] ?? "").replacing(
                "rollout:",
                with: "# visafee: allow full-width-digit until 2027-03-01, because it is to be seen\nrollout:"
            )
        )
        let catalog = registry.catalog
        let file = try #require(catalog.ids.first)
        let warned = Rule.standing
        let range = SourceRange(file: file, start: 0, end: 1)
        let finding = Diagnostic(
            warned,
            warned.summary,
            at: range,
            fix: Fix(warned.summary, edits: [TextEdit(range, replacement: "X")], isSafe: true)
        )
        let allowed = try finding.suppressed(
            by: Suppression(range, until: ExampleRegistry.day(), because: "it is to be seen")
        )
        #expect(Mending(catalog, extent: .all) { _ in [allowed] }.mended.isEmpty)
        #expect(Mending(catalog, extent: .all) { $0[file].bytes.first == 0x58 ? [] : [finding] }.mended.count == 1)
    }

    @Test func `a fix that would bring new errors is given up, and the others are made`() throws {
        let catalog = SourceCatalog([SourceFile(path: "a.yaml", bytes: Array("abc".utf8))])
        let file = try #require(catalog.ids.first)
        func finding(_ place: UInt32, _ text: String) -> Diagnostic {
            let range = SourceRange(file: file, start: place, end: place + 1)
            return Diagnostic(
                .standing,
                Rule.standing.summary,
                at: range,
                fix: Fix(Rule.standing.summary, edits: [TextEdit(range, replacement: text)], isSafe: true)
            )
        }
        let mending = Mending(catalog, extent: .safe) { catalog in
            let text = String(decoding: catalog[file].bytes, as: UTF8.self)
            var found = text.contains("a") ? [finding(0, "!")] : []
            found += text.contains("c") ? [finding(2, "C")] : []
            // Whoever writes '!' has two errors for the one that was.
            return found + (text.contains("!") ? [finding(0, "!"), finding(1, "b")] : [])
        }
        #expect(String(decoding: mending.catalog[file].bytes, as: UTF8.self) == "abC")
        #expect(mending.refused == 1)
    }
}

extension Rule {
    /// A rule for tests of fixes.
    fileprivate static let standing = SecretsAreKeptOut.rule
}
