import Exchange
import TradingFloor

/// A seeded generator (SplitMix64): the same numbers on every machine.
struct FlowRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// The house of the benchmark: instruments in continuous trading and firms with deposits.
enum House {
    static let instruments: UInt32 = 8
    static let firms: UInt32 = 64
    static let roubles = CurrencyCode("RUB")

    static var opening: [SectionAction] {
        guard let roubles else { return [] }
        let day: Int64 = 86_400_000
        var actions: [SectionAction] = (0..<instruments).map { number in
            .list(
                Instrument(
                    code: "GOODS-\(number)", name: "goods \(number)",
                    commodity: RecordName("commodity/goods"), lotSize: ExactDecimal(1),
                    unit: "t", tickValue: 100, tickSize: ExactDecimal(1), currency: roubles,
                    basis: Basis(
                        rule: .fca, place: "Pskov", region: RecordName("place/ru/pskov")),
                    deadlines: ContractTerms(
                        signing: day, payment: day, shipment: day, acceptance: day, claims: day),
                    resident: Rates(deposit: 500, fee: 2),
                    nonResident: Rates(deposit: 1_000, fee: 5)))
        }
        for number in 1...firms {
            actions.append(
                .admit(
                    Participant(
                        code: "FIRM-\(number)", name: "firm \(number)",
                        organisation: RecordName("organisation/firm-\(number)"),
                        isResident: number % 4 != 0)))
            actions.append(
                .payIn(
                    Payment(
                        voucher: UInt64(number), participant: number, currency: roubles,
                        amount: 1 << 52)))
        }
        return actions + [.enterPhase(nil, .continuous)]
    }
}

/// One firm's orders: six in ten are new limit orders around the price 1880, as in flow L of the
/// matching benchmark, four in ten cancel an order of its own that may still stand.
struct Flow {
    let firm: UInt32
    private var random: FlowRandom
    private let start: UInt64
    private var sent: UInt64

    /// - Parameter first: The client orders are numbered from here on, above those of other flows.
    init(firm: UInt32, seed: UInt64, first: UInt64) {
        self.firm = firm
        start = first
        sent = first
        random = FlowRandom(seed &+ UInt64(firm) &* 7_919)
    }

    mutating func next() -> SectionAction {
        let word = random.next()
        if sent > start + 8 && word % 10 < 4 {
            let back = 1 + (word >> 8) % 8
            return .cancel(OrderName(sender: firm, clientOrder: sent - back))
        }
        sent += 1
        let isBuy = word & 1 << 20 == 0
        let price = (isBuy ? 1_880 : 1_884) + Int64((word >> 24) % 10)
        return .enter(
            OrderEntry(
                sender: firm, clientOrder: sent,
                instrument: UInt32(truncatingIfNeeded: (word >> 40) % UInt64(House.instruments)),
                order: NewOrder(
                    id: 0, side: isBuy ? .buy : .sell, price: price,
                    quantity: 1 + Int64((word >> 48) % 10))))
    }
}
