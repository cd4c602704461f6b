import Exchange
import Testing

/// Auctions beside slow and obvious references, on random bids.
struct AuctionProperties {
    /// Maximums: after any bids the leader is who went furthest (the earlier of equals), and the
    /// price follows from all maximums at once.
    @Test func maximumsBesideAReference() throws {
        for seed in 1...UInt64(Scale.runs * 2) {
            var random = SeededRandom(seed: seed)
            let reserve: Int64? = random.chance(50) ? .random(in: 100...160, using: &random) : nil
            let step = Int64.random(in: 1...9, using: &random)
            let terms = OpenTable.terms(start: 100, step: step) {
                $0.takesMaximums = true
                $0.reserve = reserve
            }
            var auction = try OpenAuction(terms)
            var reference = MaximumsReference(start: 100, step: step, reserve: reserve)
            for number in 0..<60 {
                let participant = UInt32.random(in: 1...5, using: &random)
                let price = Int64.random(in: 90...220, using: &random)
                var events: [AuctionEvent] = []
                let moment = OpenTable.time("10:00").advanced(by: Int64(number) * 1_000)
                auction.bid(price, by: participant, at: moment, into: &events)
                let isTaken = events.contains { $0.kind == .bidTaken }
                let wanted = reference.bid(price, participant)
                try #require(isTaken == wanted, "seed \(seed), bid \(number)")
                try #require(
                    auction.lead?.price == reference.lead?.price
                        && auction.lead?.participant == reference.lead?.participant,
                    "seed \(seed), bid \(number)")
                #expect(auction.exposures.count == (reference.lead == nil ? 0 : 1))
                try Coding.expectSame(auction)
            }
            var events: [AuctionEvent] = []
            auction.advance(to: terms.ends, into: &events)
            #expect(auction.result == reference.result, "seed \(seed)")
            Coding.expectNoTrap(auction, seed: seed) { auction in
                var events: [AuctionEvent] = []
                auction.bid(200, by: 1, at: OpenTable.time("10:01"), into: &events)
                auction.bid(900, by: 2, at: OpenTable.time("10:02"), into: &events)
                auction.halt(at: OpenTable.time("10:03"), into: &events)
                auction.resume(at: .distantFuture, into: &events)
            }
        }
    }

    /// A reverse auction is an English one in a mirror: with all prices negated every event is the
    /// same but for its price's sign. And who is bound follows from the events alone.
    @Test func reverseMirrorsEnglish() throws {
        for seed in 1...UInt64(Scale.runs * 2) {
            var random = SeededRandom(seed: seed)
            let up = try Self.terms(&random)
            var down = up
            down.direction = .descending
            down.start = -up.start
            down.reserve = up.reserve.map { -$0 }
            down.buyNow = up.buyNow.map { -$0 }
            var english = try OpenAuction(up)
            var reverse = try OpenAuction(down)
            var bound: Set<UInt32> = []
            var moment = up.opens.advanced(by: -60_000)
            for step in 0..<80 {
                moment = moment.advanced(by: .random(in: -5_000...60_000, using: &random))
                let participant = UInt32.random(in: 0...5, using: &random)
                let shift = Int64.random(in: -5...30, using: &random)
                let isHuge = random.chance(3)
                let price = isHuge ? Int64.max - 1 : (english.lead?.price ?? 100) + shift
                let choice = Int.random(in: 0..<100, using: &random)
                var (ups, downs): ([AuctionEvent], [AuctionEvent]) = ([], [])
                Self.apply(choice, price, participant, moment, &english, &ups)
                Self.apply(choice, -price, participant, moment, &reverse, &downs)
                for place in downs.indices { downs[place].price = -downs[place].price }
                try #require(ups == downs, "seed \(seed), step \(step)")
                for event in ups {
                    switch event.kind {
                    case .leading, .sold: bound.insert(event.participant)
                    case .outbid, .retracted: bound.remove(event.participant)
                    default: break
                    }
                    if event.kind == .sold { bound = [] }
                }
                #expect(
                    Set(english.exposures.map(\.participant)) == bound, "seed \(seed), step \(step)"
                )
                try Coding.expectSame(english)
                try Coding.expectSame(reverse)
            }
            #expect(english.ends <= (english.latestEnd))
        }
    }

    private static func terms(_ random: inout SeededRandom) throws -> OpenAuctionTerms {
        var terms = OpenTable.terms(start: 100, step: .random(in: 1...5, using: &random))
        terms.takesMaximums = random.chance(50)
        if !terms.takesMaximums && random.chance(50) { terms.largestStep = 20 }
        if random.chance(50) { terms.reserve = .random(in: 100...140, using: &random) }
        if random.chance(30) { terms.buyNow = 180 }
        terms.isRetractable = random.chance(30)
        terms.window = .random(in: 0...300_000, using: &random)
        terms.prolongation = .random(in: 0...600_000, using: &random)
        if random.chance(50) { terms.latestEnd = terms.ends.advanced(by: 900_000) }
        terms.owner = 5
        try terms.check()
        return terms
    }

    private static func apply(
        _ choice: Int, _ price: Int64, _ participant: UInt32, _ moment: Instant,
        _ auction: inout OpenAuction, _ events: inout [AuctionEvent]
    ) {
        switch choice {
        case ..<3: auction.halt(at: moment, into: &events)
        case ..<12: auction.resume(at: moment, into: &events)
        case ..<20: auction.retract(by: participant, at: moment, into: &events)
        case ..<21: auction.cancel(at: moment, into: &events)
        case ..<30: auction.advance(to: moment, into: &events)
        default:
            auction.advance(to: moment, into: &events)
            let refusal = auction.refusal(ofBid: price, by: participant)
            let exposure = auction.exposure(ifBid: price, by: participant)
            let before = events.count
            auction.bid(price, by: participant, at: moment, into: &events)
            let isTaken = events.count > before && events[before].kind == .bidTaken
            #expect(isTaken == (refusal == nil))
            // What was blocked beforehand suffices.
            if isTaken, let now = auction.exposures.first, now.participant == participant {
                #expect(now.price <= exposure.price)
            }
        }
    }

    /// A clock beside one that is counted down step by step, with parts taken at random.
    @Test func clockBesideAReference() throws {
        for seed in 1...UInt64(Scale.runs * 2) {
            var random = SeededRandom(seed: seed)
            let terms = DutchTerms(
                quantity: 20, start: .random(in: 50...100, using: &random),
                decrement: .random(in: 1...9, using: &random),
                interval: .random(in: 1...7, using: &random),
                floor: .random(in: 1...50, using: &random), opens: Instant(1_000),
                form: .clock(
                    least: .random(in: 1...5, using: &random),
                    restart: random.chance(50) ? 0 : .random(in: 1...20, using: &random)))
            var auction = try DutchAuction(terms)
            var reference = ClockReference(terms)
            var moment: Int64 = 990
            while auction.status != .ended {
                moment += Int64.random(in: 0...12, using: &random)
                reference.advance(to: moment)
                var events: [AuctionEvent] = []
                auction.advance(to: Instant(moment), into: &events)
                try #require(auction.clockPrice == reference.price, "seed \(seed) at \(moment)")
                if random.chance(20) {
                    let quantity = Int64.random(in: 0...8, using: &random)
                    let price = Int64.random(in: 1...100, using: &random)
                    events.removeAll()
                    auction.take(quantity, at: price, by: 1, at: Instant(moment), into: &events)
                    let sold = events.first { $0.kind == .sold }
                    try #require(
                        sold?.price == reference.take(quantity, price), "seed \(seed) at \(moment)")
                }
                #expect(auction.left == reference.left)
                try Coding.expectSame(auction)
            }
            #expect((auction.result?.reason == AuctionReason.none) == (reference.left == 0))
            #expect(
                auction.deals.reduce(0) { $0 + $1.quantity } + auction.left == terms.quantity)
        }
    }

    /// Three stages: the result follows from the last sealed bid of each and the best answer.
    @Test func stagesBesideAReference() throws {
        for seed in 1...UInt64(Scale.runs * 2) {
            var random = SeededRandom(seed: seed)
            var stages = ThreeStageTerms(beforeSealed: 10, sealed: 100, beforeBest: 10, best: 100)
            stages.sealedStep = .random(in: 0...2, using: &random)
            let terms = DutchTerms(
                quantity: 3, start: 100, decrement: 1, interval: 1, floor: 50,
                opens: Instant(0), form: .threeStage(stages))
            var auction = try DutchAuction(terms)
            var events: [AuctionEvent] = []
            Coding.expectNoTrap(auction, seed: seed)
            auction.take(3, at: 70, by: 1, at: Instant(30), into: &events)
            var bids: [(participant: UInt32, price: Int64)] = []
            for moment in 40..<140 as Range<Int64> where random.chance(10) {
                let participant = UInt32.random(in: 1...6, using: &random)
                let price = Int64.random(in: 69...75, using: &random)
                let isSeal = random.chance(80)
                if isSeal {
                    auction.seal(price, by: participant, at: Instant(moment), into: &events)
                } else {
                    auction.withdraw(by: participant, at: Instant(moment), into: &events)
                }
                guard events.last?.kind == .sealed || events.last?.kind == .sealWithdrawn else {
                    continue
                }
                bids.removeAll { $0.participant == participant }
                if isSeal { bids.append((participant, price)) }
                try Coding.expectSame(auction)
                #expect(auction.exposures.count == bids.count + 1)
            }
            // The list is in the order of arrival, so the first of the highest is the best.
            let highest = bids.map(\.price).max() ?? 0
            var wanted = AuctionDeal(participant: 1, price: 70, quantity: 3)
            if highest > 70, let best = bids.first(where: { $0.price == highest }) {
                wanted = AuctionDeal(participant: best.participant, price: highest, quantity: 3)
            }
            auction.advance(to: Instant(150), into: &events)
            if random.chance(50) {
                let answer = Int64.random(in: 69...80, using: &random)
                auction.improve(answer, by: 1, at: Instant(160), into: &events)
                if auction.stage == .best, answer > highest {
                    wanted = AuctionDeal(participant: 1, price: answer, quantity: 3)
                }
            }
            auction.advance(to: .distantFuture, into: &events)
            #expect(auction.result?.deals == [wanted], "seed \(seed)")
            #expect(auction.exposures.isEmpty)
            Coding.expectNoTrap(auction, seed: seed) { auction in
                var events: [AuctionEvent] = []
                auction.seal(75, by: 2, at: Instant(120), into: &events)
                auction.halt(at: Instant(130), into: &events)
                auction.resume(at: Instant(140), into: &events)
                auction.improve(90, by: 1, at: Instant(160), into: &events)
                auction.advance(to: .distantFuture, into: &events)
            }
        }
    }

    /// Numbers at every limit neither trap nor break.
    @Test func extremes() throws {
        let edges: [Int64] = [.min, .min + 1, -(1 << 40), -1, 0, 1, 1 << 40, (1 << 40) + 1, .max]
        for seed in 1...UInt64(Scale.runs) {
            var random = SeededRandom(seed: seed)
            func edge() -> Int64 { edges[Int.random(in: 0..<edges.count, using: &random)] }
            var terms = OpenAuctionTerms(
                random.chance(50) ? .ascending : .descending, quantity: 1 << 40,
                start: random.chance(50) ? -(1 << 40) : 1 << 40, step: 1 << 40,
                opens: .distantPast, ends: random.chance(50) ? .distantFuture : Instant(0))
            terms.takesMaximums = random.chance(50)
            terms.window = 1_000
            terms.prolongation = 604_800_000
            var open = try OpenAuction(terms)
            var dutch = try DutchAuction(
                DutchTerms(
                    quantity: 1 << 40, start: 1 << 40, decrement: 1, interval: 604_800_000,
                    floor: -(1 << 40), opens: Instant(edge())))
            var events: [AuctionEvent] = []
            for _ in 0..<40 {
                let moment = Instant(edge())
                open.bid(edge(), by: .random(in: 0...3, using: &random), at: moment, into: &events)
                dutch.take(edge(), at: edge(), by: 1, at: moment, into: &events)
                if random.chance(10) { open.halt(at: moment, into: &events) }
                if random.chance(10) { open.resume(at: moment, into: &events) }
                if random.chance(10) { dutch.halt(at: moment, into: &events) }
                if random.chance(10) { dutch.resume(at: moment, into: &events) }
                try Coding.expectSame(open)
                try Coding.expectSame(dutch)
            }
        }
    }
}

/// All maximums in the order of arrival; everything is worked out anew from them.
private struct MaximumsReference {
    let start: Int64
    let step: Int64
    let reserve: Int64?
    private var bids: [(price: Int64, participant: UInt32)] = []

    init(start: Int64, step: Int64, reserve: Int64?) {
        self.start = start
        self.step = step
        self.reserve = reserve
    }

    /// The highest maximum leads, the earlier of equals. The price is one step above the highest of
    /// the others, no further than what the leader had said when one of them last bid, or when it
    /// took the lead: nobody bids against itself. The reserve pulls the price up to the maximum.
    var lead: (participant: UInt32, price: Int64)? {
        guard let most = bids.map(\.price).max(),
            let leader = bids.first(where: { $0.price == most })?.participant
        else { return nil }
        let places = bids.indices
        var price = start
        if let lastOther = places.last(where: { bids[$0].participant != leader }) {
            let others = bids.filter { $0.participant != leader }.map(\.price).max() ?? 0
            let tie = places.first { bids[$0].participant != leader && bids[$0].price == others }
            let tookLead = places.first { place in
                bids[place].participant == leader
                    && (bids[place].price > others
                        || (bids[place].price == others && place < tie ?? 0))
            }
            let said = bids.prefix(through: max(lastOther, tookLead ?? 0))
                .filter { $0.participant == leader }.map(\.price).max()
            price = min(said ?? most, others + step)
        }
        if let reserve { price = max(price, min(most, reserve)) }
        return (leader, price)
    }

    mutating func bid(_ price: Int64, _ participant: UInt32) -> Bool {
        if let lead, lead.participant == participant {
            guard price > bids.filter({ $0.participant == participant }).map(\.price).max() ?? 0
            else { return false }
        } else if price < lead.map({ $0.price + step }) ?? start {
            return false
        }
        bids.append((price, participant))
        return true
    }

    var result: AuctionResult {
        guard let lead else { return AuctionResult(deals: [], reason: .noBids) }
        guard lead.price >= reserve ?? lead.price else {
            return AuctionResult(deals: [], reason: .reserveNotMet)
        }
        let deal = AuctionDeal(participant: lead.participant, price: lead.price, quantity: 1)
        return AuctionResult(deals: [deal], reason: .none)
    }
}

/// A clock that goes millisecond by millisecond.
private struct ClockReference {
    let terms: DutchTerms
    var price: Int64?
    var left: Int64
    private var time: Int64
    private var shownSince: Int64 = 0
    private var isOver = false

    init(_ terms: DutchTerms) {
        self.terms = terms
        left = terms.quantity
        time = terms.opens.rawValue - 1
    }

    mutating func advance(to moment: Int64) {
        while time < moment {
            time += 1
            if isOver { continue }
            guard let now = price else {
                if time == terms.opens.rawValue { (price, shownSince) = (terms.start, time) }
                continue
            }
            guard time - shownSince == terms.interval else { continue }
            shownSince = time
            price = now == terms.floor ? nil : max(terms.floor, now - terms.decrement)
            isOver = price == nil
        }
    }

    mutating func take(_ quantity: Int64, _ most: Int64) -> Int64? {
        guard case .clock(let least, let restart) = terms.form, let now = price, most >= now,
            quantity <= left, quantity >= least || quantity == left, quantity > 0
        else { return nil }
        left -= quantity
        if restart > 0 { (price, shownSince) = (min(terms.start, now + restart), time) }
        if left == 0 { (price, isOver) = (nil, true) }
        return now
    }
}
