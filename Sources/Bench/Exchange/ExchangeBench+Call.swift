import Exchange
import Foundation

extension ExchangeBench {
    /// A call of 100,000 orders on 10,000 levels: limits uniform, both sides over the same prices.
    static func call(_ repetitions: Int) {
        var times: [Double] = []
        var processor = Double.infinity
        var text = ""
        for _ in 0..<repetitions {
            var random = BenchRandom(seed: seed)
            var book = Book(BookLimits(orders: 100_000))
            var events = EventBuffer(capacity: 200_000)
            book.enter(.call, into: &events)
            for id in 0..<100_000 as Range<UInt64> {
                book.limit(
                    id: id, side: id % 2 == 0 ? .buy : .sell,
                    price: 50_000 + Int64(random.below(10_000)),
                    quantity: Int64(1 + random.below(100)), into: &events)
            }
            events.removeAll()
            var price: Int64?
            let asked = ContinuousClock().measure {
                price = book.indicative(reference: 55_000)?.price
            }
            var volume: Int64 = 0
            let start = processorSeconds()
            let took = ContinuousClock().measure {
                book.uncross(reference: 55_000, then: .continuous, into: &events)
                for position in 0..<events.count where events[position].kind == .crossed {
                    volume += events[position].quantity
                }
            }
            times.append(took / .milliseconds(1))
            processor = min(processor, (processorSeconds() - start) * 1e3)
            text = String(
                format: "%d trades, volume %d, price %d (asked for alone: %.2f ms)",
                events.count - 1, volume, price ?? 0, asked / .milliseconds(1))
        }
        times.sort()
        print(
            String(
                format:
                    "call, 100,000 orders on 10,000 levels: best %.2f, median %.2f, by processor time %.2f ms "
                    + "(goal 10 ms); %@", times[0], times[times.count / 2], processor, text))
    }

    /// A million standing orders, by how their prices and ids are spread.
    static func memory() {
        for (name, spread, stride) in [
            ("prices over 10,000 ticks, ids in sequence", 10_000, UInt64(1)),
            ("prices over 1,000,000 ticks, ids scattered", 1_000_000, 0x9E37_79B9_7F4A_7C15),
        ] {
            let before = residentBytes()
            var random = BenchRandom(seed: seed)
            var book = Book(BookLimits(orders: 1_000_000))
            var events = EventBuffer()
            let took = ContinuousClock().measure {
                for number in 0..<1_000_000 as Range<UInt64> {
                    let isSell = number % 2 == 1
                    let distance = Int64(1 + random.below(spread / 2))
                    book.limit(
                        id: number &* stride, side: isSell ? .sell : .buy,
                        price: 1_000_000 + (isSell ? distance : -distance), quantity: 1,
                        participant: 7, into: &events)
                    events.removeAll()
                }
            }
            let used = Double(residentBytes() - before) / 1e6
            print(
                String(
                    format: "%d standing orders, %@: %.0f MB (goal 200 MB), %.1f million/s",
                    book.orderCount, name, used, 1 / (took / .seconds(1))))
        }
    }

    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4_096
    }
}
