import Records
import Statistics

/// Totals and what they are made of, which aren't drawn side by side as if they were alike.
struct SeriesParts: Sendable {
    /// Whether partners are compared by their totals, so that single products of a partner only
    /// stand where there is no total of it. Else products are compared with each other.
    let prefersTotals: Bool

    init(_ series: [DrawnSeries]) {
        let totals = series.filter { $0.key.product == nil }
        prefersTotals =
            totals.count == series.count || Set(totals.map { Pair($0.key) }).count > 1
    }

    /// Without the products of a total that is drawn for the same ends and periods, and without
    /// the totals whose own parts are drawn.
    func parted(_ series: [DrawnSeries]) -> [DrawnSeries] {
        withoutAllPartners(prefersTotals ? withoutProducts(series) : withoutTotals(series))
    }

    private func withoutProducts(_ series: [DrawnSeries]) -> [DrawnSeries] {
        let totals = times(series.filter { $0.key.product == nil }) { Pair($0) }
        return series.filter { one in
            guard one.key.product != nil, let drawn = totals[Pair(one.key)] else { return true }
            return !one.points.allSatisfy { drawn.contains(Days($0.period)) }
        }
    }

    private func withoutTotals(_ series: [DrawnSeries]) -> [DrawnSeries] {
        let products = times(series.filter { $0.key.product != nil }) { Pair($0) }
        return series.filter { one in
            guard one.key.product == nil, let drawn = products[Pair(one.key)] else { return true }
            return !one.points.contains { drawn.contains(Days($0.period)) }
        }
    }

    /// Of the figures with partners, that with all of them is the total.
    private func withoutAllPartners(_ series: [DrawnSeries]) -> [DrawnSeries] {
        let partners = times(series.filter { $0.key.counterpart != nil }) { Whole($0) }
        return series.filter { one in
            guard one.key.counterpart == nil, let drawn = partners[Whole(one.key)] else {
                return true
            }
            return !one.points.contains { drawn.contains(Days($0.period)) }
        }
    }

    private func times<Key: Hashable>(
        _ series: [DrawnSeries], _ key: (SeriesKey) -> Key
    ) -> [Key: Set<Days>] {
        var times: [Key: Set<Days>] = [:]
        for one in series {
            times[key(one.key), default: []].formUnion(one.points.map { Days($0.period) })
        }
        return times
    }

    /// What products are parts of.
    private struct Pair: Hashable {
        let subject: RecordID
        let counterpart: RecordID?
        let indicator: String

        init(_ key: SeriesKey) {
            (subject, counterpart, indicator) = (key.subject, key.counterpart, key.indicator)
        }
    }

    /// What partners are parts of.
    private struct Whole: Hashable {
        let subject: RecordID
        let indicator: String
        let product: String?

        init(_ key: SeriesKey) {
            (subject, indicator, product) = (key.subject, key.indicator, key.product)
        }
    }
}

/// A period in whatever way it is written.
struct Days: Hashable {
    let first: Int32
    let last: Int32

    init(_ period: Period) { (first, last) = (period.firstDay, period.lastDay) }
}
