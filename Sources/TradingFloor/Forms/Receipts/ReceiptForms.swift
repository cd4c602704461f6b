public import Exchange

/// A warehouse's paper as it is entered.
///
/// ```json
/// {"owner": "DAIRY", "instrument": "MILK", "quantity": "240", "voucher": 9114}
/// ```
public struct ReceiptIssueForm: CommandForm {
    /// The code of whose goods they are.
    public var owner: String
    /// The instrument's code.
    public var instrument: String
    /// In units of goods.
    public var quantity: String
    /// The number on the paper.
    public var voucher: UInt64
    /// From when the goods may no longer be sold on it; left out: never.
    public var validTo: String?

    /// A paper of given parts.
    public init(
        owner: String, instrument: String, quantity: String, voucher: UInt64,
        validTo: String? = nil
    ) {
        self.owner = owner
        self.instrument = instrument
        self.quantity = quantity
        self.voucher = voucher
        self.validTo = validTo
    }

    /// Enters the paper.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let (index, terms) = try context.instrument(instrument, at: "instrument")
        return .issueReceipt(
            ReceiptIssue(
                owner: try context.participant(owner, at: "owner"), instrument: index,
                quantity: try LotText.lots(quantity, in: terms), voucher: voucher,
                validTo: try MomentText.moment(ifGiven: validTo, at: "validTo")
                    ?? .distantFuture))
    }
}

/// Free goods on a receipt become a receipt of their own, of the same owner or another; or they
/// leave the warehouse.
///
/// ```json
/// {"receipt": 4, "quantity": "60", "receiver": "TRADER"}
/// ```
public struct ReceiptMoveForm: CommandForm {
    /// The code of whose receipt it is; left out, who enters the form. An operator names it.
    public var owner: String?
    /// The receipt's number in the section.
    public var receipt: UInt64
    /// In units of goods.
    public var quantity: String
    /// The code of who gets them; left out: the owner, on a second receipt.
    public var receiver: String?
    /// Whether the goods leave the warehouse instead; false if left out.
    public var withdraw: Bool?
    /// The code of the goods' instrument; it may be left out where the section can be asked.
    public var instrument: String?

    /// A move of given parts.
    public init(
        owner: String? = nil, receipt: UInt64, quantity: String, receiver: String? = nil,
        withdraw: Bool? = nil
    ) {
        self.owner = owner
        self.receipt = receipt
        self.quantity = quantity
        self.receiver = receiver
        self.withdraw = withdraw
    }

    /// The receipt.
    public func subject(in context: FormContext) throws(FormError) -> FormSubject? {
        .receipt(receipt)
    }

    /// Moves or withdraws the goods.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let owner = try context.actor(owner, at: "owner")
        let terms = try context.subjectInstrument(instrument, at: "instrument")
        let lots = try LotText.lots(quantity, in: terms)
        guard withdraw == true else {
            return .moveReceipt(
                ReceiptMove(
                    owner: owner, receipt: receipt, quantity: lots,
                    receiver: try context.participant(ifNamed: receiver, at: "receiver")))
        }
        guard receiver == nil else {
            throw FormError(
                "receiver", "goods that leave the warehouse have none", "leave it out")
        }
        return .withdrawReceipt(owner: owner, receipt: receipt, quantity: lots)
    }
}

/// The free goods of the second receipt join the first.
///
/// ```json
/// {"first": 4, "second": 5}
/// ```
public struct ReceiptMergeForm: CommandForm {
    /// The code of whose receipts they are; left out, who enters the form. An operator names it.
    public var owner: String?
    /// The receipt that stays.
    public var first: UInt64
    /// The receipt that goes into it.
    public var second: UInt64

    /// A merger of two receipts.
    public init(owner: String? = nil, first: UInt64, second: UInt64) {
        self.owner = owner
        self.first = first
        self.second = second
    }

    /// Merges the receipts.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .mergeReceipts(
            owner: try context.actor(owner, at: "owner"), first: first, second: second)
    }
}
