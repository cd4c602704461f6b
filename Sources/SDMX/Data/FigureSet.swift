public import Records

/// Figures as the observations of a data set: each with a key of its own, sorted by key and time.
public struct FigureSet: Sendable {
    struct Row: Sendable {
        var key: KeyNumbers
        let value: ExactDecimal
        let qualifier: Qualifier?
        let source: Int32
        let record: RecordID
        let basePeriod: Period?
        var statement = 1
    }

    private(set) var rows: [Row]
    private(set) var times: [TimePeriod]
    private(set) var sources: [String]
    private var tables: KeyTables

    /// How many observations there are.
    public var count: Int { rows.count }

    /// Makes a data set of figures.
    ///
    /// Several figures may state the same of the same period (two sources, two counts). SDMX
    /// wants one observation a key, so they are numbered by the dimension STATEMENT in the order
    /// of `ranks`, then of their ids. All figures with one key and period have to be there.
    /// - Parameters:
    ///   - ranks: tells the order of ``contested(_:)``; what it lacks comes last.
    public init(_ figures: [Figure], wording: Wording, ranks: [RecordID: Int64] = [:]) {
        var tables = KeyTables(wording)
        var timeNumbers: [TimePeriod: Int32] = [:]
        var sourceNumbers: [String: Int32] = [:]
        times = []
        sources = []
        rows = []
        rows.reserveCapacity(figures.count)
        for figure in figures {
            let time = TimePeriod(figure.observation.period)
            var key = tables.numbers(of: figure, time)
            key[Dimension.time.rawValue] = Self.number(time, &timeNumbers, &times)
            rows.append(
                Row(
                    key: key, value: figure.observation.value,
                    qualifier: figure.observation.qualifier,
                    source: Self.number(figure.source, &sourceNumbers, &sources),
                    record: figure.id, basePeriod: figure.observation.basePeriod))
        }
        self.tables = tables
        numberStatements(ranks)
        sort()
    }

    /// The figures that share their key and period with another one.
    public static func contested(_ figures: [Figure], wording: Wording) -> [RecordID] {
        let set = FigureSet(figures, wording: wording)
        var shared: Set<KeyNumbers> = []
        for row in set.rows where row.statement > 1 { shared.insert(Self.anyStatement(row.key)) }
        return set.rows.filter { shared.contains(Self.anyStatement($0.key)) }.map(\.record)
    }

    /// The codes of a dimension that occur; none for the time.
    func codes(of dimension: Dimension) -> [Code] { tables.codes(of: dimension) }

    /// The value of a dimension in a row.
    func value(of dimension: Dimension, in row: Row) -> String {
        let number = Int(row.key[dimension.rawValue])
        return dimension == .time
            ? times[number].notation : tables.codes(of: dimension)[number].id
    }

    /// The value of an attribute in a row; nil when it has none.
    func value(of attribute: Attribute, in row: Row) -> String? {
        switch attribute {
        case .status: row.qualifier?.status ?? "A"
        case .qualifier: row.qualifier?.rawValue
        case .source: sources[Int(row.source)]
        case .record: row.record.text
        case .basePeriod: row.basePeriod.map { TimePeriod($0).notation }
        }
    }

    /// Keeps the observations whose values the closure wants.
    mutating func keep(_ isWanted: (Row) -> Bool) { rows.removeAll { !isWanted($0) } }

    /// Keeps the first and the last observations of each series.
    /// - Parameters:
    ///   - first: how many from the beginning; nil for all.
    ///   - last: how many up to the end; nil for all. With both, what either wants is kept.
    mutating func keep(first: Int?, last: Int?) {
        guard first != nil || last != nil else { return }
        var kept: [Row] = []
        var start = 0
        while start < rows.count {
            let series = Self.series(rows[start].key)
            var end = start + 1
            while end < rows.count, Self.series(rows[end].key) == series { end += 1 }
            let length = end - start
            let head = min(first ?? 0, length)
            let tail = max(head, length - min(last ?? 0, length))
            kept += rows[start..<(start + head)]
            kept += rows[(start + tail)..<end]
            start = end
        }
        rows = kept
    }

    /// Sorts the rows so that those that agree in all dimensions but one stand together.
    mutating func sort(observing dimension: Dimension) {
        guard dimension != .time else { return }
        rows.sort { left, right in
            var (left, right) = (left.key, right.key)
            let (ownLeft, ownRight) = (left[dimension.rawValue], right[dimension.rawValue])
            left[dimension.rawValue] = 0
            right[dimension.rawValue] = 0
            return left == right ? ownLeft < ownRight : Self.precedes(left, right)
        }
    }

    /// Leaves out codes and times that no row has.
    mutating func dropUnused() {
        var fresh = KeyTables(Wording(indicator: { LocalName($0) }, unit: { LocalName($0) }))
        var used = [Set<Int32>](repeating: [], count: 8)
        for row in rows {
            for dimension in Dimension.allCases {
                used[dimension.rawValue].insert(row.key[dimension.rawValue])
            }
        }
        var numbers: [[Int32: Int32]] = []
        for dimension in Dimension.ofSeries {
            let codes = tables.codes(of: dimension)
            var renumbered: [Int32: Int32] = [:]
            for old in used[dimension.rawValue].sorted() {
                renumbered[old] = fresh.number(of: codes[Int(old)], in: dimension)
            }
            numbers.append(renumbered)
        }
        let usedTimes = used[Dimension.time.rawValue].sorted()
        numbers.append(
            Dictionary(
                usedTimes.enumerated().map { ($1, Int32(clamping: $0)) },
                uniquingKeysWith: { first, _ in first }))
        times = usedTimes.map { times[Int($0)] }
        tables = fresh
        for index in rows.indices {
            for dimension in 0..<8 {
                rows[index].key[dimension] = numbers[dimension][rows[index].key[dimension]] ?? 0
            }
        }
    }

    static func series(_ key: KeyNumbers) -> KeyNumbers {
        var key = key
        key[Dimension.time.rawValue] = 0
        return key
    }

    private static func anyStatement(_ key: KeyNumbers) -> KeyNumbers {
        var key = key
        key[Dimension.statement.rawValue] = 0
        return key
    }

    private static func number<Value: Hashable>(
        _ value: Value, _ numbers: inout [Value: Int32], _ values: inout [Value]
    ) -> Int32 {
        if let number = numbers[value] { return number }
        let number = Int32(clamping: values.count)
        numbers[value] = number
        values.append(value)
        return number
    }

    private mutating func numberStatements(_ ranks: [RecordID: Int64]) {
        var same: [KeyNumbers: [Int]] = [:]
        for (index, row) in rows.enumerated() { same[row.key, default: []].append(index) }
        for indexes in same.values where indexes.count > 1 {
            let order = indexes.sorted { left, right in
                let left = rows[left].record
                let right = rows[right].record
                let ranked = (ranks[left] ?? .max, ranks[right] ?? .max)
                return ranked.0 == ranked.1 ? left < right : ranked.0 < ranked.1
            }
            for (number, index) in order.enumerated() { rows[index].statement = number + 1 }
        }
        for index in rows.indices {
            rows[index].key[Dimension.statement.rawValue] = tables.number(
                ofStatement: rows[index].statement)
        }
    }

    private mutating func sort() {
        var numbers = tables.sort()
        let order = times.indices.sorted { times[$0] < times[$1] }
        var renumbered = [Int32](repeating: 0, count: times.count)
        for (new, old) in order.enumerated() { renumbered[old] = Int32(clamping: new) }
        times = order.map { times[$0] }
        numbers.append(renumbered)
        for index in rows.indices {
            for dimension in 0..<8 {
                rows[index].key[dimension] = numbers[dimension][Int(rows[index].key[dimension])]
            }
        }
        rows.sort { Self.precedes($0.key, $1.key) }
    }

    private static func precedes(_ left: KeyNumbers, _ right: KeyNumbers) -> Bool {
        for index in 0..<8 where left[index] != right[index] { return left[index] < right[index] }
        return false
    }
}
