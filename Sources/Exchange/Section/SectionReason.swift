/// What a section itself refuses for. The numbers are part of the face and never change.
public enum SectionRefusal: UInt16, Sendable, CaseIterable {
    // Admission, in the order in which it is looked at.

    /// Nobody of this number is accredited.
    case unknownParticipant = 100
    /// The operator has suspended the firm.
    case suspended = 101
    /// Its accreditation hasn't begun.
    case accreditationNotBegun = 102
    /// Its accreditation is over.
    case accreditationExpired = 103
    /// It owes fees.
    case feesInArrears = 104
    /// It let the deadline of a contract pass.
    case unfulfilledContract = 105
    /// It isn't admitted to this group of instruments.
    case wrongSection = 106
    /// The session is for firms of other places.
    case wrongRegion = 107
    /// It has no deposit at all in this currency.
    case noDeposit = 108
    /// Its free deposit doesn't cover this.
    case insufficientDeposit = 109
    /// The firm trades through another broker, or itself.
    case notItsBroker = 110
    /// The kill switch is on, for the firm or for all.
    case killSwitch = 111

    // Orders.

    /// There is no such instrument.
    case unknownInstrument = 112
    /// The instrument isn't traded in this way.
    case wrongMode = 113
    /// The session's phase doesn't permit this.
    case phaseForbids = 114
    /// The value is more than the house can count, see `DepositRule`.
    case valueOutOfRange = 115
    /// The order is worth more than the instrument or the firm may trade at a time.
    case orderValueLimit = 116
    /// The firm sent more orders in this second than it may.
    case ordersPerSecond = 117
    /// As many orders of the firm stand as may.
    case openOrders = 118
    /// An order needs a number of its sender's own, above 0.
    case clientOrderMissing = 119
    /// The section remembers as many orders as it can until the next `forget`.
    case sectionFull = 120
    /// Prices are above zero here.
    case priceNotPositive = 121
    /// An order without a limit needs a band or an opposite price to say what it blocks.
    case noWorstPrice = 122
    /// The order was there and is gone.
    case orderGone = 123
    /// A receipt stands behind sell orders only.
    case receiptOnPurchase = 124

    // Money and reference data.

    /// A payment of this or a later number was booked already.
    case repeatedPayment = 125
    /// The amount isn't above zero, or the deposit would be more than the house can count.
    case amountOutOfRange = 126
    /// The section keeps accounts in as many currencies as it can.
    case tooManyCurrencies = 127
    /// Another one has this code.
    case duplicateCode = 128
    /// A field is out of range or contradicts another.
    case unsoundRecord = 129
    /// What orders go by can't change while orders or registered deals stand.
    case inUse = 130

    // Contracts, registered deals, sessions.

    /// There is no such contract, or it is over and forgotten.
    case unknownContract = 131
    /// The contract is between others.
    case notAParty = 132
    /// There is no such registered deal.
    case unknownProposal = 133
    /// A deal needs another firm across.
    case noCounterparty = 134
    /// The price or quantity isn't one at which deals may be registered.
    case outsideBand = 135
    /// While a session runs, it leads the books.
    case sessionRuns = 136
    /// No session is on or planned.
    case noSession = 137
    /// There is no such auction, or it is over.
    case unknownAuction = 138
    /// This isn't done in this form of auction, or not by this sender.
    case wrongAct = 139
}

/// Why something was refused or happened: one numbering for the book (1 to 99), the section (100 to
/// 199), contracts (200 to 219), receipts (220 to 239), sessions (240 and what `SessionReason` says),
/// auctions (260 and what `AuctionReason` says). 0 is no reason.
public struct SectionReason: RawRepresentable, Sendable, Hashable {
    /// The number; it never changes its meaning.
    public let rawValue: UInt16

    /// A reason by its number.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A book's reason.
    @inlinable public init(_ reason: Reason) { rawValue = UInt16(reason.rawValue) }

    /// A section's reason.
    @inlinable public init(_ refusal: SectionRefusal) { rawValue = refusal.rawValue }

    /// Why a contract's step isn't done.
    @inlinable public init(_ refusal: StepRefusal) { rawValue = refusal.rawValue }

    /// Why something isn't done with a receipt.
    @inlinable public init(_ refusal: ReceiptRefusal) { rawValue = refusal.rawValue }

    /// A session's reason.
    public init(_ reason: SessionReason) {
        rawValue = reason == .none ? 0 : 240 + UInt16(reason.rawValue)
    }

    /// An auction's reason.
    public init(_ reason: AuctionReason) {
        rawValue = reason == .none ? 0 : 260 + UInt16(reason.rawValue)
    }

    /// No reason.
    public static let none = SectionReason(rawValue: 0)

    /// Its name in this source, for logs and tests; empty if no reason has this number.
    public var name: String {
        if let reason = SectionRefusal(rawValue: rawValue) { return "\(reason)" }
        if let reason = StepRefusal(rawValue: rawValue) { return "\(reason)" }
        if let reason = ReceiptRefusal(rawValue: rawValue) { return "\(reason)" }
        if let number = UInt8(exactly: rawValue), number > 0, let reason = Reason(rawValue: number)
        {
            return "\(reason)"
        }
        if (241..<260).contains(rawValue), let number = UInt8(exactly: rawValue - 240),
            let reason = SessionReason(rawValue: number)
        {
            return "\(reason)"
        }
        if rawValue > 260, let number = UInt8(exactly: rawValue - 260),
            let reason = AuctionReason(rawValue: number)
        {
            return "\(reason)"
        }
        return ""
    }
}
