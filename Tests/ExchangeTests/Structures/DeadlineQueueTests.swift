import Testing

@testable import Exchange

/// The queue of deadlines beside a sorted list.
struct DeadlineQueueTests {
    private struct Deadline: Hashable, Comparable {
        var moment: Int64
        var number: UInt64

        static func < (left: Self, right: Self) -> Bool {
            (left.moment, left.number) < (right.moment, right.number)
        }
    }

    /// Runs of neighbours, single ones, equal ones and some without a moment come out in the order of
    /// their moments, then numbers, each as often as it was put in.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func givesTheEarliestFirst(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var queue = DeadlineQueue()
        var model: [Deadline] = []
        var number: UInt64 = 0
        for _ in 0..<400 {
            let moment = Int64(random.next() % 50)
            for _ in 0..<(1 + random.next() % 6) {
                if random.next().isMultiple(of: 5) {
                    number = random.next() % 300
                } else {
                    number += 1
                }
                queue.add(Instant(moment), number)
                model.append(Deadline(moment: moment, number: number))
            }
            queue.add(.distantFuture, number)
            model.sort()
            #expect(queue.earliest == model.first.map { Instant($0.moment) } ?? .distantFuture)
            let until = Int64(random.next() % 60) - 20
            while let taken = queue.take(through: Instant(until)) {
                try #require(!model.isEmpty, "seed \(seed)")
                let first = model.removeFirst()
                try #require(
                    taken.moment == Instant(first.moment) && taken.number == first.number,
                    "seed \(seed): \(taken) instead of \(first)")
            }
            #expect(model.first.map { $0.moment > until } ?? true, "seed \(seed)")
        }
        for first in model {
            let taken = queue.take(through: .distantFuture)
            try #require(taken?.number == first.number, "seed \(seed)")
        }
        let more = queue.take(through: .distantFuture)
        #expect(more == nil)
    }
}
