/// What a part of a session is for. What is allowed in it is said by its rules, not by its name.
public enum PhaseKind: UInt8, Sendable, CaseIterable {
    /// The session and its lots are announced; nothing is taken yet.
    case announcement = 0
    /// Orders gather; nothing trades.
    case preOpening = 1
    /// The call whose one price opens the session.
    case openingCall = 2
    /// Trading.
    case trading = 3
    /// Sellers may improve what they offered; buyers look on.
    case sellersCorrection = 4
    /// Deals are made with the offers that stand, and negotiated deals are registered.
    case dealMaking = 5
    /// The call whose one price closes the session.
    case closingCall = 6
    /// The session is over.
    case closed = 7
}

/// What participants may do in a phase, each side by itself.
public struct PhasePermissions: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt16

    /// Permissions from their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// New orders to buy.
    public static let enterBuy = PhasePermissions(rawValue: 1)
    /// New orders to sell.
    public static let enterSell = PhasePermissions(rawValue: 1 << 1)
    /// Cancelling orders to buy.
    public static let cancelBuy = PhasePermissions(rawValue: 1 << 2)
    /// Cancelling orders to sell.
    public static let cancelSell = PhasePermissions(rawValue: 1 << 3)
    /// Replacing orders to buy in any way.
    public static let replaceBuy = PhasePermissions(rawValue: 1 << 4)
    /// Replacing orders to sell in any way.
    public static let replaceSell = PhasePermissions(rawValue: 1 << 5)
    /// Replacing orders to buy by better ones: no lower price and no smaller quantity.
    public static let improveBuy = PhasePermissions(rawValue: 1 << 6)
    /// Replacing orders to sell by better ones: no higher price and no smaller quantity.
    public static let improveSell = PhasePermissions(rawValue: 1 << 7)
    /// Bids in auctions of lots.
    public static let bid = PhasePermissions(rawValue: 1 << 8)
    /// Registering negotiated deals.
    public static let deal = PhasePermissions(rawValue: 1 << 9)

    /// New orders of both sides.
    public static let enter: PhasePermissions = [.enterBuy, .enterSell]
    /// Cancelling orders of both sides.
    public static let cancel: PhasePermissions = [.cancelBuy, .cancelSell]
    /// Replacing orders of both sides in any way.
    public static let replace: PhasePermissions = [.replaceBuy, .replaceSell]
    /// Entering, cancelling and replacing orders of both sides.
    public static let orders: PhasePermissions = [.enter, .cancel, .replace]
    /// All bits that mean something.
    public static let all: PhasePermissions = [
        .orders, .improveBuy, .improveSell, .bid, .deal,
    ]
}

/// The rules of a phase: what participants may do, what the books do with orders, and whether a
/// call's price is found at its end.
public struct PhaseRules: Sendable, Equatable {
    /// What participants may do.
    public let allowed: PhasePermissions
    /// What the books do with orders.
    public let book: BookPhase
    /// Whether the books find a call's price when the phase ends; only for a call.
    public let uncrosses: Bool

    /// Rules; bits of `allowed` that mean nothing are dropped.
    public init(allowed: PhasePermissions, book: BookPhase, uncrosses: Bool = false) {
        self.allowed = allowed.intersection(.all)
        self.book = book
        self.uncrosses = uncrosses
    }

    /// The rules that a phase of this kind has unless a plan says otherwise.
    public static func usual(_ kind: PhaseKind) -> PhaseRules {
        switch kind {
        case .announcement: PhaseRules(allowed: .cancel, book: .closed)
        case .preOpening: PhaseRules(allowed: .orders, book: .call)
        case .openingCall: PhaseRules(allowed: .orders, book: .call, uncrosses: true)
        case .trading: PhaseRules(allowed: [.orders, .bid], book: .continuous)
        case .sellersCorrection:
            PhaseRules(allowed: .improveSell, book: .call, uncrosses: true)
        case .dealMaking: PhaseRules(allowed: [.enterBuy, .cancel, .deal], book: .continuous)
        case .closingCall: PhaseRules(allowed: .orders, book: .call, uncrosses: true)
        case .closed: PhaseRules(allowed: .cancel, book: .closed)
        }
    }
}
