import Exchange
import Register
import TradingFloor

/// What stands in the fields of an order, as it was written.
struct OrderValues: Sendable, EntryValues {
    private var texts: [FieldName: String] = [:]
    /// The sender's own number of the order: sent again, it is the same order.
    private(set) var number: UInt64

    /// The validities that the form offers.
    static let validities: [Validity] = [
        .goodTillCancelled, .day, .session, .goodTillDate, .immediateOrCancel, .fillOrKill,
    ]

    private static let fields: [FieldName] =
        [.instrument, .side, .price, .lots, .client, .validity] + furtherFields
    private static let furtherFields: [FieldName] = [
        .kind, .through, .stop, .protection, .display, .minimum, .receipt, .allOrNone, .postOnly,
    ]

    /// An empty form.
    init(fresh instrument: String) {
        texts[.instrument] = instrument
        texts[.side] = "buy"
        texts[.kind] = "\(OrderKind.limit)"
        texts[.validity] = "\(Validity.goodTillCancelled)"
        number = FormNumber.fresh()
    }

    /// What was sent. Choices that weren't sent are those of an empty form.
    init(_ form: QueryParameters) {
        self.init(fresh: "")
        for field in Self.fields where !form.text(field).isEmpty {
            texts[field] = form.text(field)
        }
        number = FormNumber.sent(form["order"])
    }

    subscript(field: FieldName) -> String { texts[field] ?? "" }

    /// The same under a new number.
    var renumbered: OrderValues {
        var values = self
        values.number = FormNumber.fresh()
        return values
    }

    /// Whether something is written beyond a plain limit order.
    var hasFurtherTerms: Bool {
        Self.furtherFields.contains { field in
            !self[field].isEmpty && !(field == .kind && self[field] == "\(OrderKind.limit)")
        } || self[.validity] == "\(Validity.goodTillDate)"
    }
}

/// An order made of what was written; or what is wrong with it.
struct OrderReading {
    private let values: OrderValues
    private let words: Catalogue
    private var reading: FormReading

    var faults: FormFaults { reading.faults }

    init(_ values: OrderValues, _ instrument: Instrument, _ words: Catalogue) {
        self.values = values
        self.words = words
        reading = FormReading(
            words: words, instrument: instrument, faults: FormFaults(form: OrderFields.form))
    }

    /// The order; nil with faults.
    mutating func order() -> NewOrder? {
        let side = choice(Side.self, .side, words(.wrongSide))
        let kind = choice(OrderKind.self, .kind, words(.wrongKind))
        let validity = choice(Validity.self, .validity, words(.wrongValidity))
        guard let side, let kind, let validity else { return nil }
        let price = price(of: kind)
        let lots = reading.lots(values[.lots])
        let stop = stop(of: kind)
        let date = date(of: validity)
        let (display, minimum) = (furtherLots(.display), furtherLots(.minimum))
        let protection =
            values[.protection].isEmpty
            ? 0 : reading.price(values[.protection], at: .protection) ?? 0
        guard let lots, faults.isEmpty else { return nil }
        var conditions: OrderConditions = []
        if values[.allOrNone] == "yes" { conditions.insert(.allOrNone) }
        if values[.postOnly] == "yes" { conditions.insert(.postOnly) }
        return NewOrder(
            id: 0, side: side, kind: kind, price: price, quantity: lots, validity: validity,
            date: date, stop: stop, protection: protection, display: display, minimum: minimum,
            conditions: conditions)
    }

    /// The receipt behind it, 0 for none.
    mutating func receipt(_ receipts: [Receipt]) -> UInt64 {
        reading.receipt(values[.receipt], of: receipts)
    }

    mutating func add(_ fault: String, at field: FieldName) { reading.faults.add(fault, at: field) }

    private mutating func choice<Choice: CaseIterable>(
        _: Choice.Type, _ field: FieldName, _ fault: String
    ) -> Choice? {
        let chosen = Choice.allCases.first { "\($0)" == values[field] }
        if chosen == nil { reading.faults.add(fault, at: field) }
        return chosen
    }

    private mutating func price(of kind: OrderKind) -> Ticks {
        if kind == .limit || kind == .stopLimit { return reading.price(values[.price]) ?? 0 }
        if !values[.price].isEmpty { reading.faults.add(words(.priceNotTaken), at: .price) }
        return 0
    }

    private mutating func stop(of kind: OrderKind) -> Ticks {
        if kind == .stop || kind == .stopLimit {
            return reading.price(values[.stop], at: .stop) ?? 0
        }
        if !values[.stop].isEmpty { reading.faults.add(words(.stopNotTaken), at: .stop) }
        return 0
    }

    private mutating func date(of validity: Validity) -> UInt64 {
        if validity == .goodTillDate {
            return UInt64(reading.moment(values[.through], at: .through)?.rawValue ?? 0)
        }
        if !values[.through].isEmpty { reading.faults.add(words(.throughNotTaken), at: .through) }
        return 0
    }

    private mutating func furtherLots(_ field: FieldName) -> Int64 {
        values[field].isEmpty ? 0 : reading.lots(values[field], at: field) ?? 0
    }
}
