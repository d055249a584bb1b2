import ArgumentParser
import Foundation
import Fuzzing
import Glibc

/// Tries millions of files on the whole validator: `swift run -c release Fuzz --inputs 10000000`.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Try files at random on the whole validator, until a promise is broken.",
        discussion: """
            A file that breaks a promise, crashes the validator or keeps it busy for \(Watch.patience) seconds is written to
            --output, and the exit code is not 0.
            """
    )

    @Option(help: "How many files to try.")
    var inputs = 100_000

    @Option(help: "The same seed tries the same files.")
    var seed: UInt64 = 1

    @Option(help: "Where a file that broke a promise is written.")
    var output = "fuzz-failure.yaml"

    func run() throws {
        var fuzzer = try Fuzzer(seed: seed, seeds: Corpus.seeds())
        Watch.begin(writingTo: output)
        let start = ContinuousClock.now
        while fuzzer.tried < inputs {
            let input = fuzzer.next()
            Watch.trying(input.bytes)
            if let broken = fuzzer.attempt(input) {
                try Data(input.bytes).write(to: URL(filePath: output))
                print("\(input.path), file \(fuzzer.tried) of seed \(seed): \(broken)\nThe file is in \(output)")
                throw ExitCode.failure
            }
        }
        let seconds = max(1, (ContinuousClock.now - start).components.seconds)
        print(
            "\(fuzzer.tried) files of seed \(seed), \(fuzzer.tried / Int(seconds)) a second: no crash, no broken promise; "
                + "\(fuzzer.rules.count) rules objected, in \(fuzzer.behaviours) sets"
        )
    }
}

/// Saves the file that is being tried when the process is about to die, or has been busy for too long.
enum Watch {
    /// Seconds of the processor's time after which one file has taken too long; a machine that has no time is not counted.
    static let patience = 20

    // The handler of a signal may use nothing that allocates: a buffer, its length and an open file.
    nonisolated(unsafe) private static let buffer = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
    nonisolated(unsafe) private static var count = 0
    nonisolated(unsafe) private static var file: Int32 = -1

    static func begin(writingTo path: String) {
        _ = buffer
        file = open("\(path).dying", O_CREAT | O_WRONLY | O_TRUNC, 0o644)
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGVTALRM] {
            signal(number) { number in
                _ = Glibc.write(Watch.file, Watch.buffer, Watch.count)
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    static func trying(_ bytes: [UInt8]) {
        count = min(bytes.count, 1 << 16)
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { buffer.copyMemory(from: start, byteCount: count) }
        }
        var limit = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: patience, tv_usec: 0))
        setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &limit, nil)
    }
}
