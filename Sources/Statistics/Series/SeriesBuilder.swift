import Records

/// Groups figures: texts become numbers in their order, rows of numbers are sorted once.
struct SeriesBuilder {
    private struct Row {
        var key: SeriesCodes.Key
        let ordinal: Int
        let figure: Int32
    }

    private let figures: [Figure]

    init(_ figures: [Figure]) {
        self.figures = figures
    }

    func build() -> ([Series], SeriesCodes) {
        var ids = Interner<RecordID>()
        var indicators = Interner<String>()
        var products = Interner<String>()
        var lengths = Interner<PeriodLength>()
        var units = Interner<String>()
        var rows: [Row] = []
        rows.reserveCapacity(figures.count)
        for (index, figure) in figures.enumerated() {
            let one = figure.observation
            let slot = PeriodSlot(one.period)
            let key = SeriesCodes.Key(
                subject: ids.code(one.subject),
                counterpart: one.counterpart.map { ids.code($0) } ?? 0,
                indicator: indicators.code(one.indicator),
                product: one.product.map { products.code($0) } ?? 0,
                length: lengths.code(slot.length), unit: units.code(one.unit))
            rows.append(
                Row(key: key, ordinal: slot.ordinal, figure: Int32(truncatingIfNeeded: index)))
        }
        let places = (ids.places(), indicators.places(), products.places(), lengths.places())
        let unitPlaces = units.places()
        for index in rows.indices {
            rows[index].key.subject = places.0[rows[index].key.subject]
            rows[index].key.counterpart = places.0[rows[index].key.counterpart]
            rows[index].key.indicator = places.1[rows[index].key.indicator]
            rows[index].key.product = places.2[rows[index].key.product]
            rows[index].key.length = places.3[rows[index].key.length]
            rows[index].key.unit = unitPlaces[rows[index].key.unit]
        }
        rows.sort(by: isBefore)
        let (series, keys) = series(from: rows)
        var codes: [String: Int32] = [:]
        for (index, text) in indicators.sorted.enumerated() { codes[text] = Int32(index + 1) }
        return (
            series,
            SeriesCodes(
                keys: keys, ids: ids.sorted, indicators: codes, products: products.sorted)
        )
    }

    private func isBefore(_ left: Row, _ right: Row) -> Bool {
        let (one, other) = (left.key, right.key)
        if one.subject != other.subject { return one.subject < other.subject }
        if one.indicator != other.indicator { return one.indicator < other.indicator }
        if one.counterpart != other.counterpart { return one.counterpart < other.counterpart }
        if one.product != other.product { return one.product < other.product }
        if one.length != other.length { return one.length < other.length }
        if one.unit != other.unit { return one.unit < other.unit }
        if left.ordinal != right.ordinal { return left.ordinal < right.ordinal }
        return figures[Int(left.figure)].isPreferred(to: figures[Int(right.figure)])
    }

    private func series(from rows: [Row]) -> ([Series], [SeriesCodes.Key]) {
        var series: [Series] = []
        var keys: [SeriesCodes.Key] = []
        var start = 0
        while start < rows.count {
            let key = rows[start].key
            var points: [Series.Point] = []
            var next = start
            while next < rows.count, rows[next].key == key {
                let first = next
                while next < rows.count, rows[next].key == key,
                    rows[next].ordinal == rows[first].ordinal
                {
                    next += 1
                }
                points.append(point(rows[first..<next]))
            }
            series.append(
                Series(key: SeriesKey(figures[Int(rows[start].figure)].observation), points: points)
            )
            keys.append(key)
            start = next
        }
        return (series, keys)
    }

    private func point(_ rows: ArraySlice<Row>) -> Series.Point {
        let stated = rows.map { figures[Int($0.figure)] }
        let drawn = stated[0]
        let slot = PeriodSlot(drawn.observation.period)
        var others: [Figure] = []
        for figure in stated.dropFirst() where figure.id != (others.last ?? drawn).id {
            others.append(figure)
        }
        return Series.Point(
            period: slot.period ?? drawn.observation.period, drawn: drawn, others: others,
            ordinal: slot.ordinal)
    }
}

/// Gives each value a number, first in the order of meeting, at the end in the values' order.
private struct Interner<Value: Hashable & Comparable> {
    private var codes: [Value: Int32] = [:]
    private(set) var sorted: [Value] = []

    /// The place in the order for each number; 0 stays 0.
    struct Places {
        fileprivate var places: [Int32]

        subscript(code: Int32) -> Int32 { places[Int(code)] }
    }

    mutating func code(_ value: Value) -> Int32 {
        if let code = codes[value] { return code }
        let code = Int32(truncatingIfNeeded: codes.count + 1)
        codes[value] = code
        return code
    }

    mutating func places() -> Places {
        // The dictionary's order is gone after sorting: values are unique.
        sorted = codes.keys.sorted()
        var places = [Int32](repeating: 0, count: sorted.count + 1)
        for (index, value) in sorted.enumerated() {
            if let code = codes[value] { places[Int(code)] = Int32(truncatingIfNeeded: index + 1) }
        }
        return Places(places: places)
    }
}
