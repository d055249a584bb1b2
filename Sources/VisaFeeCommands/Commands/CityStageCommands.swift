import ArgumentParser
import CivilTime
import Divisions
import RegistryEditing
import Vocabulary

/// The channel and the day of a decision about a city.
struct StageOptions: ParsableArguments {
    @Argument(help: "The city.", completion: .cities)
    var city: String

    @Option(help: "The channel.")
    var channel = "official-account"

    @Option(name: .customLong("from"), help: "The first day, YYYY-MM-DD: today or later.")
    var day: CivilDate

    @Flag(help: "Take back what is written for that day and later ones.")
    var replaceLater = false

    @OptionGroup
    var editing: EditOptions

    /// Writes the decision.
    func take(to stage: RolloutStage) throws {
        try editing.change(city, next: next) { source, city, today throws(EditRefusal) in
            try StageEdit(channel, to: stage, from: day, replacingLater: replaceLater)
                .applied(to: source, of: city, today: today)
        }
    }

    /// Writes the decision to go back to where the channel was before its pause.
    func takeBack() throws {
        try editing.change(city, next: next) { source, city, today throws(EditRefusal) in
            guard let stage = StageEdit.beforePause(channel, in: city, on: day) else {
                throw EditRefusal(
                    "\(channel) is not paused on \(day): name a stage with 'city enable' or 'city pilot'",
                    "\(channel) 在 \(day) 并未暂停：请用“city enable”或“city pilot”指定阶段"
                )
            }
            return try StageEdit(channel, to: stage, from: day, replacingLater: replaceLater)
                .applied(to: source, of: city, today: today)
        }
    }

    private func next(_ division: Division) -> String {
        "visafee plan \(editing.registry.registry) --against release --output plan.json"
    }
}

/// `visafee city enable`.
struct CityEnableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Take a city's channel one stage on: planned, shadow, or live for everybody.",
        discussion: """
            Every move is checked against the legal ones, and the plan is shown before anything is written.

            EXAMPLES
              visafee city enable guangzhou --stage shadow --from 2026-12-01 --dry-run
              visafee city enable guangzhou --from 2027-01-04          live
            """
    )

    /// The stages that are a step on.
    enum Stage: String, CaseIterable, ExpressibleByArgument {
        case planned, shadow, live
    }

    @Option(help: "The stage: planned, shadow or live.")
    var stage: Stage = .live

    @OptionGroup
    var options: StageOptions

    func run() throws {
        switch stage {
        case .planned: try options.take(to: .planned)
        case .shadow: try options.take(to: .shadow)
        case .live: try options.take(to: .live)
        }
    }
}

/// `visafee city pilot`.
struct CityPilotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pilot",
        abstract: "Let a share of a city's applicants pay, or change that share.",
        discussion: """
            EXAMPLES
              visafee city pilot guangzhou --percent 5 --from 2026-12-08
            """
    )

    @Option(help: "The share of applicants, 1 to 99 percent.")
    var percent: Int

    @OptionGroup
    var options: StageOptions

    func validate() throws {
        guard RolloutStage.pilotPercents.contains(percent) else {
            throw ValidationError("--percent is 1 to 99; for everybody run 'visafee city enable'")
        }
    }

    func run() throws { try options.take(to: .pilot(percent: percent)) }
}

/// `visafee city pause`.
struct CityPauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Take no new payments in a city from a day on; those begun are finished.",
        discussion: """
            This waits for the next release. 'visafee release stop' takes effect at once.

            EXAMPLES
              visafee city pause guangzhou --from 2026-12-24 --replace-later
            """
    )

    @OptionGroup
    var options: StageOptions

    func run() throws { try options.take(to: .paused) }
}

/// `visafee city resume`.
struct CityResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go back to the stage a channel had before its pause.",
        discussion: """
            EXAMPLES
              visafee city resume guangzhou --from 2027-01-04
            """
    )

    @OptionGroup
    var options: StageOptions

    func run() throws { try options.takeBack() }
}

/// `visafee city retire`.
struct CityRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "End a paused channel for good.",
        discussion: """
            EXAMPLES
              visafee city retire guangzhou --from 2027-03-01
            """
    )

    @OptionGroup
    var options: StageOptions

    func run() throws { try options.take(to: .retired) }
}
