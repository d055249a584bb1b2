public import ArgumentParser

/// The `visafee` program: a registry's validator and generator, and the answers that come out of it.
public struct VisaFee: AsyncParsableCommand {
    /// The version, as `--version` prints it.
    public static let version = "0.1.0"

    /// Name, help and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "visafee",
        abstract: "Exit-entry fees of Chinese cities: where they can be paid online, and what they are.",
        discussion: """
            EXAMPLES
              visafee validate cities
              visafee availability Guangzhou
              visafee fee quote --city guangzhou --service residence-permit \\
                --action issue --validity 12 --nationality DEU
              visafee generate cities --output content && visafee verify content

            EXIT CODES
              0   done: nothing found, or answered ('unknown' is an answer)
              1   findings at or above --fail-on; a place or nationality that is
                  ambiguous, or that there is none of; a day before 'asked-from'
              2   a difference exists (--check, --exit-code)
              3   could not do it: a file, a verification, a file that changed
                  while it was read
              64  usage: a flag, a service or an answer that does not exist
            """,
        version: version,
        subcommands: [HelpCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "For administrators and CI",
                subcommands: [
                    ValidateCommand.self, FormatCommand.self, ExplainCommand.self, RulesCommand.self,
                    GenerateCommand.self, VerifyCommand.self, SchemaCommand.self, AgendaCommand.self,
                    LanguageServerCommand.self, CityCommand.self, ContactCommand.self, SourceCommand.self,
                    PlanCommand.self, RolloutCommand.self, ReleaseCommand.self, SimulateCommand.self,
                    AuditCommand.self, OrdersCommand.self, CasesCommand.self, ReconcileCommand.self,
                ]
            ),
            CommandGroup(name: "For applicants", subcommands: [AvailabilityCommand.self, FeeCommand.self]),
        ]
    )

    /// The program without arguments: its help.
    public init() {}
}
