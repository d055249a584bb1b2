import ArgumentParser
import PaymentEngine
import SQLiteStore

/// The copy of a store that a command reads.
struct BackupOptions: ParsableArguments {
    @Option(help: "A backup of the store; the file of a running service is refused.", completion: .file())
    var store: String

    @Option(help: "The form of the answer: human or json.")
    var format: AnswerFormat = .human

    @OptionGroup
    var speech: LanguageOption

    /// Reads every dossier, some at a time.
    func forEachDossier(_ body: (StoredDossier) -> Void) async throws(Failure) {
        do throws(StoreFailure) {
            let backup = try await StoreBackup.open(store)
            try await backup.forEachDossier { stored throws(StoreFailure) in body(stored) }
        } catch {
            throw .couldNot("\(Echo.safe(store)): \(error)")
        }
    }

    /// Those of some orders whose personal data are there.
    func sealed(among orders: [OrderNumber]) async throws(Failure) -> [OrderNumber] {
        do throws(StoreFailure) {
            return try await StoreBackup.open(store).sealed(among: orders)
        } catch {
            throw .couldNot("\(Echo.safe(store)): \(error)")
        }
    }

    /// Reads the books of every day, some at a time.
    func forEachBookDay(_ body: (StoredBookDay) -> Void) async throws(Failure) {
        do throws(StoreFailure) {
            let backup = try await StoreBackup.open(store)
            try await backup.forEachBookDay { stored throws(StoreFailure) in body(stored) }
        } catch {
            throw .couldNot("\(Echo.safe(store)): \(error)")
        }
    }

    /// Runs a command's work; a ``Failure`` is said, and becomes the exit code.
    func run(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as Failure {
            Terminal.say("visafee: \(failure)")
            throw failure.code
        }
    }
}
