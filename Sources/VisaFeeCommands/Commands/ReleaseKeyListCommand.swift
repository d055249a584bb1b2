import ArgumentParser
import Bundles
import CivilTime

/// `visafee release key list`.
struct ReleaseKeyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show whose signatures count, for what and until when."
    )

    @OptionGroup
    var options: ReleaseOptions

    func run() throws {
        try ReleaseWork.run {
            let now = try ProgramClock.now()
            try Terminal.write(KeyRingSheet(options.ring(at: now), at: now).lines.joined(separator: "\n"))
        }
    }
}

/// A key ring for people.
struct KeyRingSheet {
    let lines: [String]

    init(_ ring: KeyRing, at now: Instant) {
        let keys = ring.keys.map { key in
            let roles = KeyRole.allCases.filter(key.roles.contains).map(\.rawValue).joined(separator: ", ")
            let time =
                key.until <= now
                ? "ran out on \(key.until)" : key.from > now ? "counts from \(key.from)" : "until \(key.until)"
            return "  \(key.id)  \(key.name): \(roles); \(time)"
        }
        lines =
            [
                "key ring \(ring.number): \(ring.releaseThreshold) of them sign a release, "
                    + "\(ring.keysThreshold) the next ring"
            ] + keys
    }
}
