public import Exchange

/// What is done in an auction.
///
/// ```json
/// {"auction": 3, "act": "bid", "price": "4100.00"}
/// ```
public struct AuctionActForm: CommandForm {
    /// The auction's number.
    public var auction: UInt64
    /// `bid`, `retract`, `take`, `seal`, `withdraw` or `improve` of a participant; `open`, `halt`,
    /// `resume` or `cancel` of the house.
    public var act: String
    /// For `bid`, `take`, `seal` and `improve`.
    public var price: String?
    /// In units of goods, for `take`.
    public var quantity: String?
    /// The code of the lot's instrument; it may be left out where the section can be asked.
    public var instrument: String?
    /// The code of who does it; left out, who enters the form.
    public var sender: String?
    /// The code of whom it is for, if a broker does it for a client.
    public var client: String?

    /// Something done in an auction.
    public init(
        auction: UInt64, act: String, price: String? = nil, quantity: String? = nil
    ) {
        self.auction = auction
        self.act = act
        self.price = price
        self.quantity = quantity
    }

    /// The auction, where a price or a quantity is to be read.
    public func subject(in context: FormContext) throws(FormError) -> FormSubject? {
        price == nil && quantity == nil ? nil : .auction(auction)
    }

    /// Does it.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let houses: [String: AuctionAct] = [
            "open": .open, "halt": .halt, "resume": .resume, "cancel": .cancel,
        ]
        if let act = houses[act] {
            try refuse(price, "price")
            try refuse(quantity, "quantity")
            return .auction(
                auction, act, by: try context.actorOrHouse(sender, at: "sender"), client: 0)
        }
        return .auction(
            auction, try bidding(context), by: try context.actor(sender, at: "sender"),
            client: try context.participant(ifNamed: client, at: "client"))
    }

    private func bidding(_ context: FormContext) throws(FormError) -> AuctionAct {
        if act != "take" { try refuse(quantity, "quantity") }
        switch act {
        case "bid": return .bid(try ticks(context))
        case "seal": return .seal(try ticks(context))
        case "improve": return .improve(try ticks(context))
        case "take":
            guard let quantity else {
                throw FormError("quantity", "it is missing", "take needs it")
            }
            let terms = try context.subjectInstrument(instrument, at: "instrument")
            return .take(try ticks(context), try LotText.lots(quantity, in: terms))
        case "retract", "withdraw":
            try refuse(price, "price")
            return act == "retract" ? .retract : .withdraw
        default:
            throw FormError(
                "act", "\"\(act.prefix(40))\" isn't one of its words",
                "it is one of bid, retract, take, seal, withdraw, improve, open, halt, resume, "
                    + "cancel")
        }
    }

    private func ticks(_ context: FormContext) throws(FormError) -> Ticks {
        guard let price else { throw FormError("price", "it is missing", "\(act) needs it") }
        return try PriceText.ticks(
            price, in: try context.subjectInstrument(instrument, at: "instrument"))
    }

    private func refuse(_ text: String?, _ path: String) throws(FormError) {
        guard text != nil else { return }
        throw FormError(path, "\(act) has none", "leave it out")
    }
}
