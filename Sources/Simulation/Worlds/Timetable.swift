import PaymentEngine

/// What will happen when, the earliest first; what happens at the same moment comes in the order it was put in.
struct Timetable: Sendable {
    private struct Entry: Sendable {
        var at: Moment
        var order: Int
        var happening: Occurrence

        func precedes(_ other: Entry) -> Bool {
            at == other.at ? order < other.order : at < other.at
        }
    }

    private var heap: [Entry] = []
    private var added = 0

    /// When the next thing happens.
    var next: Moment? { heap.first?.at }

    /// Puts something in.
    mutating func add(_ happening: Occurrence, at moment: Moment) {
        added += 1
        heap.append(Entry(at: moment, order: added, happening: happening))
        var child = heap.count - 1
        while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the next thing out.
    mutating func removeFirst() -> (at: Moment, happening: Occurrence)? {
        guard let last = heap.popLast() else { return nil }
        guard let first = heap.first else { return (last.at, last.happening) }
        heap[0] = last
        var parent = 0
        while true {
            let (left, right) = (2 * parent + 1, 2 * parent + 2)
            guard left < heap.count else { break }
            let least = right < heap.count && heap[right].precedes(heap[left]) ? right : left
            guard heap[least].precedes(heap[parent]) else { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return (first.at, first.happening)
    }
}

/// Something that happens in a world.
enum Occurrence: Sendable {
    /// An applicant comes.
    case arrival(Int)
    /// An applicant does something.
    case act(Int, Act)
    /// The provider delivers a notification, for the so manieth time.
    case notification(Notification, attempt: Int)
    /// A payment that was begun reaches the provider's books.
    case landing(OrderNumber)
    /// The provider has finished with a refund.
    case refundEnds(RefundNumber)
    /// A call that was sent before its sender died arrives.
    case lateArrival(LateCall)
    /// A process starts again.
    case restart(Int)
    /// The second process is stopped.
    case secondStops
    /// A clock is right again.
    case clockRight(Int)
    /// The city takes payments again.
    case cityOpens
    /// A day begins: what will go wrong on it is drawn.
    case dayBegins(Int)
    /// The day's lists are compared.
    case reconciliation
    /// People look at what needs them.
    case people
    /// Something that goes wrong for a while begins.
    case trouble(FaultKind, Duration)
    /// Something a scenario has written itself.
    case custom(@Sendable (World) async -> Void)
}

/// A call that arrives after its sender has died.
enum LateCall: Sendable {
    case place(Order)
    case close(OrderNumber)
    case refund(Refund, Order, isRedirection: Bool)
    case write(Payment, OrderNumber)
}
