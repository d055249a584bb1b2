import PaymentEngine
import Synchronization

/// The dossiers read or written last, as they are committed.
///
/// The store is the only one that writes its file, so what is here is what is there. Only the database's own thread changes
/// it, in the order of the commits.
final class DossierCache: Sendable {
    fileprivate struct Entry {
        var stored: StoredDossier
        var lastUse: UInt64
    }

    fileprivate struct State {
        var entries: [DossierID: Entry] = [:]
        var uses: UInt64 = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// An empty cache for so many dossiers.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// A dossier, if it is here.
    func dossier(_ id: DossierID) -> StoredDossier? {
        state.withLock { state in
            guard let index = state.entries.index(forKey: id) else { return nil }
            state.uses += 1
            state.entries.values[index].lastUse = state.uses
            return state.entries.values[index].stored
        }
    }

    /// Keeps a dossier as it was read or is committed now.
    func keep(_ stored: StoredDossier) {
        guard capacity > 0 else { return }
        state.withLock { state in
            state.uses += 1
            state.entries[stored.id] = Entry(stored: stored, lastUse: state.uses)
            if state.entries.count > capacity { state.forgetOldest(keeping: capacity / 2) }
        }
    }

    /// Changes a dossier that is here as it has been changed in the tables.
    func change(_ id: DossierID, _ change: (inout StoredDossier) -> Void) {
        state.withLock { state in
            guard let index = state.entries.index(forKey: id) else { return }
            change(&state.entries.values[index].stored)
        }
    }

    /// Forgets everything, because nobody knows what is in the tables.
    func forget() {
        state.withLock { $0.entries = [:] }
    }
}

extension DossierCache.State {
    fileprivate mutating func forgetOldest(keeping count: Int) {
        let uses = entries.values.map(\.lastUse).sorted(by: >)
        guard uses.count > count else { return }
        let oldest = uses[max(count - 1, 0)]
        entries = entries.filter { $0.value.lastUse >= oldest }
    }
}
