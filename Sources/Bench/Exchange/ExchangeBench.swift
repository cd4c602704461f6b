import Exchange
import Foundation

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Measures the book: matching only, one thread, every event read in the same thread.
enum ExchangeBench {
    static let seed: UInt64 = 20_261_121

    static func run(repetitions: Int = 7) {
        print("exchange: seed \(seed), best and median of \(repetitions) runs, one thread")
        print("    a call's time holds the clock's own, \(clockCost()) ns")
        let ladder = MarketFlow.ladder(count: 1_000_000, seed: seed)
        measure("flow L", ladder, repetitions, goal: "goal 6.0 million orders/s")
        for mood in MarketFlow.Mood.allCases {
            let flow = MarketFlow.market(mood, count: 2_000_000, seed: seed)
            measure("flow F \(mood.rawValue)", flow, repetitions, goal: "goal 10 million/s")
        }
        let scattered = MarketFlow.market(.still, count: 2_000_000, seed: seed).map {
            var message = $0
            message.id = message.id &* 0x9E37_79B9_7F4A_7C15
            return message
        }
        measure("flow F static, ids scattered", scattered, repetitions, goal: "no goal")
        call(repetitions)
        memory()
    }

    private struct Outcome {
        var seconds = 0.0
        var processorSeconds = 0.0
        var events = 0
        var trades = 0
        var standing = 0
        var checksum: UInt64 = 0
    }

    /// Sends one message.
    @inline(__always)
    private static func send(
        _ message: MarketMessage, to book: inout Book, into events: inout EventBuffer
    ) {
        switch message.kind {
        case .limit, .immediate:
            book.limit(
                id: message.id, side: message.isSell ? .sell : .buy, price: message.price,
                quantity: message.quantity, immediate: message.kind == .immediate, into: &events)
        case .cancel: book.cancel(id: message.id, into: &events)
        case .replace:
            book.replace(
                id: message.id, price: message.price, quantity: message.quantity, into: &events)
        }
    }

    /// Reads the events and forgets them.
    @inline(__always)
    private static func consume(_ events: inout EventBuffer, _ outcome: inout Outcome) {
        for position in 0..<events.count {
            let event = events[position]
            outcome.checksum = (outcome.checksum ^ event.order ^ UInt64(event.kind.rawValue)) &* 31
            if event.kind == .traded {
                outcome.trades += 1
                outcome.checksum ^= event.counter &+ UInt64(bitPattern: event.quantity)
            }
        }
        outcome.events += events.count
        events.removeAll()
    }

    @inline(never)
    private static func play(_ flow: [MarketMessage]) -> Outcome {
        var book = Book(BookLimits(orders: 1 << 20))
        var events = EventBuffer()
        var outcome = Outcome()
        let start = processorSeconds()
        let took = ContinuousClock().measure {
            for message in flow {
                send(message, to: &book, into: &events)
                consume(&events, &outcome)
            }
        }
        outcome.processorSeconds = processorSeconds() - start
        outcome.seconds = took / .seconds(1)
        outcome.standing = book.orderCount
        return outcome
    }

    /// What this thread has had of the processor: tells a slow run from a shared machine.
    static func processorSeconds() -> Double {
        var now = timespec()
        guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0 else { return 0 }
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    @inline(never)
    private static func latencies(_ flow: [MarketMessage]) -> [Int] {
        var book = Book(BookLimits(orders: 1 << 20))
        var events = EventBuffer()
        var outcome = Outcome()
        var counts = [Int](repeating: 0, count: 100_000)
        let clock = ContinuousClock()
        for message in flow {
            let start = clock.now
            send(message, to: &book, into: &events)
            consume(&events, &outcome)
            let took = clock.now - start
            let nanoseconds = Int(took.components.attoseconds / 1_000_000_000)
            counts[min(nanoseconds, counts.count - 1)] += 1
        }
        return counts
    }

    /// What reading the clock twice takes by itself, the median of many.
    private static func clockCost() -> Int {
        let clock = ContinuousClock()
        let costs = (0..<100_001).map { _ in
            let start = clock.now
            return Int((clock.now - start).components.attoseconds / 1_000_000_000)
        }
        return costs.sorted()[50_000]
    }

    private static func percentile(_ counts: [Int], _ share: Double) -> Int {
        let wanted = Int(Double(counts.reduce(0, +)) * share)
        var seen = 0
        for (nanoseconds, count) in counts.enumerated() {
            seen += count
            if seen > wanted { return nanoseconds }
        }
        return counts.count
    }

    private static func measure(
        _ name: String, _ flow: [MarketMessage], _ repetitions: Int, goal: String
    ) {
        var outcomes: [Outcome] = []
        for _ in 0..<repetitions { outcomes.append(play(flow)) }
        let times = outcomes.map(\.seconds).sorted()
        let millions = Double(flow.count) / 1e6
        let all = (0..<3).map { _ in latencies(flow) }
        let p50 = all.map { percentile($0, 0.5) }.min() ?? 0
        let p99 = all.map { percentile($0, 0.99) }.min() ?? 0
        let best = outcomes[0]
        let processor = outcomes.map(\.processorSeconds).min() ?? 1
        print(
            String(
                format: "%@: best %.1f, median %.1f, by processor time %.1f million/s (%@)", name,
                millions / (times.first ?? 1), millions / times[times.count / 2],
                millions / processor, goal))
        print(
            String(
                format: "    a call p50 %d, p99 %d ns; %d trades, %d standing, checksum %016llx",
                p50, p99, best.trades, best.standing, best.checksum))
    }
}
