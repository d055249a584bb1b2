import ArgumentParser
import Diagnostics
import Divisions
import RegistryRules

/// `visafee explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule wants, why, and what to do about a finding.",
        discussion: "EXAMPLE\n  visafee explain fee-gap"
    )

    @Argument(
        help: "The rule, as it stands between brackets in a report.",
        completion: .custom { _, _, _ in RuleCatalog.all.map(\.id.rawValue) }
    )
    var rule: String

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @OptionGroup
    var speech: LanguageOption

    func run() throws {
        try Terminal.run {
            guard let found = RuleCatalog.all.first(where: { $0.id.rawValue == rule }) else {
                let near = Spelling.nearest(to: rule, among: RuleCatalog.all.map(\.id.rawValue))
                let advice = near.isEmpty ? "see 'visafee rules'" : "did you mean \(near.joined(separator: ", "))?"
                throw Failure.usage("there is no rule '\(Echo.safe(rule))'; \(advice)")
            }
            try Terminal.write(RuleRenderer(style: color.style, language: speech.language).explain(found))
        }
    }
}

/// `visafee rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List every rule the validator knows.",
        discussion: "EXAMPLE\n  visafee rules --format json"
    )

    @Option(help: "The form of the list: human or json.")
    var format: AnswerFormat = .human

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @OptionGroup
    var speech: LanguageOption

    func run() throws {
        try Terminal.run {
            switch format {
            case .human:
                let renderer = RuleRenderer(style: color.style, language: speech.language)
                try Terminal.write(renderer.list(RuleCatalog.all))
            case .json: try Terminal.write(JSONRenderer().render(RuleCatalog.all))
            }
        }
    }
}
