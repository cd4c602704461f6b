/// Deadlines, the earliest first; equal ones by number. A binary heap, so that a tick of the clock
/// looks at nothing that isn't due. What was done in time stays in it until its moment and is then
/// passed over by its owner.
///
/// What is made at the same moment mostly has the same deadline and numbers in sequence, so runs of
/// such deadlines are kept as one.
struct DeadlineQueue: Sendable {
    struct Deadline: Sendable, Equatable {
        var moment: Instant
        /// What it is for.
        var number: UInt64
    }

    /// Deadlines of one moment with `count` numbers in sequence.
    private struct Run: Sendable {
        var moment: Instant
        var number: UInt64
        var count: UInt64

        func isBefore(_ other: Run) -> Bool {
            moment == other.moment ? number < other.number : moment < other.moment
        }
    }

    private var heap: [Run] = []
    /// The newest run, which isn't in the heap yet; empty if `count` is 0.
    private var newest = Run(moment: .distantFuture, number: 0, count: 0)

    /// The earliest moment in it.
    @inline(__always) var earliest: Instant {
        min(heap.first?.moment ?? .distantFuture, newest.moment)
    }

    @inline(__always)
    mutating func add(_ moment: Instant, _ number: UInt64) {
        if moment == newest.moment && number == newest.number &+ newest.count
            && newest.count > 0
        {
            newest.count &+= 1
        } else {
            begin(moment, number)
        }
    }

    @inline(never)
    private mutating func begin(_ moment: Instant, _ number: UInt64) {
        guard moment != .distantFuture else { return }
        settle()
        newest = Run(moment: moment, number: number, count: 1)
    }

    /// Puts the newest run into the heap.
    private mutating func settle() {
        guard newest.count > 0 else { return }
        heap.append(newest)
        newest = Run(moment: .distantFuture, number: 0, count: 0)
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
        settle()
        guard let first = heap.first, first.moment <= moment else { return nil }
        if first.count > 1 {
            heap[0].number += 1
            heap[0].count -= 1
        } else {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink()
        return Deadline(moment: first.moment, number: first.number)
    }

    /// Moves the first run down to its place.
    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [parent * 2 + 1, parent * 2 + 2] where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
