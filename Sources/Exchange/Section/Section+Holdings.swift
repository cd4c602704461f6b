internal import BasicContainers

/// A deal that one side has registered and the other hasn't yet.
public struct RegisteredDeal: Sendable, Equatable {
    /// Its number in the section.
    public var number: UInt64
    /// Who registered it, or whose broker did.
    public var owner: ParticipantIndex
    /// Who sent it: the owner, or its broker then; 0 if that isn't for the reader to know.
    public var sender: ParticipantIndex
    /// Whom it names as the other side.
    public var counterparty: ParticipantIndex
    /// Whether its owner buys or sells.
    public var side: Side
    /// What is dealt in.
    public var instrument: InstrumentIndex
    /// In ticks.
    public var price: Ticks
    /// In lots.
    public var quantity: Quantity
    /// The owner's warehouse receipt, 0 if there is none or it isn't for the reader to know.
    public var receipt: UInt64
    /// What of the owner's deposit stands behind it, 0 if that isn't for the reader to know.
    public var blocked: Money
}

// What a firm and those who trade through it have: a broker sees the things of its clients, too.
extension Section {
    /// The registered deals that wait, of these participants and of those who name one of them, by
    /// number.
    public func registeredDeals(of participants: [ParticipantIndex]) -> [RegisteredDeal] {
        proposals.waiting.compactMap { proposal in
            let isTheirs = participants.contains(proposal.owner)
            guard isTheirs || participants.contains(proposal.counterparty) else { return nil }
            return RegisteredDeal(
                number: proposal.number, owner: proposal.owner,
                sender: isTheirs ? proposal.sender : 0,
                counterparty: proposal.counterparty, side: proposal.side,
                instrument: proposal.instrument, price: proposal.price,
                quantity: proposal.quantity, receipt: isTheirs ? proposal.receipt : 0,
                blocked: isTheirs ? proposal.blocked : 0)
        }
    }
}
