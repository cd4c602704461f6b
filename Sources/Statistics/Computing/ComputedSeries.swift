public import Records

/// A series that no source states: computed from stated figures, and marked as such.
public struct ComputedSeries: Hashable, Sendable {
    /// How it was made.
    public let formula: Formula
    /// The key of what was computed: the level whose growth it is, the part whose share it is.
    /// Its unit is that of the operands; see ``unit`` for the result's.
    public let key: SeriesKey
    /// The other operand: the whole of a share, the imports of a balance.
    public let other: SeriesKey?
    /// The unit of the values: `%` for growth and share, `index` for an index, else the
    /// operands' own.
    public let unit: String
    /// The periods for which it could be computed, in the order of time.
    public let points: [Point]
    /// The periods for which it couldn't although something is stated, and why.
    public let gaps: [Gap]

    /// A computed value.
    public struct Point: Hashable, Sendable {
        /// The period.
        public let period: Period
        /// The value.
        public let value: ExactDecimal
        /// How exact it is, from the operands' qualifiers; `planned` or `forecast` when one of
        /// them is.
        public let qualifier: Qualifier?
        /// The figures that it rests on, in the order of the formula.
        public let figures: [Figure]
        /// What was left out of a sum because it is part of, or overlaps with, what is in it.
        public let leftOut: [Figure]

        init(
            _ period: Period, _ value: ExactDecimal, _ qualifier: Qualifier?,
            _ figures: [Figure], leftOut: [Figure] = []
        ) {
            self.period = period
            self.value = value
            self.qualifier = qualifier
            self.figures = figures
            self.leftOut = leftOut
        }
    }

    /// A period without a value.
    public struct Gap: Hashable, Sendable {
        /// Why there's no value.
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            /// The other operand isn't stated for the period.
            case missingOperand = "missing-operand"
            /// The base is zero or negative, so that a ratio says nothing.
            case baseNotPositive = "base-not-positive"
            /// Only one partner's figure could be added.
            case onePartner = "one-partner"
            /// The result has more digits than a figure can have.
            case outOfRange = "out-of-range"
        }

        /// The period.
        public let period: Period
        /// Why.
        public let reason: Reason
    }

    /// The point of a period; nil where there's none.
    public func point(at period: Period) -> Point? {
        let slot = PeriodSlot(period)
        return points.first { PeriodSlot($0.period) == slot }
    }
}

/// Why a computed series can't be made at all.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two units, such as two currencies, are never mixed.
    case unitsDiffer(String, String)
    /// Periods of two lengths can't be joined.
    case lengthsDiffer(PeriodLength, PeriodLength)
    /// The operands speak of different subjects, partners or goods.
    case keysDiffer(SeriesKey, SeriesKey)
    /// The base period has no figure, or one that isn't above zero.
    case noBase(Period)
    /// There's nothing to add.
    case nothingToAdd

    /// What is wrong and what would be right.
    public var description: String {
        switch self {
        case .unitsDiffer(let one, let other):
            "the units \(one) and \(other) are mixed; take series of one unit"
        case .lengthsDiffer(let one, let other):
            "periods of the lengths \(one) and \(other) are mixed; take series of one length"
        case .keysDiffer(let one, let other):
            "\(one.indicator) of \(one.subject) and \(other.indicator) of \(other.subject) "
                + "don't belong together; take one subject, partner and product"
        case .noBase(let period):
            "there's no figure above zero for the base period \(period); take another"
        case .nothingToAdd:
            "there's no series to add; give one at least"
        }
    }
}
