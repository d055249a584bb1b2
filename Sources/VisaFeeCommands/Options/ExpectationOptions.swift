import ArgumentParser
import Rollout

/// What somebody says a change will do.
struct ExpectationOptions: ParsableArguments {
    @Option(help: "The only cities that may change, with commas between.")
    var expectCities: String?

    @Option(help: "Which way fees may go: none, up, down or any.")
    var expectDirection: String?

    @Option(help: "The largest increase of a fee, in yuan.")
    var expectMaxIncrease: Int?

    @Option(
        help:
            "Kinds of change that must not occur, with commas between; 'risky' stands for those no unreviewed edit makes."
    )
    var forbid: String?

    /// The expectations.
    func expectations() throws -> Expectations {
        var expectations = Expectations()
        expectations.cities = expectCities.map { $0.split(separator: ",").map(String.init) }
        if let expectDirection {
            guard let direction = Expectations.Direction(rawValue: expectDirection) else {
                throw ValidationError("--expect-direction is none, up, down or any")
            }
            expectations.direction = direction
        }
        if let expectMaxIncrease {
            guard (0...1_000_000).contains(expectMaxIncrease) else {
                throw ValidationError("--expect-max-increase is a number of yuan from 0 on")
            }
            expectations.largestIncrease = Int64(expectMaxIncrease) * 100
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
}
