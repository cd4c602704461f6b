import Exchange
import Records
import TradingFloor

/// How the API writes what the exchange knows. Prices are decimal text in the currency per unit of
/// goods, quantities decimal text in units, money decimal text; whole numbers of lots stand beside
/// quantities for those who count.
extension JSONWriter {
    mutating func member(_ name: String, price ticks: Ticks?, _ terms: Instrument?) {
        guard let terms, let ticks else { return optional(name, nil) }
        member(name, PriceText.text(ticks, in: terms))
    }

    mutating func member(_ name: String, money: Int128, _ terms: Instrument?) {
        guard let terms else { return optional(name, nil) }
        member(name, MoneyText.text(money, terms.currency))
    }

    /// Lots as a count, and as a quantity of goods.
    mutating func members(lots: Int128, _ terms: Instrument?) {
        name("lots")
        raw(String(lots).utf8)
        if let terms { member("quantity", LotText.text(lots, in: terms)) }
    }

    mutating func member(_ name: String, moment: Instant?) {
        optional(name, moment.flatMap { Self.text($0) })
    }

    mutating func member(_ name: String, large number: UInt64) {
        self.name(name)
        raw(String(number).utf8)
    }

    /// A member that is there even if it has no value.
    mutating func optional(_ name: String, _ text: String?) {
        self.name(name)
        if let text { string(text) } else { null() }
    }

    private static func text(_ moment: Instant) -> String? {
        moment == .distantPast || moment == .distantFuture ? nil : MomentText.text(moment)
    }

    mutating func levels(_ name: String, _ levels: [Depth], _ terms: Instrument?) {
        self.name(name)
        array { list in
            for level in levels {
                list.object {
                    $0.member("price", price: level.price, terms)
                    $0.members(lots: Int128(level.quantity), terms)
                    $0.member("orders", level.orders)
                }
            }
        }
    }

    mutating func indicative(_ result: CallResult?, _ terms: Instrument?) {
        name("indicative")
        guard let result else { return null() }
        object {
            $0.member("price", price: result.price, terms)
            $0.members(lots: Int128(result.volume), terms)
            $0.member("surplus", large: UInt64(clamping: result.surplus))
            $0.optional("surplusSide", result.surplusSide.map { "\($0)" })
        }
    }

    /// A book as everybody may see it.
    mutating func book(_ book: BookView, _ terms: Instrument?) {
        member("instrument", terms?.code)
        member("phase", "\(book.phase)")
        member("last", price: book.last, terms)
        levels("bids", book.bids, terms)
        levels("offers", book.offers, terms)
        indicative(book.indicative, terms)
    }

    /// A deal as everybody may see it.
    mutating func trade(_ trade: Trade, _ terms: Instrument?) {
        member("contract", large: trade.contract)
        member("time", moment: trade.time)
        member("instrument", terms?.code)
        member("price", price: trade.price, terms)
        members(lots: Int128(trade.quantity), terms)
        member("value", money: Int128(trade.value), terms)
        member("source", "\(trade.source)")
    }

    private mutating func totals(
        _ name: String, _ totals: DealTotals, _ terms: Instrument?
    ) {
        self.name(name)
        object {
            $0.member("deals", Int(totals.deals))
            $0.members(lots: totals.volume, terms)
            $0.member("value", money: totals.value, terms)
        }
    }

    /// A row of a session's results.
    mutating func quotation(_ row: Quotation, _ names: MarketNames) {
        let terms = names.terms(row.key.instrument)
        member("instrument", terms?.code)
        member("basis", "\(row.key.rule)")
        member("region", row.key.region.text)
        member("currency", terms?.currency.text)
        member("unit", terms?.unit)
        for (name, price) in [
            ("open", row.open), ("high", row.high), ("low", row.low), ("last", row.last),
        ] {
            member(name, price: price, terms)
        }
        optional(
            "weightedAverage",
            terms.flatMap { terms in row.average.map { PriceText.text($0, in: terms) } })
        totals("market", row.market, terms)
        totals("negotiated", row.negotiated, terms)
        totals("transit", row.transit, terms)
        member("bestBid", price: row.bestBid, terms)
        member("bestOffer", price: row.bestOffer, terms)
    }

    /// A session that was held, or is on, without its results.
    mutating func session(_ record: SessionRecord, of section: String) {
        member("number", Int(record.number))
        member("plan", record.plan)
        member("opened", moment: record.opened)
        member("closed", moment: record.closed)
        name("cancelled")
        bool(record.isCancelled)
        member("deals", large: record.deals)
        name("commands")
        array {
            $0.raw(String(record.commands.first).utf8)
            if record.commands.last > 0 { $0.raw(String(record.commands.last).utf8) }
        }
        if record.closed != nil {
            member(
                "bundle", "/api/market/sections/\(section)/sessions/\(record.number)/bundle")
        }
    }
}
