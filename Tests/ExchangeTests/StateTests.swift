import Exchange
import Testing

/// Snapshots, ids, capacity and numbers out of range.
struct StateTests {
    /// A restored book has the same hash and goes on with the same events.
    @Test(arguments: CommandSource.Flavour.allCases)
    func snapshotGoesOnLikeTheBook(_ flavour: CommandSource.Flavour) throws {
        let seed: UInt64 = 77
        var source = CommandSource(flavour, seed: seed)
        var book = Book(source.limits)
        var events = EventBuffer()
        for _ in 0..<30 {
            for _ in 0..<50 { book.apply(source.next(), into: &events) }
            let snapshot = book.snapshot()
            var other = try Book(source.limits, restoring: snapshot)
            try #require(other.stateHash == book.stateHash, "seed \(seed)")
            #expect(other.snapshot() == snapshot)
            #expect(other.checkInvariants().isEmpty)
            for _ in 0..<20 {
                let command = source.next()
                var others = EventBuffer()
                events.removeAll()
                book.apply(command, into: &events)
                other.apply(command, into: &others)
                try #require(events.array() == others.array(), "seed \(seed): \(command)")
            }
            #expect(other.stateHash == book.stateHash)
        }
    }

    @Test func unsoundSnapshotsAreRefusedByName() {
        let order = StandingRecord(id: 5, side: .buy, price: 100, shown: 3)
        func error(_ orders: [StandingRecord], limits: BookLimits = BookLimits(orders: 8))
            -> SnapshotError?
        {
            let snapshot = BookSnapshot(
                phase: .continuous, lastPrice: nil, bands: PriceBands(), orders: orders)
            do throws(SnapshotError) {
                _ = try Book(limits, restoring: snapshot)
                return nil
            } catch {
                return error
            }
        }
        #expect(error([order]) == nil)
        #expect(error([order, order]) == .duplicate(order: 5, position: 1))
        for (change, name) in [
            ({ $0.shown = 0 }, "shown"), ({ $0.hidden = 3 }, "hidden"),
            ({ $0.price = .max }, "price"),
            ({ $0.price = nil }, "no price"), ({ $0.kind = .stop }, "kind"),
            ({ $0.participant = .max }, "participant"), ({ $0.shown = .max }, "large"),
        ] as [((inout StandingRecord) -> Void, String)] {
            var changed = order
            change(&changed)
            #expect(error([changed]) == .invalid(order: 5, position: 0), "\(name)")
        }
        var other = order
        other.id = 6
        #expect(
            error([order, other], limits: BookLimits(orders: 1)) == .full(order: 6, position: 1))
    }

    /// The id table beside a dictionary, with ids that crowd one place of its window.
    @Test(arguments: [UInt64(1), 1 << 12, 1 << 32, 0x9E37_79B9_7F4A_7C15])
    func idsOfAnyPattern(_ stride: UInt64) {
        var random = SeededRandom(seed: stride)
        var book = Book(BookLimits(orders: 1_000))
        var standing: [UInt64: Int64] = [:]
        var events = EventBuffer()
        for step in 0..<20_000 {
            let id = UInt64.random(in: 0..<1_500, using: &random) &* stride &- 3
            let isNew = random.chance(55)
            events.removeAll()
            if isNew {
                book.limit(id: id, side: .buy, price: 1, quantity: Int64(step + 1), into: &events)
            } else {
                book.cancel(id: id, into: &events)
            }
            let fits = standing[id] == nil && standing.count < 1_000
            if isNew && fits { standing[id] = Int64(step + 1) }
            if !isNew {
                #expect(events[0].quantity == standing[id] ?? 0)
                standing[id] = nil
            }
            #expect(book.openQuantity(of: id) == standing[id])
        }
        #expect(book.orderCount == standing.count)
        #expect(book.checkInvariants().isEmpty)
    }

    @Test func priceLevelsAndOrdersFillUpWithoutHarm() {
        var book = Book(BookLimits(orders: 300, levels: 40))
        var events = EventBuffer()
        // Prices as far from one another as can be need the most nodes of the ladder's tree.
        for number in 0..<2_000 as Range<Int64> {
            let price = (number * 549_755_813) % (1 << 40)
            book.limit(
                id: UInt64(number), side: .buy, price: price, quantity: 1, into: &events)
        }
        #expect(book.orderCount == 40)
        #expect(book.checkInvariants().isEmpty)
        let refused = events.array().filter { $0.kind == .refused }
        #expect(refused.count == 1_960 && refused.allSatisfy { $0.reason == .levelsFull })
        book.cancelAll(into: &events)
        #expect(book.orderCount == 0)
        #expect(book.stateHash == Book(BookLimits(orders: 1)).stateHash)
    }

    /// Calls with quantities and prices at the limits neither trap nor break the book.
    @Test func extremesInCalls() {
        for seed in 1...20 as ClosedRange<UInt64> {
            var source = CommandSource(.extreme, seed: seed)
            var random = SeededRandom(seed: seed)
            var book = Book(source.limits)
            var events = EventBuffer()
            for _ in 0..<400 {
                events.removeAll()
                book.apply(source.next(), into: &events)
                if random.chance(5) { book.enter(.call, into: &events) }
                if random.chance(5) {
                    let reference = random.chance(50) ? Int64.max : Int64.min
                    let wanted = book.indicative(reference: 0)?.volume ?? 0
                    let isCall = book.phase == .call
                    events.removeAll()
                    book.uncross(reference: reference, then: .continuous, into: &events)
                    let crossed = events.array().filter { $0.kind == .crossed }
                    if isCall { #expect(crossed.map(\.quantity).reduce(0, +) == wanted) }
                }
            }
            #expect(book.checkInvariants().isEmpty, "seed \(seed)")
        }
    }

    /// The hash's definition doesn't change unseen.
    @Test func theHashIsFixed() {
        var hash = StateHash()
        let empty = hash.value
        hash.mix(UInt64(1))
        hash.mix(Int64(-2))
        #expect(empty == 0x54CC_4EFB_257D_8ADF)
        #expect(hash.value == 0x837F_B7F9_18D0_2A12)
    }
}
