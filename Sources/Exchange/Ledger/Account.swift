/// What a participant's account holds.
public enum AccountPurpose: UInt8, Sendable, CaseIterable {
    /// Deposit that is free to be blocked or paid out.
    case free = 0
    /// Deposit behind orders, registered deals and bids.
    case blocked = 1
    /// Deposit behind contracts.
    case security = 2
    /// Fees that are owed: zero or less.
    case arrears = 3
}

/// What an account of the house holds.
public enum HouseAccount: UInt8, Sendable, CaseIterable {
    /// The world outside: minus all that was paid in and hasn't been paid out.
    case bank = 0
    /// Fees that were earned, owed ones included.
    case fees = 1
}

/// The place of an account in the ledger: an owner, a currency and a purpose.
public struct AccountIndex: Sendable, Hashable {
    /// Owner × 32 + currency × 4 + purpose.
    let place: Int

    static let purposes = 4
    static let row = Ledger.mostCurrencies * purposes

    @inline(__always) init(_ owner: ParticipantIndex, _ currency: UInt8, _ purpose: AccountPurpose)
    {
        place =
            Int(owner) &* Self.row &+ Int(currency) &* Self.purposes &+ Int(purpose.rawValue)
    }

    @inline(__always) init(house account: HouseAccount, _ currency: UInt8) {
        place = Int(currency) &* Self.purposes &+ Int(account.rawValue)
    }

    @inline(__always) var currency: Int { (place % Self.row) / Self.purposes }

    /// The house, whose owner number is 0, may owe to any account of its own; a participant only
    /// on `arrears`.
    @inline(__always) var mayBeNegative: Bool {
        place < Self.row || place % Self.purposes == Int(AccountPurpose.arrears.rawValue)
    }
}
