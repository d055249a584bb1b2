import ArgumentParser
import CanonicalJSON
import CityRegistry
import CivilTime
import Diagnostics
import Glibc
import LanguageServer
import SourceTree
import Vocabulary

/// `visafee lsp`.
struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Serve an editor: findings while you type, explanations, completion, fixes.",
        discussion: """
            Speaks the Language Server Protocol over standard input and output. Editors
            start it themselves; 'Editors' in the documentation has their settings.

            EXIT CODES
              0  the client sent 'shutdown' and 'exit'
              1  the client sent 'exit' alone
              3  the client was gone, or nothing could be read or written
            """
    )

    @Option(name: .customLong("lang"), help: "The language of texts: en or zh. (default: the editor's)")
    var language: Language?

    @OptionGroup
    var tables: TableOptions

    func run() throws {
        try Terminal.run {
            let today = try ProgramClock.now().date
            var server = LanguageServer(
                version: VisaFee.version,
                surroundings: Disk(startDay: today),
                validator: try tables.validator(),
                language: language
            )
            try Self.serve(&server)
            switch server.ending {
            case .orderly, nil: return
            case .abrupt: throw ExitCode(1)
            case .disconnected: throw Failure.couldNot("the editor is gone without saying 'exit'")
            case .cutOff: throw Failure.couldNot("the editor is gone in the middle of a message")
            }
        }
    }

    /// Reads what comes and answers, until one of the two ends it.
    private static func serve(_ server: inout LanguageServer) throws {
        // An editor that no longer listens is a failure to be told, and no reason to be killed.
        signal(SIGPIPE, SIG_IGN)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while server.ending == nil {
            if !isWaiting() { try send(server.settle()) }
            let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.couldNot("cannot read standard input: \(systemReason)") }
            if count == 0 {
                server.disconnect()
            } else {
                try send(server.receive(buffer[..<count]))
            }
        }
    }

    /// Whether more has come already.
    private static func isWaiting() -> Bool {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, 0) > 0
    }

    private static func send(_ messages: [JSONValue]) throws(Failure) {
        guard !messages.isEmpty else { return }
        try Terminal.write(messages.flatMap(\.framed))
    }
}

/// The disk and the clock, as the server sees them.
private struct Disk: Surroundings {
    /// The day on which the server was started: what is shown where the clock later fails.
    let startDay: CivilDate

    func registry(in folder: String) -> (files: [SourceFile], troubles: [String]) {
        guard let read = try? RegistryFolder(folder) else { return ([], []) }
        return (read.catalog.files, read.troubles)
    }

    func file(at path: String) -> [UInt8]? {
        try? RegistryFolder.bytes(at: path, followingLinks: false)
    }

    func today() -> CivilDate {
        (try? ProgramClock.now().date) ?? startDay
    }
}
