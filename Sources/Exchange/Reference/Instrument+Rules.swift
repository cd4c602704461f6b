extension Instrument {
    /// The greatest rate: all of the value.
    public static let wholeRate: UInt32 = 10_000
    /// The greatest worth of a tick, in minor units.
    public static let largestTickValue: Int64 = 1 << 32
    /// The longest deadline: ten years of 366 days in milliseconds.
    public static let longestDeadline: Int64 = 10 * 366 * 86_400_000

    /// Whether its numbers are in range and don't contradict each other; names aren't looked up.
    public var isSound: Bool {
        Self.isCode(code) && hasSoundMeasures && hasSoundBands
            && [resident, nonResident].allSatisfy {
                $0.deposit <= Self.wholeRate && $0.fee <= Self.wholeRate
            }
            && [
                deadlines.signing, deadlines.payment, deadlines.shipment, deadlines.acceptance,
                deadlines.claims,
            ].allSatisfy((0...Self.longestDeadline).contains)
            && harmonisedCode.utf8.allSatisfy { (48...57).contains($0) }
            && group < 64 && largestOrderValue >= 0
    }

    private var hasSoundMeasures: Bool {
        (1...Self.largestTickValue).contains(tickValue) && lotSize.units > 0 && lotSize.scale <= 9
            && tickSize.units > 0 && tickSize.scale <= 9
    }

    /// Prices are above zero, so bands are too.
    private var hasSoundBands: Bool {
        let prices = 1...BookLimits.largestPrice
        let ranges = [bands.entry, bands.fixed].compactMap { $0 }
        return (bands.dynamic ?? 0) >= 0
            && ranges.allSatisfy {
                prices.contains($0.lowerBound) && prices.contains($0.upperBound)
            }
    }

    /// Whether a text can be the code of an instrument or participant.
    public static func isCode(_ text: String) -> Bool {
        (1...16).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (65...90).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
            }
    }

    /// The rates of a participant.
    public func rates(isResident: Bool) -> Rates { isResident ? resident : nonResident }
}
