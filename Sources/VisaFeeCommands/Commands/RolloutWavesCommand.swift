import ArgumentParser
import CivilTime
import Rollout
import ServiceConfig
import Vocabulary

/// `visafee rollout waves`.
struct RolloutWavesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waves",
        abstract: "Put several cities into waves, and say when each can begin.",
        discussion: """
            A wave begins on a working day that a working day follows, between ten and sixteen o'clock, once the waves it
            comes after have lasted for some days. Where the holidays of a year are not published, nobody can know, and it
            says so.

            EXAMPLE
              visafee rollout waves south=guangzhou,shenzhen east=shanghai+south west=chengdu,chongqing+south+east
            """
    )

    @Argument(help: "NAME=CITY,CITY and, for each wave it comes after, +NAME.")
    var waves: [String]

    @Option(help: "For how many days a wave lasts before the next, 0 to 365.")
    var soak = 7

    @Option(name: .customLong("lang"), help: "The language: en or zh.")
    var language: Language = .english

    @OptionGroup
    var registry: RegistryOptions

    func validate() throws {
        guard (0...365).contains(soak) else { throw ValidationError("--soak is 0 to 365 days") }
    }

    func run() throws {
        try Terminal.run {
            let content = try RegistryLoading(registry).loaded()
            let ordered: Waves
            do throws(WavesRefusal) {
                ordered = try Waves(try parsed())
            } catch {
                throw Failure.usage("\(error)")
            }
            let cities = ordered.inOrder.flatMap(\.cities)
            if let missing = cities.first(where: { content.config(of: $0) == nil }) {
                throw Failure.usage("\(registry.registry) has no city '\(Echo.safe(missing))'")
            }
            guard let calendar = cities.first.flatMap({ content.config(of: $0)?.calendar }) else {
                throw Failure.usage("no wave has a city")
            }
            let now = try ProgramClock.now()
            let schedule = ordered.schedule(from: now, soaking: soak, ChangeCalendar(calendar))
            for (wave, start) in schedule { try Terminal.write(line(wave, start, content).text(in: language)) }
        }
    }

    private func parsed() throws(WavesRefusal) -> [Wave] {
        waves.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let lists = (parts.count > 1 ? parts[1] : "").split(separator: "+").map(String.init)
            return Wave(
                parts.first ?? "",
                cities: (lists.first ?? "").split(separator: ",").map(String.init),
                after: Array(lists.dropFirst())
            )
        }
    }

    private func line(
        _ wave: Wave,
        _ start: Result<Instant, CalendarNotPublished>,
        _ content: LoadedContent
    ) -> LocalizedText {
        let names = wave.cities.map { content.config(of: $0)?.place.name }
        let english = names.map { $0?.text(in: .english) ?? "" }.joined(separator: ", ")
        let chinese = names.map { $0?.text(in: .chinese) ?? "" }.joined(separator: "、")
        switch start {
        case .success(let moment):
            return LocalizedText(
                "\(wave.name): \(english): next safe moment \(moment)",
                "\(wave.name)：\(chinese)：最早的适宜时间为\(moment)"
            )
        case .failure(let missing):
            return LocalizedText(
                "\(wave.name): \(english): nobody can know yet, since the holidays of \(missing.year) are not published",
                "\(wave.name)：\(chinese)：\(missing.year)年节假日安排尚未公布，暂无法确定"
            )
        }
    }
}
