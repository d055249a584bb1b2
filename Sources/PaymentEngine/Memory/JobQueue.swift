/// Jobs by when they can be claimed: a heap in which an entry that no longer holds is skipped when it comes up.
struct JobQueue {
    /// An order, and when its job could be claimed as far as was known.
    struct Entry: Comparable {
        var at: Moment
        var order: OrderNumber

        static func < (left: Entry, right: Entry) -> Bool {
            (left.at, left.order) < (right.at, right.order)
        }
    }

    private var heap: [Entry] = []

    var first: Entry? { heap.first }

    mutating func insert(_ job: Job) {
        heap.append(Entry(at: job.claimableAt, order: job.order))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popFirst(notAfter now: Moment) -> Entry? {
        guard let first = heap.first, first.at <= now else { return nil }
        removeFirst()
        return first
    }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            let (left, right) = (2 * parent + 1, 2 * parent + 2)
            guard left < heap.count else { return }
            let least = right < heap.count && heap[right] < heap[left] ? right : left
            guard heap[least] < heap[parent] else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}

extension Job {
    /// From when on it can be claimed, as it stands.
    var claimableAt: Moment {
        lease.map { max($0.until, due) } ?? due
    }
}
