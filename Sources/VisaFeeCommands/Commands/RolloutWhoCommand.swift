import ArgumentParser
import CivilTime
import ServiceConfig
import Vocabulary

/// `visafee rollout who`.
struct RolloutWhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Say whether a pilot takes a receipt, and why.",
        discussion: """
            A receipt's bucket, 0 to 9,999, is worked out from the channel, the city and the receipt's number alone, and never
            changes. A pilot of N % takes the buckets below N × 100: raising the share only adds applicants, lowering it
            takes away those added last. The receipt's number is not repeated in the answer.

            EXAMPLES
              visafee rollout who --city guangzhou --channel official-account --receipt 4401234567
              visafee rollout who --city guangzhou --channel official-account --receipt 4401234567 --percent 50
            """
    )

    @Option(help: "The city's slug.", completion: .cities)
    var city: String

    @Option(help: "The channel.")
    var channel: String

    @Option(help: "The receipt's number; '-' reads it from standard input.")
    var receipt: String

    @Option(help: "A share in percent, instead of the stage that is written.")
    var percent: Int?

    @Option(help: "The day to answer for, YYYY-MM-DD. (default: today in Shanghai, or SOURCE_DATE_EPOCH)")
    var asOf: CivilDate?

    @Option(name: .customLong("lang"), help: "The language: en or zh.")
    var language: Language = .english

    @OptionGroup
    var registry: RegistryOptions

    func validate() throws {
        if let percent, !(0...100).contains(percent) { throw ValidationError("--percent is 0 to 100") }
    }

    func run() throws {
        try Terminal.run {
            let number =
                receipt == "-" ? String(decoding: try RegistryFolder.standardInput(), as: UTF8.self) : receipt
            try Self.check(number)
            let bucket = PilotBucket(salt: channel, city: city, receipt: number)
            let stage = try percent.map { $0 == 100 ? .live : $0 == 0 ? .paused : .pilot(percent: $0) } ?? written()
            try Terminal.write(Self.answer(bucket, stage).text(in: language))
        }
    }

    /// Refuses what is no receipt's number, without repeating it: an answer about other digits would be about another
    /// applicant.
    private static func check(_ receipt: String) throws {
        let scalars = receipt.unicodeScalars
        let isNumber = scalars.allSatisfy { scalar in
            scalar == "-" || scalar.isASCII && (scalar.properties.isWhitespace || isCounted(scalar))
        }
        guard isNumber, scalars.contains(where: isCounted) else {
            throw Failure.usage(
                "--receipt takes the letters A-Z and digits 0-9 of a receipt's number, with spaces and hyphens as you like; "
                    + "type full-width digits as plain ones"
            )
        }
    }

    private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private func written() throws -> RolloutStage {
        guard let config = try RegistryLoading(registry).loaded().config(of: city) else {
            throw Failure.couldNot("\(registry.registry) has no city '\(Echo.safe(city))'")
        }
        guard let rollout = config.rollout(of: channel) else {
            let known = config.rollouts.map(\.channel).joined(separator: ", ")
            throw Failure.usage("no rollout is written for the channel '\(Echo.safe(channel))'; there are: \(known)")
        }
        return rollout.stage(on: try asOf ?? ProgramClock.now().date)
    }

    private static func answer(_ bucket: PilotBucket, _ stage: RolloutStage) -> LocalizedText {
        let which = LocalizedText(
            "The receipt is in bucket \(bucket.number) of 0 to \(PilotBucket.count - 1).",
            "该回执位于第\(bucket.number)桶（共0至\(PilotBucket.count - 1)桶）。"
        )
        let least = LocalizedText(
            "A pilot takes it from \(bucket.leastPercent)% on.",
            "试点比例达到\(bucket.leastPercent)%起即可缴费。"
        )
        let verdict: LocalizedText =
            switch stage {
            case .pilot(let percent) where bucket.isTaken(percent: percent):
                LocalizedText(
                    "The pilot of \(percent)% takes buckets below \(percent * 100): it takes this receipt.",
                    "试点\(percent)%包括第\(percent * 100)桶以下：该回执在试点范围内。"
                )
            case .pilot(let percent):
                LocalizedText(
                    "The pilot of \(percent)% takes buckets below \(percent * 100): it does not take this receipt.",
                    "试点\(percent)%只包括第\(percent * 100)桶以下：该回执不在试点范围内。"
                )
            case .live: LocalizedText("Everybody can pay: so can this receipt.", "已全面开放：该回执可以缴费。")
            case .none, .planned, .shadow, .paused, .retired:
                LocalizedText(
                    "At the stage '\(stage.kind.rawValue)' nobody can begin to pay.",
                    "“\(stage.kind.rawValue)”阶段不接受新的缴费。"
                )
            }
        let all = [which, least, verdict]
        return LocalizedText(
            all.map { $0.text(in: .english) }.joined(separator: "\n"),
            all.map { $0.text(in: .chinese) }.joined(separator: "\n")
        )
    }
}
