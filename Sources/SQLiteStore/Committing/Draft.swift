import PaymentEngine
import ServiceConfig

/// A commit that has been held against what it follows, before the database's own thread has to do with it.
///
/// Checking takes longer than writing. Whoever commits does it, side by side with others; the database's thread only makes
/// sure that what was checked is still what is stored.
struct Draft: Sendable {
    /// The commit.
    let append: Append
    /// The dossier after it, or what is wrong with it; nothing where it does not follow what was known.
    let after: Result<Dossier, StoreFailure>?

    /// Checks a commit against what is stored as far as is known.
    init(_ append: Append, after before: StoredDossier, _ sha256: SHA256Function) {
        self.append = append
        guard append.expectedVersion == before.records.count else {
            self.after = nil
            return
        }
        do throws(StoreFailure) {
            self.after = .success(try append.checked(after: before, sha256))
        } catch {
            self.after = .failure(error)
        }
    }
}

extension StoredDossier {
    /// Takes in a commit that follows.
    mutating func take(_ append: Append) {
        records += append.records
        if !append.records.isEmpty { projection = append.projection }
        for change in append.jobs {
            jobs.removeAll { $0.order == change.order }
            if case .set(let order, let city, let due) = change {
                jobs.append(Job(order: order, city: city, due: due))
            }
        }
        jobs.sort { $0.order < $1.order }
    }

    /// Takes in that a job has been claimed or given back.
    mutating func take(_ job: Job) {
        if let index = jobs.firstIndex(where: { $0.order == job.order }) { jobs[index] = job }
    }
}
