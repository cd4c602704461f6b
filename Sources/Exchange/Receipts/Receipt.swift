/// A warehouse receipt: goods that lie in a warehouse, in lots of an instrument.
public struct Receipt: Sendable, Equatable {
    /// Its number in the section, from 1.
    public var number: UInt64
    /// Whose goods they are.
    public var owner: ParticipantIndex
    /// What they are.
    public var instrument: InstrumentIndex
    /// The number on the warehouse's paper; receipts split from one another share it.
    public var voucher: UInt64
    /// Lots that are free.
    public var free: Quantity
    /// Lots behind sell orders.
    public var blocked: Quantity
    /// Lots sold by contracts and not handed over yet.
    public var committed: Quantity
    /// The moment from which the goods may no longer be sold on it.
    public var validTo: Instant

    /// All lots on it.
    public var quantity: Quantity { free + blocked + committed }
}

/// Why something isn't done with a receipt. The numbers are part of the face and never change; they
/// continue those of `SectionReason`.
public enum ReceiptRefusal: UInt16, Sendable, CaseIterable {
    /// There is no such receipt.
    case unknown = 220
    /// It belongs to somebody else.
    case notOwner = 221
    /// It is for other goods.
    case otherGoods = 222
    /// The quantity is not above zero, or not free on it.
    case notFree = 223
    /// Its time is over.
    case expired = 224
    /// Two receipts of different owners, goods, papers or validity don't merge.
    case unlike = 225
    /// The house would hold more of one instrument than it can count (2⁴⁰ lots).
    case tooMuch = 226
}
