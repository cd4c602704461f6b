/// Deadlines, the earliest first; equal ones by number. A binary heap, so that a tick of the clock
/// looks at nothing that isn't due. What was done in time stays in it until its moment and is then
/// passed over by its owner.
struct DeadlineQueue: Sendable {
    struct Deadline: Sendable {
        var moment: Instant
        /// What it is for.
        var number: UInt64

        func isBefore(_ other: Deadline) -> Bool {
            moment == other.moment ? number < other.number : moment < other.moment
        }
    }

    private var heap: [Deadline] = []

    var count: Int { heap.count }

    /// The earliest moment in it.
    @inline(__always) var earliest: Instant { heap.first?.moment ?? .distantFuture }

    mutating func add(_ moment: Instant, _ number: UInt64) {
        guard moment != .distantFuture else { return }
        heap.append(Deadline(moment: moment, number: number))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes out the earliest deadline if it is not after a moment.
    mutating func take(through moment: Instant) -> Deadline? {
        guard let first = heap.first, first.moment <= moment else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [parent * 2 + 1, parent * 2 + 2] where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            if least == parent { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
