public import ArgumentParser
import CanonicalJSON
import CityRegistry
import CivilTime
import Money
public import OperatorDesk
import PaymentEngine
import RegistryRules
import Vocabulary

/// `visafee cases`.
struct CasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "What only a person can bring forward.",
        subcommands: [CasesListCommand.self, CasesShowCommand.self, CasesDecideCommand.self]
    )
}

/// Which cases, and how the treasury's days are counted.
struct CaseOptions: ParsableArguments {
    @Option(help: "A registry's folder, whose calendar counts the treasury's working days in a backup.")
    var registry: String?

    @OptionGroup
    var desk: DeskOptions

    /// The cases, the longest waiting first.
    func cases(in city: String? = nil) async throws -> [CaseSheet] {
        try await desk.cases(in: city, calendar())
    }

    /// The calendar of the registry; one that publishes nothing where none is given.
    private func calendar() throws -> WorkingDayCalendar {
        guard let registry else { return WorkingDayCalendar(publishedYears: [], exceptions: [:]) }
        var options = try RegistryOptions.parse([])
        options.registry = registry
        return try RegistryLoading(options).validated().calendar.workingDays
    }
}

/// `visafee cases list`.
struct CasesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what waits for a person, the longest first: since when, how much, why, and what may be done.",
        discussion: """
            A case follows from the log and ends with what made it; nobody opens or closes one. No name and no receipt number \
            is shown: the log holds none.

            EXAMPLES
              visafee cases list --store backup.sqlite
              visafee cases list --socket /run/visafee/desk.sock --city guangzhou --format json
            """
    )

    @Option(help: "Only cases of this city, by its slug.", completion: .cities)
    var city: String?

    @OptionGroup
    var options: CaseOptions

    func run() async throws {
        try await options.desk.run {
            let now = try DeskOptions.now()
            let sheets = try await options.cases(in: city)
            switch options.desk.format {
            case .human:
                let language = options.desk.speech.language
                try Terminal.write(sheets.map { $0.line(at: now, in: language) }.joined(separator: "\n"))
            case .json:
                let cases = JSONValue.array(sheets.map { $0.json(at: now) })
                try Terminal.write((["cases": cases, "formatVersion": 1] as JSONValue).pretty)
            }
        }
    }
}

/// `visafee cases show`.
struct CasesShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one case: why a person is needed, what may be done, and how many persons that takes.",
        discussion: """
            EXAMPLES
              visafee cases show --store backup.sqlite 4b6f0c1d2e3f4a5b6c7d8e9f-1/unattributed
            """
    )

    @Argument(help: "The case, as 'visafee cases list' names it.")
    var name: CaseName

    @OptionGroup
    var options: CaseOptions

    func run() async throws {
        try await options.desk.run {
            let now = try DeskOptions.now()
            guard let sheet = try await options.cases().first(where: { $0.name == name }) else {
                throw DeskRefusal.noSuchCase(name)
            }
            switch options.desk.format {
            case .human: try Terminal.write(sheet.page(at: now, in: options.desk.speech.language))
            case .json:
                try Terminal.write((["case": sheet.json(at: now), "formatVersion": 1] as JSONValue).pretty)
            }
        }
    }
}

extension CaseName: ExpressibleByArgument {
    /// Reads a case's name.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CaseSheet {
    /// The case with its age, as a document.
    fileprivate func json(at now: Moment) -> JSONValue {
        let why: JSONValue = [
            "en": .string(name.reason.text(in: .english)), "zh": .string(name.reason.text(in: .chinese)),
        ]
        guard case .object(let object) = json else { return json }
        let members = object.map { ($0.key, $0.value) }
        return .object(JSONObject(members + [("ageSeconds", .integer(seconds(at: now))), ("why", why)]))
    }

    private func seconds(at now: Moment) -> Int64 { max(0, (now - since).wholeMilliseconds / 1000) }

    /// How long it has waited, in the largest unit that fits.
    private func age(at now: Moment, in language: Language) -> String {
        let seconds = seconds(at: now)
        let (count, english, chinese) =
            switch seconds {
            case 172_800...: (seconds / 86_400, "days", "天")
            case 7_200...: (seconds / 3_600, "hours", "小时")
            default: (seconds / 60, "minutes", "分钟")
            }
        return LocalizedText("\(count) \(english)", "\(count)\(chinese)").text(in: language)
    }

    private var amount: String? { fen.flatMap { Amount(fen: $0) }.map { "\($0)" } }

    fileprivate func line(at now: Moment, in language: Language) -> String {
        let parts: [String?] = [
            "\(name)", city, age(at: now, in: language), amount, name.reason.text(in: language),
            actions.isEmpty ? nil : "[\(actions.joined(separator: " "))]",
        ]
        return parts.compactMap(\.self).joined(separator: "  ")
    }

    fileprivate func page(at now: Moment, in language: Language) -> String {
        func say(_ english: String, _ chinese: String) -> String {
            LocalizedText(english, chinese).text(in: language)
        }
        var lines = ["\(name)", name.reason.text(in: language)] + details.map { "- \($0)" }
        lines.append(say("city: \(city)", "城市：\(city)"))
        if let amount { lines.append(say("paid: \(amount)", "已付：\(amount)")) }
        lines.append(
            say(
                "since: \(since.text) (\(age(at: now, in: language)))",
                "起始：\(since.text)（已\(age(at: now, in: language))）"
            )
        )
        if actions.isEmpty {
            lines.append(say("nothing can be decided now: it goes on by itself", "目前无须决定：系统会自动继续处理"))
        } else {
            lines.append(
                say(
                    "what may be decided, by \(persons == 1 ? "one person" : "\(persons) persons") with evidence:",
                    "可作的决定（须\(persons)人并附凭据）："
                )
            )
            lines += actions.map { "  \($0): \(CaseAction.text($0).text(in: language))" }
        }
        return lines.joined(separator: "\n")
    }
}
