import ArgumentParser
import Bundles
import CanonicalJSON
import CivilTime
import FoundationEssentials
import Rollout
import Vocabulary

/// `visafee plan`.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what a change of the registry changes for people, before it does.",
        discussion: """
            Compares two contents and says in sentences who can pay, what costs something else, for whom and from which day,
            and what happens to payments already begun. Moving lines about changes nothing, and it says so.

            A content is a registry's folder, a folder of generated files, git:REF (the registry at a commit; a branch or
            tag that is no folder's name may stand alone), release:7, or release (the one in use).

            EXAMPLES
              visafee plan cities                                     against the last commit
              visafee plan cities --against release --output plan.json
              visafee plan cities --against main --format markdown --forbid risky
              visafee plan cities --expect-cities guangzhou --expect-direction down --expect-max-increase 0
            """
    )

    /// The form of a plan.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// Sentences.
        case human
        /// For a comment on a change request.
        case markdown
        /// For programs: the plan, its sentences, and what is otherwise than expected.
        case json
        /// A page.
        case html
    }

    @Argument(help: "The content after the change.")
    var content = "cities"

    @Option(help: "The content before the change.")
    var against = "git:HEAD"

    @Option(help: "The form: human, markdown, json or html.")
    var format: Format = .human

    @Option(name: .customLong("lang"), help: "The language: en or zh.")
    var language: Language = .english

    @Option(
        help: "The day before which days are gone by, YYYY-MM-DD. (default: today in Shanghai, or SOURCE_DATE_EPOCH)"
    )
    var asOf: CivilDate?

    @Option(
        name: .shortAndLong,
        help: "Also save the plan in this file, for release publish --plan.",
        completion: .file()
    )
    var output: String?

    @Flag(help: "Exit 2 where anything changes.")
    var exitCode = false

    @OptionGroup
    var expecting: ExpectationOptions

    @OptionGroup
    var options: ReleaseOptions

    @OptionGroup
    var tables: TableOptions

    /// The plan: one that is kept names both contents to the byte, so each city is generated, once where it cannot differ;
    /// one that is only read does with the cities that can differ.
    private func planning(on day: CivilDate) throws -> Planning {
        // A commit has the registry that the other side names.
        let isFolder = FileManager.default.fileExists(atPath: content)
        let registry = ContentPlace.registry(isFolder ? content : against)
        let new = try ContentPlace(content, registry: registry)
        let places = try (old: ContentPlace(against, registry: registry), new: new)
        guard let after = try places.new.catalog(registry), let before = try places.old.catalog(registry) else {
            let new = try PlacedContent(places.new, registry: registry, options, tables)
            let old = try PlacedContent(places.old, registry: registry, options, tables)
            return try Planning(from: old, to: new, on: day)
        }
        let pair = try RegistryPair(before, after, tables.validator()) { catalog, findings, isOld in
            try (isOld ? places.old : places.new).complain(findings, in: catalog)
        }
        guard output != nil else { return try Planning(of: pair, on: day, tables) }
        let contents = try PlacedContent.both(of: pair, tables)
        return try Planning(from: contents.old, to: contents.new, on: day)
    }

    func run() throws {
        try ReleaseWork.run {
            let expectations = try expecting.expectations(tables)
            let day = try asOf ?? ProgramClock.now().date
            let planning = try planning(on: day)
            let report = planning.report(expecting: expectations)
            switch format {
            case .human: try Terminal.write(report.text(in: language))
            case .markdown: try Terminal.write(report.markdown(in: language))
            case .json: try Terminal.write(report.json.pretty)
            case .html: try Terminal.write(report.page(in: language))
            }
            if let output {
                try OperatorFiles.replace(output, planning.plan.canonicalBytes)
                Terminal.say(
                    "wrote the plan to \(output); next: visafee release publish \(content) --plan \(output) --key FILE"
                )
            }
            if !report.violations.isEmpty { throw ExitCode.findings }
            if exitCode, !planning.plan.changesNothing { throw ExitCode.difference }
        }
    }
}
