public import Exchange

/// One side's word that it made a deal; it is made when the other side says the same.
///
/// ```json
/// {"side": "sell", "counterparty": "DAIRY", "instrument": "MILK", "price": "1880.50",
///  "quantity": "120"}
/// ```
public struct DealForm: CommandForm {
    /// The code of who says so; left out, who enters the form. An operator names it.
    public var sender: String?
    /// The code of whom it is for, if a broker says so for a client.
    public var client: String?
    /// `buy` or `sell`.
    public var side: String
    /// The code of the other side.
    public var counterparty: String
    /// The instrument's code.
    public var instrument: String
    /// The price agreed.
    public var price: String
    /// In units of goods.
    public var quantity: String
    /// The seller's warehouse receipt.
    public var receipt: UInt64?

    /// A proposal; set sender, client and receipt as needed.
    public init(
        side: String, counterparty: String, instrument: String, price: String, quantity: String
    ) {
        self.side = side
        self.counterparty = counterparty
        self.instrument = instrument
        self.price = price
        self.quantity = quantity
    }

    /// A proposal as a form that says the same.
    public init(_ deal: DealProposal, in directory: SectionDirectory) throws(FormError) {
        let terms = try directory.terms(of: deal.instrument)
        self.init(
            side: "\(deal.side)", counterparty: directory.code(of: deal.counterparty) ?? "",
            instrument: terms.code, price: PriceText.text(deal.price, in: terms),
            quantity: LotText.text(deal.quantity, in: terms))
        sender = directory.code(of: deal.sender)
        client = directory.code(of: deal.client)
        receipt = deal.receipt == 0 ? nil : deal.receipt
    }

    /// Registers the deal.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let (index, terms) = try context.instrument(instrument, at: "instrument")
        return .registerDeal(
            DealProposal(
                sender: try context.actor(sender, at: "sender"),
                client: try context.participant(ifNamed: client, at: "client"),
                side: try Words.choice(Side.self, side, at: "side"),
                counterparty: try context.participant(counterparty, at: "counterparty"),
                instrument: index, price: try PriceText.ticks(price, in: terms),
                quantity: try LotText.lots(quantity, in: terms), receipt: receipt ?? 0))
    }
}

/// A side takes back what it registered.
///
/// ```json
/// {"deal": 7}
/// ```
public struct DealWithdrawalForm: CommandForm {
    /// The code of who registered it; left out, who enters the form. An operator names it.
    public var sender: String?
    /// The number that it was registered by.
    public var deal: UInt64

    /// The withdrawal of a registered deal.
    public init(sender: String? = nil, deal: UInt64) {
        self.sender = sender
        self.deal = deal
    }

    /// Withdraws it.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .withdrawDeal(try context.actor(sender, at: "sender"), deal)
    }
}

/// A step of a contract.
///
/// ```json
/// {"contract": 12, "step": "sign"}
/// ```
public struct ContractStepForm: CommandForm {
    /// The contract's number.
    public var contract: UInt64
    /// `sign`, `confirmPayment`, `ship`, `accept`, `close`, `endByAgreement`, `keep`,
    /// `defaultOfBuyer` or `defaultOfSeller`.
    public var step: String
    /// The code of the party that does it; left out, who enters the form, or the house.
    public var by: String?

    /// A step of a contract.
    public init(contract: UInt64, step: String, by: String? = nil) {
        self.contract = contract
        self.step = step
        self.by = by
    }

    /// Does the step.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .step(
            contract: contract, try Words.choice(ContractStep.self, step, at: "step"),
            by: try context.actorOrHouse(by, at: "by"))
    }
}
