import Exchange

/// SplitMix64 (Steele, Lea, Flood, 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Random commands of one flavour; the same seed gives the same commands.
struct CommandSource {
    enum Flavour: String, CaseIterable, Sendable {
        /// Limit, immediate, cancel and replace only.
        case plain
        /// Prices far apart, so that the ladder is sparse and deep.
        case sparse
        /// Every kind of order in continuous trading.
        case all
        /// As `all`, with self-trade groups everywhere.
        case groups
        /// As `all`, with many all-or-none orders and stops.
        case terms
        /// As `all`, with calls, closures and expiry.
        case phases
        /// As `phases`, with price bands.
        case bands
        /// Numbers at and beyond every limit.
        case extreme
        /// A book too small for what comes.
        case small
    }

    let flavour: Flavour
    private var random: SeededRandom

    init(_ flavour: Flavour, seed: UInt64) {
        self.flavour = flavour
        random = SeededRandom(seed: seed)
    }

    var limits: BookLimits {
        flavour == .small ? BookLimits(orders: 12, levels: 8) : BookLimits(orders: 4_096)
    }

    mutating func next() -> Command {
        let isPlain = flavour == .plain || flavour == .sparse
        let hasPhases = flavour == .phases || flavour == .bands || flavour == .small
        switch Int.random(in: 0..<1_000, using: &random) {
        case ..<280: return .cancel(identifier())
        case ..<400: return .replace(identifier(), price(), quantity())
        case ..<404 where !isPlain:
            return .cancelAll(maybe { UInt32.random(in: 0..<4, using: &$0) }, maybe(side))
        case ..<407 where hasPhases:
            return .expire([.day, .session, .through(3)][Int.random(in: 0..<3, using: &random)])
        case ..<427 where hasPhases: return phase()
        case ..<447 where flavour == .bands: return .bands(bands())
        case ..<600 where !isPlain: return .submit(order())
        case ..<600 where flavour == .plain, 600..<750:
            return .limit(
                identifier(), side(&random), price(), quantity(), immediate: random.chance(15))
        default:
            return isPlain ? .submit(plainOrder()) : .submit(order())
        }
    }

    private mutating func maybe<Value>(_ make: (inout SeededRandom) -> Value) -> Value? {
        random.chance(50) ? make(&random) : nil
    }

    private func side(_ random: inout SeededRandom) -> Side { random.chance(50) ? .buy : .sell }

    /// Few ids, so that many commands meet a standing order; some collide in the id table's window.
    private mutating func identifier() -> UInt64 {
        let number = UInt64.random(in: 0..<60, using: &random)
        switch number % 4 {
        case 0: return number
        case 1: return number &* 8_192
        case 2: return .max - number &* 16_384
        default: return number &* 0x9E37_79B9_7F4A_7C15
        }
    }

    private mutating func price() -> Int64 {
        if flavour == .extreme && random.chance(50) { return extreme() }
        if flavour == .sparse {
            let edge = Int64.random(in: 0..<40, using: &random)
            let magnitude = Int64(1) << edge
            let near = magnitude + Int64.random(in: -2...2, using: &random)
            return random.chance(50) ? min(near, 1 << 40) : max(-near, -(1 << 40))
        }
        return 100 + Int64.random(in: -6...6, using: &random)
    }

    private mutating func quantity() -> Int64 {
        if flavour == .extreme && random.chance(50) { return extreme() }
        return Int64.random(in: 1...12, using: &random)
    }

    /// A number at or beyond a limit.
    private mutating func extreme() -> Int64 {
        let numbers: [Int64] = [
            .min, .min + 1, -(1 << 40) - 1, -(1 << 40), -1, 0, 1, (1 << 40) - 1, 1 << 40,
            (1 << 40) + 1, 1 << 41, .max - 1, .max,
        ]
        return numbers[Int.random(in: 0..<numbers.count, using: &random)]
    }

    private mutating func plainOrder() -> NewOrder {
        NewOrder(
            id: identifier(), side: side(&random), price: price(), quantity: quantity(),
            validity: random.chance(15) ? .immediateOrCancel : .day)
    }

    private mutating func order() -> NewOrder {
        var order = NewOrder(
            id: identifier(), side: side(&random), price: price(), quantity: quantity())
        order.participant = UInt32.random(in: 0..<4, using: &random)
        order.validity = Validity.allCases[Int.random(in: 0..<6, using: &random)]
        order.date = UInt64.random(in: 0..<6, using: &random)
        order.stop = price()
        order.protection = Int64.random(in: 0...4, using: &random)
        if flavour == .extreme && random.chance(20) { order.protection = extreme() }
        if flavour == .extreme && random.chance(5) { order.participant = 1 << 20 }
        if random.chance(45) {
            order.kind = OrderKind.allCases[Int.random(in: 0..<5, using: &random)]
        }
        if flavour == .terms && random.chance(40) {
            order.kind = random.chance(50) ? .stop : .limit
        }
        if random.chance(20) { order.display = part(5) }
        if random.chance(15) { order.minimum = part(8) }
        if random.chance(flavour == .groups ? 80 : 15) {
            order.group = UInt32.random(in: 1...3, using: &random)
            order.selfTrade = SelfTradePolicy.allCases[Int.random(in: 0..<4, using: &random)]
        }
        if random.chance(flavour == .terms ? 40 : 20) {
            // Conditions fit few other wishes; keep most of these orders acceptable.
            order.conditions = random.chance(70) ? .allOrNone : .postOnly
            if random.chance(85) {
                order.kind = .limit
                order.minimum = 0
                order.display = 0
                if order.validity.isImmediate { order.validity = .day }
            }
        }
        return order
    }

    private mutating func part(_ most: Int64) -> Int64 {
        flavour == .extreme && random.chance(50) ? extreme() : .random(in: 1...most, using: &random)
    }

    private mutating func phase() -> Command {
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: .enter(.call)
        case 2:
            .uncross(
                maybe { 100 + Int64.random(in: -5...5, using: &$0) },
                random.chance(80) ? .continuous : .closed)
        case 3: .uncross(100, .continuous)
        default: .enter(random.chance(70) ? .continuous : .closed)
        }
    }

    private mutating func bands() -> PriceBands {
        func range(_ width: Int64) -> ClosedRange<Int64>? { 100 - width...100 + width }
        return PriceBands(
            entry: random.chance(30) ? range(5) : nil, fixed: random.chance(40) ? range(3) : nil,
            dynamic: random.chance(40) ? 2 : nil)
    }
}
