import Exchange
import Testing

/// Quotations by hand, beside a slow reference, and at the limits.
struct QuotationTests {
    private let karelia = RecordName("place/ru/karelia")
    private let samara = RecordName("place/ru/samara")

    private func key(
        _ instrument: UInt32, _ rule: Incoterm = .fca, _ region: RecordName? = nil
    ) -> QuotationKey {
        QuotationKey(instrument: instrument, rule: rule, region: region ?? karelia)
    }

    /// A day in raw milk: 10 lots at 1880, 30 at 1884, 20 at 1879; 5 lots negotiated at 1700.
    @Test func aDayByHand() throws {
        var book = QuotationBook()
        let row = book.row(for: key(3))
        #expect(book.add(row: row, price: 1_880, quantity: 10, value: 18_800) == nil)
        #expect(
            book.add(row: row, price: 1_884, quantity: 30, value: 56_520, isTransit: true) == nil)
        let refusal = book.add(
            .negotiated, row: row, price: 1_700, quantity: 5, value: 8_500, isTransit: true)
        #expect(refusal == nil)
        #expect(book.add(row: row, price: 1_879, quantity: 20, value: 37_580) == nil)
        book.setBest(row: row, bid: 1_878, offer: nil)
        let quotation = try #require(book.quotations.first)
        #expect(quotation.open == 1_880)
        #expect(quotation.high == 1_884)
        #expect(quotation.low == 1_879)
        #expect(quotation.last == 1_879)
        #expect(quotation.market.deals == 3 && quotation.market.volume == 60)
        #expect(quotation.market.value == 112_900)
        #expect(quotation.negotiated.deals == 1 && quotation.negotiated.value == 8_500)
        #expect(quotation.transit.deals == 2 && quotation.transit.volume == 35)
        #expect(quotation.bestBid == 1_878 && quotation.bestOffer == nil)
        // 112,900 ÷ 60 = 1881.6666…
        #expect(quotation.average?.rounded == 18_816_667)
        #expect(quotation.average?.remainder == -20)
        try Coding.expectSame(book)
        book.reset()
        #expect(book.count == 1 && book.quotations[0].isEmpty)
    }

    @Test func roundingOfAverages() {
        for (turnover, volume, rounded, remainder) in [
            (1, 1, 10_000, 0), (1, 3, 3_333, 1), (2, 3, 6_667, -1),
            (1, 20_000, 0, 10_000),  // half of a part: to the even one below
            (3, 20_000, 2, -10_000),  // one and a half: to the even one above
            (-1, 20_000, 0, -10_000), (-3, 20_000, -2, 10_000), (-1, 3, -3_333, -1),
            (-2, 3, -6_667, 1), (0, 7, 0, 0),
        ] as [(Int128, Int128, Int64, Int128)] {
            let average = WeightedAverage(turnover: turnover, volume: volume)
            #expect(average?.rounded == rounded, "\(turnover) / \(volume)")
            #expect(average?.remainder == remainder, "\(turnover) / \(volume)")
        }
        #expect(WeightedAverage(turnover: 5, volume: 0) == nil)
    }

    @Test func rowsAreInOrder() throws {
        var book = QuotationBook()
        let keys = [
            key(7), key(2, .exw, samara), key(2, .exw), key(2, .dap), key(0), key(2, .fca, samara),
        ]
        let places = keys.map { book.row(for: $0) }
        #expect(places == Array(0..<6))
        #expect(keys.map { book.row(for: $0) } == places)
        #expect(
            book.quotations.map(\.key) == [
                key(0), key(2, .exw), key(2, .exw, samara), key(2, .fca, samara), key(2, .dap),
                key(7),
            ])
        try Coding.expectSame(book)
    }

    @Test func whatCannotBeCounted() {
        var book = QuotationBook()
        let row = book.row(for: key(1))
        let most: Int64 = 1 << 40
        #expect(book.add(row: 1, price: 1, quantity: 1, value: 1) == .unknownRow)
        #expect(book.add(row: -1, price: 1, quantity: 1, value: 1) == .unknownRow)
        #expect(book.add(row: row, price: most + 1, quantity: 1, value: 1) == .priceOutOfRange)
        #expect(book.add(row: row, price: .min, quantity: 1, value: 1) == .priceOutOfRange)
        #expect(book.add(row: row, price: 1, quantity: 0, value: 1) == .quantityOutOfRange)
        #expect(book.add(row: row, price: 1, quantity: most + 1, value: 1) == .quantityOutOfRange)
        #expect(book.quotations[0].isEmpty)
        for _ in 0..<1_000 {
            #expect(book.add(row: row, price: -most, quantity: most, value: .min) == nil)
        }
        #expect(book.quotations[0].average?.rounded == -most * 10_000)
        book.setBest(row: 9, bid: 1, offer: 1)
    }

    /// Random deals beside a list of them, from which everything is worked out at the end.
    @Test func besideAReference() throws {
        for seed in 1...UInt64(Scale.runs) {
            var random = SeededRandom(seed: seed)
            var book = QuotationBook()
            var deals: [ReferenceDeal] = []
            let keys = [key(0), key(0, .exw), key(0, .fca, samara), key(1)]
            for _ in 0..<Int.random(in: 0...200, using: &random) {
                let deal = ReferenceDeal(keys: keys, &random)
                book.add(
                    deal.source, row: book.row(for: deal.key), price: deal.price,
                    quantity: deal.quantity, value: deal.value, isTransit: deal.isTransit)
                deals.append(deal)
                if random.chance(2) { try Coding.expectSame(book) }
            }
            for quotation in book.quotations {
                let own = deals.filter { $0.key == quotation.key }
                expect(quotation, own, seed)
            }
            #expect(Set(book.quotations.map(\.key)) == Set(deals.map(\.key)))
            Coding.expectNoTrap(book, seed: seed)
        }
    }

    private func expect(_ quotation: Quotation, _ deals: [ReferenceDeal], _ seed: UInt64) {
        let market = deals.filter { $0.source == .market }
        let prices = market.map(\.price)
        #expect(quotation.open == prices.first, "seed \(seed)")
        #expect(quotation.last == prices.last, "seed \(seed)")
        #expect(quotation.high == prices.max(), "seed \(seed)")
        #expect(quotation.low == prices.min(), "seed \(seed)")
        for (totals, own) in [
            (quotation.market, market),
            (quotation.negotiated, deals.filter { $0.source == .negotiated }),
            (quotation.transit, deals.filter(\.isTransit)),
        ] {
            #expect(totals.deals == Int64(own.count), "seed \(seed)")
            #expect(totals.volume == own.reduce(0) { $0 + Int128($1.quantity) }, "seed \(seed)")
            #expect(totals.value == own.reduce(0) { $0 + Int128($1.value) }, "seed \(seed)")
        }
        guard let average = quotation.average else {
            #expect(market.isEmpty)
            return
        }
        // Half-even rounding is the one number within half a part; of two such, the even one.
        let volume = market.reduce(0) { $0 + Int128($1.quantity) }
        let sum = market.reduce(0) { $0 + Int128($1.quantity) * Int128($1.price) } * 10_000
        let rest = sum - Int128(average.rounded) * volume
        #expect(rest == average.remainder, "seed \(seed)")
        #expect(rest.magnitude * 2 <= volume.magnitude, "seed \(seed)")
        if rest.magnitude * 2 == volume.magnitude { #expect(average.rounded % 2 == 0) }
    }
}

/// A deal as it was.
private struct ReferenceDeal {
    let key: QuotationKey
    let source: DealSource
    let price: Int64
    let quantity: Int64
    let value: Int64
    let isTransit: Bool

    init(keys: [QuotationKey], _ random: inout SeededRandom) {
        key = keys[Int.random(in: 0..<keys.count, using: &random)]
        source = random.chance(80) ? .market : .negotiated
        let isLarge = random.chance(5)
        let most: Int64 = 1 << 40
        price = isLarge ? (random.chance(50) ? most : -most) : .random(in: -3...9, using: &random)
        quantity = isLarge ? most : .random(in: 1...8, using: &random)
        value = isLarge ? .max : price * quantity
        isTransit = random.chance(20)
    }
}
