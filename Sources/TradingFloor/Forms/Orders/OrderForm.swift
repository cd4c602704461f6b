public import Exchange

/// A new order.
///
/// ```json
/// {"clientOrder": 17, "instrument": "MILK", "side": "buy", "quantity": "120", "price": "1880.50"}
/// ```
public struct OrderForm: CommandForm {
    /// The code of who sends it; left out, who enters the form. An operator names it.
    public var sender: String?
    /// The code of whom it is for, if a broker sends it for a client.
    public var client: String?
    /// The sender's own number, above 0: the same number again is the same order.
    public var clientOrder: UInt64
    /// The instrument's code.
    public var instrument: String
    /// `buy` or `sell`.
    public var side: String
    /// `limit` (also if left out), `market`, `marketToLimit`, `stop` or `stopLimit`.
    public var kind: String?
    /// In units of goods.
    public var quantity: String
    /// The limit, for `limit` and `stopLimit`.
    public var price: String?
    /// `goodTillCancelled`, `day` (also if left out), `session`, `goodTillDate`,
    /// `immediateOrCancel` or `fillOrKill`.
    public var validity: String?
    /// The last moment of a `goodTillDate`.
    public var goodThrough: String?
    /// The trade price that wakes a stop.
    public var stop: String?
    /// How far beyond the best opposite price a market order may trade; left out: not at all.
    public var protection: String?
    /// The quantity that an iceberg shows at a time.
    public var display: String?
    /// The least quantity that must trade at once.
    public var minimum: String?
    /// Its whole quantity trades at once, or waits.
    public var allOrNone: Bool?
    /// It is refused if it would trade on arrival.
    public var postOnly: Bool?
    /// The warehouse receipt that the goods come from.
    public var receipt: UInt64?

    /// A limit order; set the rest as needed.
    public init(
        clientOrder: UInt64, instrument: String, side: String, quantity: String,
        price: String? = nil
    ) {
        self.clientOrder = clientOrder
        self.instrument = instrument
        self.side = side
        self.quantity = quantity
        self.price = price
    }

    /// A new order.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        guard clientOrder > 0 else {
            throw FormError("clientOrder", "it is 0", "number your orders from 1")
        }
        let (index, terms) = try context.instrument(instrument, at: "instrument")
        return .enter(
            OrderEntry(
                sender: try context.actor(sender, at: "sender"),
                client: try context.participant(ifNamed: client, at: "client"),
                clientOrder: clientOrder, instrument: index, receipt: receipt ?? 0,
                order: try order(terms)))
    }

    private func order(_ terms: Instrument) throws(FormError) -> NewOrder {
        let kind = try Words.choice(OrderKind.self, kind ?? "limit", at: "kind")
        let validity = try Words.choice(Validity.self, validity ?? "day", at: "validity")
        try check(price, "price", isNeeded: kind == .limit || kind == .stopLimit, by: "\(kind)")
        try check(stop, "stop", isNeeded: kind == .stop || kind == .stopLimit, by: "\(kind)")
        try check(
            goodThrough, "goodThrough", isNeeded: validity == .goodTillDate, by: "\(validity)")
        let last = try MomentText.moment(ifGiven: goodThrough, at: "goodThrough")
        if let last, last.rawValue < 0 {
            throw FormError("goodThrough", "it is before 1970", "name a moment to come")
        }
        var conditions: OrderConditions = []
        if allOrNone == true { conditions.insert(.allOrNone) }
        if postOnly == true { conditions.insert(.postOnly) }
        return NewOrder(
            id: 0, side: try Words.choice(Side.self, side, at: "side"), kind: kind,
            price: try PriceText.ticks(ifGiven: price, in: terms, at: "price") ?? 0,
            quantity: try LotText.lots(quantity, in: terms), validity: validity,
            date: last.map { UInt64($0.rawValue) } ?? 0,
            stop: try PriceText.ticks(ifGiven: stop, in: terms, at: "stop") ?? 0,
            protection: try PriceText.ticks(ifGiven: protection, in: terms, at: "protection") ?? 0,
            display: try LotText.lots(ifGiven: display, in: terms, at: "display"),
            minimum: try LotText.lots(ifGiven: minimum, in: terms, at: "minimum"),
            conditions: conditions)
    }

    private func check(
        _ text: String?, _ path: String, isNeeded: Bool, by kind: String
    ) throws(FormError) {
        guard isNeeded != (text != nil) else { return }
        throw isNeeded
            ? FormError(path, "it is missing", "\(kind) needs it")
            : FormError(path, "\(kind) has none", "leave it out")
    }
}

extension OrderForm {
    /// An order entry as a form that says the same.
    public init(_ entry: OrderEntry, in directory: SectionDirectory) throws(FormError) {
        let terms = try directory.terms(of: entry.instrument)
        let order = entry.order
        self.init(
            clientOrder: entry.clientOrder, instrument: terms.code, side: "\(order.side)",
            quantity: LotText.text(order.quantity, in: terms))
        sender = directory.code(of: entry.sender)
        client = directory.code(of: entry.client)
        kind = order.kind == .limit ? nil : "\(order.kind)"
        if order.kind == .limit || order.kind == .stopLimit {
            price = PriceText.text(order.price, in: terms)
        }
        validity = order.validity == .day ? nil : "\(order.validity)"
        if order.validity == .goodTillDate {
            goodThrough = MomentText.text(Instant(Int64(clamping: order.date)))
        }
        if order.kind == .stop || order.kind == .stopLimit {
            stop = PriceText.text(order.stop, in: terms)
        }
        protection = order.protection == 0 ? nil : PriceText.text(order.protection, in: terms)
        display = order.display == 0 ? nil : LotText.text(order.display, in: terms)
        minimum = order.minimum == 0 ? nil : LotText.text(order.minimum, in: terms)
        allOrNone = order.conditions.contains(.allOrNone) ? true : nil
        postOnly = order.conditions.contains(.postOnly) ? true : nil
        receipt = entry.receipt == 0 ? nil : entry.receipt
    }
}

extension SectionDirectory {
    /// An instrument by its number.
    func terms(of index: InstrumentIndex) throws(FormError) -> Instrument {
        let instruments = instruments
        guard Int(index) < instruments.count else {
            throw FormError("instrument", "there is no instrument \(index)", "ask again")
        }
        return instruments[Int(index)]
    }

    /// A participant's code by its number; nil for the house and for numbers that nobody has.
    func code(of index: ParticipantIndex) -> String? {
        let participants = participants
        return index > 0 && Int(index) < participants.count ? participants[Int(index)].code : nil
    }
}
