import ArgumentParser
import Divisions
import Money
import Rollout
import Vocabulary

/// What somebody says a change will do.
struct ExpectationOptions: ParsableArguments {
    @Option(help: "The only cities that may change, with commas between; any name of theirs will do.")
    var expectCities: String?

    @Option(help: "Which way fees may go: none, up, down or any.")
    var expectDirection: String?

    @Option(help: "The largest increase of a fee, in yuan, such as 10 or 9.99.")
    var expectMaxIncrease: String?

    @Option(
        help:
            "Kinds of change that must not occur, with commas between; 'risky' stands for those no unreviewed edit makes."
    )
    var forbid: String?

    /// The expectations; cities are looked up in these tables, or in the program's own.
    func expectations(_ tables: TableOptions? = nil) throws -> Expectations {
        var expectations = Expectations()
        expectations.cities = try expectCities.map { try slugs($0, tables) }
        if let expectDirection {
            guard let direction = Expectations.Direction(rawValue: expectDirection) else {
                throw ValidationError("--expect-direction is none, up, down or any")
            }
            expectations.direction = direction
        }
        if let expectMaxIncrease {
            guard case .success(let amount) = Amount.parse(yuan: expectMaxIncrease) else {
                throw ValidationError(
                    "--expect-max-increase is a number of yuan from 0 on, such as 10 or 9.99, not "
                        + "'\(Echo.safe(expectMaxIncrease))'"
                )
            }
            expectations.largestIncrease = amount.fen
        }
        if let forbid, forbid.allSatisfy({ $0 == "," || $0 == " " }) {
            throw ValidationError("--forbid names no kind of change: write risky, or kinds with commas between")
        }
        expectations.forbidden = try (forbid ?? "").split(separator: ",").flatMap { word -> [ChangeKind] in
            if word == "risky" { return ChangeKind.risky }
            guard let kind = ChangeKind(rawValue: String(word)) else {
                let known = ChangeKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("no change is called '\(Echo.safe(word))'; kinds are \(known)")
            }
            return [kind]
        }
        return expectations
    }

    /// The slugs of the cities that are named.
    private func slugs(_ names: String, _ tables: TableOptions?) throws -> [String] {
        let finder = try CityFinder(tables?.finder() ?? .embedded)
        let parts = names.split(separator: ",")
        guard !parts.isEmpty else {
            throw ValidationError("--expect-cities names no city: write wuxi,dalian, or leave it out")
        }
        return try parts.map { name in
            do {
                return try finder.division(String(name)).slug
            } catch let refusal as Refusal {
                throw ValidationError("--expect-cities: \(refusal.text(in: .english))")
            }
        }
    }
}
