internal import BasicContainers

/// The accounts of a section, by double entry: every amount leaves one account and enters another,
/// so that in every currency all accounts, the outside world's included, add up to nothing.
///
/// Balances lie in one piece, 32 a participant (8 currencies × 4 purposes), and a posting touches
/// two of them. What every posting changes is also added up by currency as it goes; those sums must
/// be zero after every command, which is looked at in production too, and `faults` counts
/// everything anew.
public struct Ledger: ~Copyable, Sendable {
    /// A section keeps accounts in at most this many currencies.
    public static let mostCurrencies = 8
    /// No more than this, in minor units, is ever on deposit in one currency (2⁶⁰): so no balance
    /// and no sum of balances overflows.
    public static let largestDeposit: Money = 1 << 60

    private var balances = UniqueArray<Money>(minimumCapacity: AccountIndex.row * 64)
    private(set) var currencies: [CurrencyCode] = []
    /// What all postings since the beginning changed, by currency; zero if all were balanced.
    private var sums = SIMD8<Int64>()

    /// A ledger with the house's accounts only.
    public init() { addOwner() }

    /// How many owners have accounts; the house is the first.
    var owners: Int { balances.count / AccountIndex.row }

    /// Opens the next owner's accounts.
    mutating func addOwner() {
        for _ in 0..<AccountIndex.row { balances.append(0) }
    }

    /// The number of a currency; nil if there are no accounts in it.
    func number(of currency: CurrencyCode) -> UInt8? {
        currencies.firstIndex(of: currency).map { UInt8($0) }
    }

    /// The number of a currency, opening accounts in it if need be; nil if there are too many.
    mutating func open(_ currency: CurrencyCode) -> UInt8? {
        if let number = number(of: currency) { return number }
        guard currencies.count < Self.mostCurrencies else { return nil }
        currencies.append(currency)
        return UInt8(currencies.count - 1)
    }

    @inline(__always) subscript(account: AccountIndex) -> Money { balances[account.place] }

    /// Moves an amount from one account to another; both are of one currency, and the first holds it.
    @inline(__always)
    mutating func post(_ amount: Money, from: AccountIndex, to: AccountIndex) {
        let left = balances[from.place] - amount
        precondition(
            amount >= 0 && (left >= 0 || from.mayBeNegative),
            "ledger: an account would owe what it may not")
        balances[from.place] = left
        balances[to.place] += amount
        // Within one currency the sum stays as it is.
        if from.currency != to.currency { noteStray(amount, from: from, to: to) }
    }

    @inline(never)
    private mutating func noteStray(_ amount: Money, from: AccountIndex, to: AccountIndex) {
        sums[from.currency] &-= amount
        sums[to.currency] &+= amount
        isBalanced = sums == SIMD8<Int64>()
    }

    /// Whether all postings were balanced; looked at after every command.
    private(set) var isBalanced = true

    /// What is wrong with the accounts, in words; empty if nothing is. Linear in the accounts.
    func faults() -> [String] {
        var faults: [String] = []
        for currency in 0..<Self.mostCurrencies {
            var sum: Int128 = 0
            for owner in 0..<owners {
                for purpose in 0..<AccountIndex.purposes {
                    let place =
                        owner * AccountIndex.row + currency * AccountIndex.purposes + purpose
                    let balance = balances[place]
                    sum += Int128(balance)
                    let mayOwe = owner == 0 || purpose == Int(AccountPurpose.arrears.rawValue)
                    if balance < 0 && !mayOwe {
                        faults.append("owner \(owner), currency \(currency): \(balance)")
                    }
                }
            }
            if sum != 0 || sums[currency] != 0 {
                faults.append("currency \(currency): accounts add up to \(sum)")
            }
        }
        return faults
    }
}

extension Ledger {
    /// Writes the currencies, then every balance in the order of the accounts.
    func write(to writer: inout StateWriter) {
        writer.put(list: currencies) { $0.put($1) }
        writer.put(count: owners)
        for place in 0..<balances.count { writer.put(balances[place]) }
    }

    /// Reads what `write` wrote; accounts that don't balance are refused.
    init(from reader: inout StateReader) throws(StateError) {
        self.init()
        let start = reader.offset
        currencies = try reader.list(least: 4) { reader throws(StateError) in
            try reader.currency()
        }
        let owners = try reader.count(least: AccountIndex.row * 8)
        guard owners > 0 && currencies.count <= Self.mostCurrencies else {
            throw .invalid(offset: start, expected: "the house's accounts in few currencies")
        }
        for _ in 1..<owners { addOwner() }
        for place in 0..<balances.count { balances[place] = try reader.int64() }
        guard faults().isEmpty else {
            throw .invalid(offset: start, expected: "accounts that add up to nothing")
        }
    }
}
