import Bundles
import Synchronization

/// A store in memory, which tests can make fail.
final class MemoryStore: ReleaseStore {
    private struct State {
        var releases: [Int: [String: [UInt8]]] = [:]
        var rings: [Int: [UInt8]] = [:]
        var current: Int?
        var isDown = false
    }

    private let state = Mutex(State())

    init(_ releases: [Int: [String: [UInt8]]] = [:], current: Int? = nil) {
        state.withLock {
            $0.releases = releases
            $0.current = current
        }
    }

    /// Whether nobody can reach it.
    var isDown: Bool {
        get { state.withLock { $0.isDown } }
        set { state.withLock { $0.isDown = newValue } }
    }

    /// Puts files in place as they are, whoever made them.
    func put(_ files: [String: [UInt8]], as number: Int, inUse: Bool = true) {
        state.withLock {
            $0.releases[number] = files
            if inUse { $0.current = number }
        }
    }

    /// Takes a release into use without asking.
    func use(_ number: Int) {
        state.withLock { $0.current = number }
    }

    private func read<Result>(_ body: (inout State) throws(StoreFault) -> Result) throws(StoreFault) -> Result {
        var copy = state.withLock { $0 }
        guard !copy.isDown else { throw StoreFault(.unreachable, "the store is down") }
        let result = try body(&copy)
        let changed = copy
        state.withLock { $0 = changed }
        return result
    }

    func current() throws(StoreFault) -> Int? {
        try read { state throws(StoreFault) in state.current }
    }

    func numbers() throws(StoreFault) -> [Int] {
        try read { state throws(StoreFault) in state.releases.keys.sorted() }
    }

    func files(of number: Int) throws(StoreFault) -> [String: [UInt8]] {
        try read { state throws(StoreFault) in
            guard let files = state.releases[number] else {
                throw StoreFault(.missing, "there is no release \(number)")
            }
            return files
        }
    }

    func envelope(of number: Int) throws(StoreFault) -> [UInt8] {
        try files(of: number)[Release.fileName] ?? []
    }

    func add(_ files: [String: [UInt8]], as number: Int) throws(StoreFault) {
        try read { state throws(StoreFault) in
            guard state.releases[number] == nil else { throw StoreFault(.overtaken, "release \(number) is there") }
            state.releases[number] = files
        }
    }

    func replaceEnvelope(of number: Int, _ old: [UInt8], with new: [UInt8]) throws(StoreFault) {
        try read { state throws(StoreFault) in
            guard state.releases[number]?[Release.fileName] == old else { throw StoreFault(.overtaken, "it changed") }
            state.releases[number]?[Release.fileName] = new
        }
    }

    func makeCurrent(_ number: Int, insteadOf previous: Int?) throws(StoreFault) {
        try read { state throws(StoreFault) in
            guard state.current == previous else { throw StoreFault(.overtaken, "another release is in use") }
            state.current = number
        }
    }

    func keyRing(_ number: Int) throws(StoreFault) -> [UInt8]? {
        try read { state throws(StoreFault) in state.rings[number] }
    }

    func addKeyRing(_ bytes: [UInt8], as number: Int) throws(StoreFault) {
        try read { state throws(StoreFault) in
            guard state.rings[number] == nil else { throw StoreFault(.overtaken, "ring \(number) is there") }
            state.rings[number] = bytes
        }
    }
}

/// Memory that a test can look into, and take from one engine to the next.
final class TestMemory: ReleaseMemory {
    private let kept = Mutex(RememberedReleases?.none)

    func recall() throws(StoreFault) -> RememberedReleases? {
        kept.withLock { $0 }
    }

    func remember(_ releases: RememberedReleases) throws(StoreFault) {
        kept.withLock { $0 = releases }
    }
}
