import Exchange
import Testing
import TradingFloor

struct FeedTests {
    private func open(_ scratch: Scratch) async throws -> (TradingFloor, SectionFloor) {
        let floor = try TradingFloor.open(
            dataDirectory: scratch.folder,
            options: FloorOptions(clock: HandClock().clock, levels: 5))
        let section = try floor.makeSection("steel", limits: SectionLimits(orders: 1 << 16))
        _ = try await section.submit(Market.opening)
        return (floor, section)
    }

    /// A book as a reader of the feed keeps it.
    private struct ReaderBook: Equatable {
        var sides: [[Int64: Depth]] = [[:], [:]]

        init(_ view: BookView) {
            for depth in view.bids { sides[0][depth.price] = depth }
            for depth in view.offers { sides[1][depth.price] = depth }
        }

        mutating func set(_ side: Side, _ depth: Depth) {
            sides[Int(side.rawValue)][depth.price] =
                depth.quantity == 0 && depth.orders == 0 ? nil : depth
        }
    }

    @Test func snapshotAndChangesGiveTheBook() async throws {
        var random = Seeded("feed")
        let scratch = try Scratch()
        let (floor, section) = try await open(scratch)
        _ = try await section.submit(Market.flow(200, &random))
        let (start, messages) = section.market.subscribe(buffer: 100_000)
        var books = start.books.map { ReaderBook($0) }
        for round in 0..<40 as Range<UInt64> {
            _ = try await section.submit(Market.flow(20, &random, from: 1_000 + round * 20))
        }
        let levels = try await section.read { section, _ in
            (0..<2 as Range<UInt32>).map {
                (section.depths($0, .buy, limit: 5), section.depths($0, .sell, limit: 5))
            }
        }
        let deals = try await section.read { _, book in book.newest(limit: 100_000) }
        floor.close()
        var next = start.position.sequence + 1
        var trades: [Trade] = []
        do {
            for try await message in messages {
                #expect(message.sequence == next)
                next += 1
                switch message.body {
                case .level(let instrument, let side, let depth):
                    books[Int(instrument)].set(side, depth)
                case .trade(let trade): trades.append(trade)
                default: break
                }
            }
        } catch FeedError.closed {}
        for (book, (bids, offers)) in zip(books, levels) {
            #expect(book.sides[0].values.sorted { $0.price > $1.price } == bids)
            #expect(book.sides[1].values.sorted { $0.price < $1.price } == offers)
        }
        #expect(trades.count > 50)
        #expect(Array(deals.reversed().suffix(trades.count)) == trades)
    }

    @Test func aSlowReaderIsCutAndTold() async throws {
        let scratch = try Scratch()
        let (floor, section) = try await open(scratch)
        let (_, messages) = section.market.subscribe(buffer: 3)
        for order in 1...10 as ClosedRange<UInt64> {
            _ = try await section.submit([Market.order(1, order, .buy, 1, at: 80 + Int64(order))])
        }
        floor.close()
        var seen = 0
        await #expect(throws: FeedError.tooSlow(buffer: 3)) {
            for try await _ in messages { seen += 1 }
        }
        #expect(seen == 3)
        #expect(section.market.readers == 0)
    }

    @Test func aPrivateFeedTellsWhatConcernsOneAndNoMore() async throws {
        let scratch = try Scratch()
        let (floor, section) = try await open(scratch)
        let (_, messages) = section.privateFeed.subscribe(participants: [2])
        _ = try await section.submit([
            Market.order(1, 1, .sell, 9, at: 100), Market.order(3, 1, .sell, 1, at: 100),
            Market.order(2, 1, .buy, 4, at: 100), Market.order(4, 1, .buy, 1, at: 100),
        ])
        floor.close()
        var events: [SectionEvent] = []
        do {
            for try await message in messages { events.append(message.event) }
        } catch FeedError.closed {}
        #expect(events.map(\.kind) == [.accepted, .dealt])
        // Five lots are left of the other's order; that is the other's affair.
        #expect(events.last?.remaining == 0)
        #expect(events.last?.quantity == 4)
    }
}
