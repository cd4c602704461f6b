public import Exchange

/// Cancels an order.
///
/// ```json
/// {"clientOrder": 17}
/// ```
public struct CancelForm: CommandForm {
    /// The code of who sent the order; left out, who enters the form, or the house.
    public var sender: String?
    /// The sender's own number of it.
    public var clientOrder: UInt64?
    /// Or the section's number of it.
    public var order: UInt64?

    /// The cancellation of an order by one of its numbers.
    public init(sender: String? = nil, clientOrder: UInt64? = nil, order: UInt64? = nil) {
        self.sender = sender
        self.clientOrder = clientOrder
        self.order = order
    }

    /// Cancels the order.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .cancel(try context.order(sender, clientOrder: clientOrder, order: order))
    }
}

/// Gives an order another price and another open quantity.
///
/// ```json
/// {"clientOrder": 17, "request": 3, "price": "1881.00", "quantity": "100"}
/// ```
public struct ReplacementForm: CommandForm {
    /// The code of who sent the order; left out, who enters the form, or the house.
    public var sender: String?
    /// The sender's own number of the order.
    public var clientOrder: UInt64?
    /// Or the section's number of it.
    public var order: UInt64?
    /// The sender's own number of this request; the last one again is the same request.
    public var request: UInt64?
    /// The code of the order's instrument; it may be left out where the section can be asked.
    public var instrument: String?
    /// The new price.
    public var price: String
    /// What is to be open from now on, in units of goods.
    public var quantity: String

    /// A replacement; name the order by one of its numbers.
    public init(
        clientOrder: UInt64? = nil, order: UInt64? = nil, request: UInt64? = nil,
        instrument: String? = nil, price: String, quantity: String
    ) {
        self.clientOrder = clientOrder
        self.order = order
        self.request = request
        self.instrument = instrument
        self.price = price
        self.quantity = quantity
    }

    /// The order.
    public func subject(in context: FormContext) throws(FormError) -> FormSubject? {
        .order(try context.order(sender, clientOrder: clientOrder, order: order))
    }

    /// Replaces the order.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let name = try context.order(sender, clientOrder: clientOrder, order: order)
        let terms = try context.subjectInstrument(instrument, at: "instrument")
        return .replace(
            OrderReplacement(
                name: name, request: request ?? 0,
                price: try PriceText.ticks(price, in: terms),
                quantity: try LotText.lots(quantity, in: terms)))
    }
}

/// Cancels all orders that fit.
///
/// ```json
/// {"instrument": "MILK", "side": "sell"}
/// ```
public struct MassCancelForm: CommandForm {
    /// The code of whose orders; left out, those of who enters the form, all if an operator does.
    public var participant: String?
    /// The code of the instrument; left out: all.
    public var instrument: String?
    /// `buy` or `sell`; left out: both.
    public var side: String?

    /// What fits; what isn't said fits all.
    public init(participant: String? = nil, instrument: String? = nil, side: String? = nil) {
        self.participant = participant
        self.instrument = instrument
        self.side = side
    }

    /// Cancels what fits.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        var which = MassCancel(
            participant: try context.actorOrHouse(participant, at: "participant"))
        if let instrument {
            which.instrument = try context.instrument(instrument, at: "instrument").index
        }
        if let side { which.side = try Words.choice(Side.self, side, at: "side") }
        return .massCancel(which)
    }
}

extension FormContext {
    /// An order by exactly one of its numbers.
    func order(
        _ sender: String?, clientOrder: UInt64?, order: UInt64?
    ) throws(FormError) -> OrderName {
        let actor = try actorOrHouse(sender, at: "sender")
        switch (clientOrder, order) {
        case (let number?, nil) where number > 0:
            guard actor > 0 else {
                throw FormError(
                    "sender", "it isn't said whose order \(number) is",
                    "name the sender, or the order by the section's number")
            }
            return OrderName(sender: actor, clientOrder: number)
        case (nil, let number?) where number > 0:
            return OrderName(sender: actor, order: number)
        default:
            throw FormError(
                "clientOrder", "an order is named by exactly one number above 0",
                "give clientOrder or order")
        }
    }
}
