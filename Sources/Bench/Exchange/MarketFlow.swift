/// One message to a book.
struct MarketMessage {
    enum Kind: UInt8 { case limit, immediate, cancel, replace }
    var id: UInt64
    var price: Int64
    var quantity: Int64
    var kind: Kind
    var isSell: Bool
}

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
struct BenchRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// Uniform in 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// Uniform in 0 ..< bound.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}

/// The flows that the book is measured on; the same seed gives the same flow.
enum MarketFlow {
    /// Flow L: limit orders around a narrow spread, buyers and sellers in turn.
    static func ladder(count: Int, seed: UInt64) -> [MarketMessage] {
        var random = BenchRandom(seed: seed)
        return (0..<count).map { number in
            let isSell = number % 2 == 1
            let price = (isSell ? 1_884 : 1_880) + Int64(random.below(10))
            return MarketMessage(
                id: UInt64(number), price: price, quantity: 100 * Int64(1 + random.below(10)),
                kind: .limit, isSell: isSell)
        }
    }

    /// How the middle price of flow F moves.
    enum Mood: String, CaseIterable {
        case still = "static"
        case calm, normal, volatile
        case crash = "flash crash"

        /// The standard deviation of the middle's relative change at each step.
        var deviation: Double {
            switch self {
            case .still: 0
            case .calm: 0.000_002
            case .normal: 0.000_02
            case .volatile: 0.000_2
            case .crash: 0.000_2
            }
        }

        /// The middle's drift at a point in time, 0 … 1: the crash falls by four fifths between
        /// 0.4 and 0.5, and half of that comes back until 0.7.
        func drift(at time: Double, steps: Double) -> Double {
            guard self == .crash else { return 0 }
            if time >= 0.4 && time < 0.5 { return -1.61 / (0.1 * steps) }
            if time >= 0.5 && time < 0.7 { return 1.1 / (0.2 * steps) }
            return 0
        }
    }

    /// Flow F: half new orders (15 % of them immediate), 41 % cancellations and 9 % reprices of an
    /// order drawn among those that were sent and not cancelled (which may be filled by then).
    static func market(_ mood: Mood, count: Int, seed: UInt64) -> [MarketMessage] {
        var random = BenchRandom(seed: seed)
        var messages: [MarketMessage] = []
        messages.reserveCapacity(count)
        var alive: [(id: UInt64, isSell: Bool)] = []
        var middle = 200_000.0
        var nextID: UInt64 = 1
        for step in 0..<count {
            let time = Double(step) / Double(count)
            let bell =
                (random.unit() + random.unit() + random.unit() + random.unit() - 2) * 1.732
            middle *=
                1 + mood.deviation * bell + mood.drift(at: time, steps: Double(count))
            middle = min(max(middle, 1_000), 900_000)
            let draw = random.unit()
            if draw < 0.5 || alive.isEmpty {
                let isSell = random.below(2) == 1
                let immediate = random.unit() < 0.15
                let price = Self.price(middle, isSell, crossing: immediate, &random)
                messages.append(
                    MarketMessage(
                        id: nextID, price: price, quantity: Int64(1 + random.below(100)),
                        kind: immediate ? .immediate : .limit, isSell: isSell))
                if !immediate { alive.append((nextID, isSell)) }
                nextID += 1
            } else {
                let pick = random.below(alive.count)
                let (id, isSell) = alive[pick]
                if draw < 0.91 {
                    alive.swapAt(pick, alive.count - 1)
                    alive.removeLast()
                    messages.append(
                        MarketMessage(
                            id: id, price: 0, quantity: 0, kind: .cancel, isSell: isSell))
                } else {
                    let price = Self.price(middle, isSell, crossing: false, &random)
                    messages.append(
                        MarketMessage(
                            id: id, price: price, quantity: Int64(1 + random.below(100)),
                            kind: .replace, isSell: isSell))
                }
            }
        }
        return messages
    }

    /// The middle, and a distance by a power law: P(distance > x) = (1 + x)^(−1.1), cut where the
    /// domain 1 … 1,000,000 ends.
    private static func price(
        _ middle: Double, _ isSell: Bool, crossing: Bool, _ random: inout BenchRandom
    ) -> Int64 {
        let distance = power(1 - random.unit(), -1 / 1.1) - 1
        let away = (isSell != crossing) ? distance : -distance
        return Int64(min(max(middle + away + (isSell ? 0.5 : -0.5), 1), 1_000_000).rounded())
    }
}
