import Exchange
import Testing
import TradingFloor

struct BlockTests {
    private func block(_ items: [FloorCommand], first: UInt64 = 7) -> [UInt8] {
        var writer = BlockWriter()
        writer.begin(first: first, time: items[0].command.time)
        for item in items { writer.add(item) }
        return writer.end()
    }

    private func items(_ random: inout Seeded) -> [FloorCommand] {
        var time: Int64 = 1_800_000_000_000
        return (Market.opening + Market.flow(300, &random)).map { action in
            time += Int64.random(in: 0...3, using: &random)
            return FloorCommand(
                origin: UInt32.random(in: 0...300, using: &random),
                SectionCommand(time: Instant(time), action: action))
        }
    }

    @Test func whatIsWrittenIsRead() throws {
        var random = Seeded("blocks")
        let items = items(&random)
        var reader = try BlockReader(block(items))
        #expect(reader.first == 7)
        #expect(reader.count == items.count)
        for item in items { #expect(try reader.next() == item) }
        try reader.end()
    }

    @Test func extremesAreRead() throws {
        let values: [Int64] = [.min, -1, 0, 1, .max]
        var items: [FloorCommand] = []
        for value in values {
            items.append(
                FloorCommand(
                    origin: .max,
                    SectionCommand(
                        time: .distantFuture,
                        action: Market.order(.max, .max, .sell, value, at: value, instrument: .max)
                    )))
        }
        var reader = try BlockReader(block(items))
        for item in items { #expect(try reader.next() == item) }
    }

    @Test func anOrderTakesFewBytes() {
        let item = FloorCommand(
            SectionCommand(
                time: Instant(1_800_000_000_000),
                action: Market.order(3, 1_000_000, .buy, 10, at: 1_880)))
        #expect(block([item]).count - 22 == 11)
    }

    /// Whatever the bytes are, they are read or refused.
    @Test func badBytesAreRefused() throws {
        var random = Seeded("bad blocks")
        let good = block(Array(items(&random).prefix(40)))
        func readAll(_ bytes: [UInt8]) throws {
            var reader = try BlockReader(bytes)
            for _ in 0..<reader.count { _ = try reader.next() }
            try reader.end()
        }
        try readAll(good)
        for length in 0..<good.count {
            #expect(throws: StateError.self) { try readAll(Array(good[..<length])) }
        }
        for _ in 0..<5_000 {
            var bytes = good
            for _ in 0...2 {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            do { try readAll(bytes) } catch is StateError {}
        }
    }
}
