extension StandingRecord {
    /// Writes every field in the order of its declaration.
    func write(to writer: inout StateWriter) {
        writer.put(id)
        for choice in [side.rawValue, place.rawValue, validity.rawValue] { writer.put(choice) }
        writer.put(participant)
        writer.put(optional: price) { $0.put($1) }
        for number in [shown, hidden, display, stop, protection, minimum] { writer.put(number) }
        writer.put(date)
        writer.put(group)
        writer.put(selfTrade.rawValue)
        writer.put(kind.rawValue)
        writer.put(isPostOnly)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            id: try reader.uint64(), side: try reader.choice(Side.self),
            place: try reader.choice(Place.self), validity: try reader.choice(Validity.self),
            participant: try reader.uint32(),
            price: try reader.optional { reader throws(StateError) in try reader.int64() },
            shown: try reader.int64(), hidden: try reader.int64(), display: try reader.int64(),
            stop: try reader.int64(), protection: try reader.int64(),
            minimum: try reader.int64(), date: try reader.uint64(), group: try reader.uint32(),
            selfTrade: try reader.choice(SelfTradePolicy.self),
            kind: try reader.choice(OrderKind.self), isPostOnly: try reader.bool())
    }
}

extension BookSnapshot {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(phase.rawValue)
        writer.put(optional: lastPrice) { $0.put($1) }
        bands.write(to: &writer)
        writer.put(list: orders) { $1.write(to: &$0) }
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        self.init(
            phase: try reader.choice(BookPhase.self),
            lastPrice: try reader.optional { reader throws(StateError) in try reader.int64() },
            bands: try PriceBands(from: &reader),
            orders: try reader.list(least: 86) { reader throws(StateError) in
                try StandingRecord(from: &reader)
            })
    }
}
