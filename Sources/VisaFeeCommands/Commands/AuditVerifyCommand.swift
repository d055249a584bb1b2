import ArgumentParser
import CanonicalJSON
import CivilTime
import PaymentEngine
import ServiceConfig
import Vocabulary

/// `visafee audit verify`.
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read a backup's whole log: its chain, its money, its projections, and what was published of it.",
        discussion: """
            Whoever changes, drops or inserts a record has to change every digest after it, and then the head of its day is
            another. Keep each day's head outside, and give it here again.

            EXAMPLES
              visafee audit verify --store backup.sqlite
              visafee audit verify --store backup.sqlite --head 2026-11-27:6b8f...
            """
    )

    @Option(help: "A head that was published: DAY:DIGEST. Can be given more than once.")
    var head: [PublishedHead] = []

    @OptionGroup
    var backup: BackupOptions

    func run() async throws {
        try await backup.run {
            let audit = try await audit()
            switch backup.format {
            case .human:
                try Terminal.write(audit.lines.map { $0.text(in: backup.speech.language) }.joined(separator: "\n"))
            case .json: try Terminal.write(audit.json.pretty)
            }
            if !audit.isClean { throw ExitCode.findings }
        }
    }

    private func audit() async throws(Failure) -> LogAudit {
        var audit = LogAudit(published: head)
        try await backup.forEachDossier { audit.look(at: $0) }
        try await backup.forEachBookDay { audit.look(at: $0) }
        audit.found(sealed: try await backup.sealed(among: audit.expunged))
        audit.compareHeads()
        return audit
    }
}

/// The head of a day as it was published.
struct PublishedHead: ExpressibleByArgument, Hashable {
    let day: CivilDate
    let digest: Digest

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let day = CivilDate(argument: parts[0]), let digest = Digest(parts[1]) else {
            return nil
        }
        self.day = day
        self.digest = digest
    }
}
