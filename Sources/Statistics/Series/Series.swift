public import Records

/// The figures of one key through the periods, in the order of time.
public struct Series: Hashable, Sendable {
    /// What its figures have in common.
    public let key: SeriesKey
    /// The periods for which a figure is stated, in the order of time; never empty.
    public let points: [Point]

    /// A period with what is stated for it.
    public struct Point: Hashable, Sendable {
        /// The period, in the form of its length: `2021-Q1`, also where a source has the months.
        public let period: Period
        /// The figure that is drawn and computed with: an outcome before a plan or forecast, a
        /// plain number before a limit and that before "about", then the newer source, then the
        /// number with more decimals, then the smaller id.
        public let drawn: Figure
        /// The other statements of the same figure, in the same order of preference.
        public let others: [Figure]

        let ordinal: Int

        /// All that is stated for the period, the drawn one first.
        public var stated: [Figure] { [drawn] + others }
        /// The value that is drawn.
        public var value: ExactDecimal { drawn.observation.value }
        /// How exact the drawn value is.
        public var qualifier: Qualifier? { drawn.observation.qualifier }
    }

    /// The point of a period; nil where there is a gap or the period has another length.
    public func point(at period: Period) -> Point? {
        let slot = PeriodSlot(period)
        return slot.length == key.length ? point(ordinal: slot.ordinal) : nil
    }

    func point(ordinal: Int) -> Point? {
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].ordinal < ordinal { low = middle + 1 } else { high = middle }
        }
        return low < points.count && points[low].ordinal == ordinal ? points[low] : nil
    }

    /// All periods that a drawing has room for; see ``PeriodGrid``.
    public var grid: [Period] { PeriodGrid.periods([self]) }
}
