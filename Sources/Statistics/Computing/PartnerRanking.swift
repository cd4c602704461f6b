public import Records

/// The partners of a subject in one period, the largest figure first.
public struct PartnerRanking: Hashable, Sendable {
    /// The partners in their order; equal values share a rank and are in the order of their ids.
    public let entries: [Entry]
    /// What isn't ranked because it is part of, or overlaps with, a partner that is.
    public let leftOut: [Figure]

    /// One partner's place.
    public struct Entry: Hashable, Sendable {
        /// 1 for the largest; after two first ones comes the third.
        public let rank: Int
        /// The partner.
        public let counterpart: RecordID
        /// Its figure.
        public let figure: Figure
        /// Its share of the total, in percent; nil without a total above zero.
        public let share: ExactDecimal?
    }

    /// Ranks partners.
    /// - Parameters:
    ///   - series: series that differ in nothing but the counterpart.
    ///   - period: the period for which they're ranked.
    ///   - total: the whole of which shares are taken, such as the figure with the world; the
    ///     sum of those ranked when nil.
    /// - Throws: when the series differ in more.
    public init(
        of series: [Series], at period: Period, _ containment: Containment,
        total: ExactDecimal? = nil, rounding: Rounding = .oneDecimal
    ) throws(StatisticsError) {
        for other in series.dropFirst() {
            try ComputedSeries.comparable(series[0].key, other.key)
            guard series[0].key.with(counterpart: nil) == other.key.with(counterpart: nil) else {
                throw .keysDiffer(series[0].key, other.key)
            }
        }
        let figures = series.sorted { $0.key < $1.key }.compactMap {
            $0.point(at: period)?.drawn
        }
        let choice = PartnerChoice(
            figures.filter { $0.observation.counterpart != nil }, containment)
        var sum: WideDecimal? = .zero
        for figure in choice.taken {
            sum = try? sum?.plus(WideDecimal(figure.observation.value))
        }
        let whole = total ?? sum?.unrounded
        let ordered = choice.taken.sorted { left, right in
            let values = (left.observation.value, right.observation.value)
            return values.0 != values.1 ? values.0 > values.1 : left.partner < right.partner
        }
        var entries: [Entry] = []
        for (index, figure) in ordered.enumerated() {
            guard let counterpart = figure.observation.counterpart else { continue }
            let last = entries.last
            let isTie = last?.figure.observation.value == figure.observation.value
            let share = whole.flatMap { whole in
                whole > .zero ? rounding.percentage(figure.observation.value, of: whole) : nil
            }
            entries.append(
                Entry(
                    rank: isTie ? last?.rank ?? 1 : index + 1, counterpart: counterpart,
                    figure: figure, share: share))
        }
        self.entries = entries
        leftOut = choice.leftOut
    }
}

extension Figure {
    /// The counterpart's id, or nothing.
    fileprivate var partner: String { observation.counterpart?.text ?? "" }
}
