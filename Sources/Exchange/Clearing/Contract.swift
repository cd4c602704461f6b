/// One of the two sides of a contract, or the house.
public enum ContractActor: UInt8, Sendable, CaseIterable {
    /// The buyer.
    case buyer = 0
    /// The seller.
    case seller = 1
    /// The exchange's operator.
    case house = 2

    /// The side across.
    var opposite: ContractActor { self == .buyer ? .seller : .buyer }
}

/// How far a contract is.
public enum ContractState: UInt8, Sendable, CaseIterable {
    /// The deal is made; one side may have signed.
    case concluded = 0
    /// Both sides have signed: the buyer is to pay.
    case signed = 1
    /// The seller has the money: he is to ship.
    case paid = 2
    /// The goods are on their way: the buyer is to accept them.
    case shipped = 3
    /// The buyer has the goods: claims may be raised for a while.
    case accepted = 4
    /// All is done; securities are free.
    case closed = 5
    /// A side failed; its security went to the other.
    case defaulted = 6
    /// Both sides gave it up; securities are free.
    case ended = 7

    /// Whether nothing can happen to it any more.
    public var isFinal: Bool { rawValue >= ContractState.closed.rawValue }
}

/// What one can do with a contract.
public enum ContractStep: UInt8, Sendable, CaseIterable {
    /// A side signs.
    case sign = 0
    /// The seller, or the house for him, confirms the payment.
    case confirmPayment = 1
    /// The seller says that he has shipped.
    case ship = 2
    /// The buyer accepts the goods.
    case accept = 3
    /// The buyer, or the house, closes it before the time for claims is over.
    case close = 4
    /// A side offers to end it, or agrees to the other's offer.
    case endByAgreement = 5
    /// A side takes back its offer to end it.
    case keep = 6
    /// The other side, once a deadline has passed, or the house says that the buyer failed.
    case defaultOfBuyer = 7
    /// The other side, once a deadline has passed, or the house says that the seller failed.
    case defaultOfSeller = 8
}

/// Where a contract comes from.
public enum ContractSource: UInt8, Sendable, CaseIterable {
    /// Continuous trading.
    case book = 0
    /// A call at one price.
    case call = 1
    /// Both sides registered it.
    case negotiated = 2
    /// An English auction.
    case english = 3
    /// A tender.
    case reverse = 4
    /// A Dutch auction.
    case dutch = 5
}

/// A deal and what became of it.
public struct Contract: Sendable, Equatable {
    /// Its number in the section, from 1.
    public var number: UInt64
    /// What was dealt.
    public var instrument: InstrumentIndex
    /// Who bought.
    public var buyer: ParticipantIndex
    /// Who sold.
    public var seller: ParticipantIndex
    /// The buyer's order, 0 if there was none.
    public var buyOrder: UInt64
    /// The seller's order, 0 if there was none.
    public var sellOrder: UInt64
    /// In ticks.
    public var price: Ticks
    /// In lots.
    public var quantity: Quantity
    /// In minor units of the instrument's currency.
    public var value: Money
    /// What of the buyer's deposit stands behind it.
    public var buyerSecurity: Money
    /// What of the seller's deposit stands behind it.
    public var sellerSecurity: Money
    /// What the buyer paid or owes the house.
    public var buyerFee: Money
    /// What the seller paid or owes the house.
    public var sellerFee: Money
    /// The warehouse receipt that the goods come from, 0 if none does.
    public var receipt: UInt64
    /// When it was made.
    public var made: Instant
    /// Until when the present step is to be done.
    public var due: Instant
    /// How far it is.
    public var state: ContractState
    /// Where it comes from.
    public var source: ContractSource
    /// Both sides are non-residents.
    public var isTransit: Bool
    /// Bits: who has signed (buyer 1, seller 2), who offers to end it (4, 8), who is overdue
    /// (16, 32).
    var marks: UInt8 = 0

    /// What fills memory that holds no contract yet.
    static let none = Contract(
        number: 0, instrument: 0, buyer: 0, seller: 0, buyOrder: 0, sellOrder: 0, price: 0,
        quantity: 0, value: 0, buyerSecurity: 0, sellerSecurity: 0, buyerFee: 0, sellerFee: 0,
        receipt: 0, made: .distantPast, due: .distantFuture, state: .concluded, source: .book,
        isTransit: false)

    /// Whether a side has signed.
    public func hasSigned(_ side: ContractActor) -> Bool { marks & Self.bit(side) != 0 }

    /// Whether a side offers to end it.
    public func offersToEnd(_ side: ContractActor) -> Bool { marks & Self.bit(side) << 2 != 0 }

    /// Whether a side let a deadline pass and hasn't done its step since.
    public func isOverdue(_ side: ContractActor) -> Bool { marks & Self.bit(side) << 4 != 0 }

    static func bit(_ side: ContractActor) -> UInt8 { side == .buyer ? 1 : 2 }

    /// The participant on a side.
    public func participant(_ side: ContractActor) -> ParticipantIndex {
        side == .buyer ? buyer : seller
    }

    /// What of a side's deposit stands behind it.
    public func security(_ side: ContractActor) -> Money {
        side == .buyer ? buyerSecurity : sellerSecurity
    }
}
