import Records

/// Finds one series from another by their codes.
struct SeriesIndex {
    typealias Key = SeriesCodes.Key

    let series: [Series]
    let codes: SeriesCodes
    let roles: IndicatorRoles
    /// By the indicator's code.
    private let natures: [IndicatorRoles.Nature]
    private let places: [Key: Int32]
    private let anyUnit: Grouping
    private let anyUnitPlaces: [Key: Int32]

    init(_ set: SeriesSet, _ roles: IndicatorRoles) {
        series = set.series
        codes = set.codes
        self.roles = roles
        var natures = [IndicatorRoles.Nature](
            repeating: .other, count: set.codes.indicators.count + 1)
        for (slug, code) in set.codes.indicators { natures[Int(code)] = roles.nature(of: slug) }
        self.natures = natures
        var places: [Key: Int32] = [:]
        places.reserveCapacity(series.count)
        for (place, key) in codes.keys.enumerated() {
            places[key] = Int32(truncatingIfNeeded: place)
        }
        self.places = places
        (anyUnit, anyUnitPlaces) = Grouping.make(codes.keys) { key in
            var key = key
            key.unit = 0
            return key
        }
    }

    /// The series of a key.
    func series(_ key: Key) -> Series? { places[key].map { series[Int($0)] } }

    /// The series of a key in every unit.
    func inAllUnits(_ key: Key) -> [Series] {
        var key = key
        key.unit = 0
        guard let group = anyUnitPlaces[key] else { return [] }
        return anyUnit[Int(group)].map { series[Int($0)] }
    }

    /// The code of an indicator; nil when no series has it.
    func code(_ indicator: String) -> Int32? { codes.indicators[indicator] }

    /// How an indicator goes with time and parts, by its code.
    func nature(_ key: Key) -> IndicatorRoles.Nature { natures[Int(key.indicator)] }

    /// Whether figures of parts add to figures of wholes.
    func isAdditive(_ key: Key) -> Bool { nature(key) == .flow || nature(key) == .stock }

    /// The groups of series whose keys become the same, as far as the key isn't nil: each group
    /// and each series in it in the order of the series.
    func groups(by key: (Int, Key) -> Key?) -> Grouping {
        var place = -1
        return Grouping.make(codes.keys) { one in
            place += 1
            return key(place, one)
        }.0
    }

    /// The outcomes of a group's series by their period: rows of series, in the order of the
    /// periods and of the series.
    func outcomesByPeriod(_ group: ArraySlice<Int32>) -> [ArraySlice<Outcome>] {
        var rows: [Outcome] = []
        for place in group {
            for point in series[Int(place)].points where !point.drawn.isOutlook {
                rows.append(Outcome(series: Int(place), point: point))
            }
        }
        guard rows.count > 1 else { return [] }
        rows.sort { ($0.point.ordinal, $0.series) < ($1.point.ordinal, $1.series) }
        var periods: [ArraySlice<Outcome>] = []
        var start = 0
        for next in 1..<(rows.count + 1)
        where next == rows.count || rows[next].point.ordinal != rows[start].point.ordinal {
            if next - start > 1 { periods.append(rows[start..<next]) }
            start = next
        }
        return periods
    }

    /// A point of a series.
    struct Outcome {
        let series: Int
        let point: Series.Point

        var figure: Figure { point.drawn }
    }
}

/// Places in groups, in one piece of memory.
struct Grouping {
    private let members: [Int32]
    private let starts: [Int]

    var count: Int { starts.count - 1 }

    subscript(group: Int) -> ArraySlice<Int32> { members[starts[group]..<starts[group + 1]] }

    /// Groups keys that become the same; those that become nil are in no group.
    static func make<Key: Hashable>(
        _ keys: [Key], by made: (Key) -> Key?
    ) -> (Grouping, [Key: Int32]) {
        var groups: [Key: Int32] = [:]
        groups.reserveCapacity(keys.count / 2)
        var groupOf: [Int32] = []
        groupOf.reserveCapacity(keys.count)
        var counts: [Int] = []
        for key in keys {
            guard let made = made(key) else {
                groupOf.append(-1)
                continue
            }
            let group = groups[made] ?? Int32(truncatingIfNeeded: counts.count)
            if Int(group) == counts.count {
                groups[made] = group
                counts.append(0)
            }
            counts[Int(group)] += 1
            groupOf.append(group)
        }
        return (Grouping(groupOf, counts), groups)
    }

    private init(_ groupOf: [Int32], _ counts: [Int]) {
        var starts = [0]
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        var members = [Int32](repeating: 0, count: starts[starts.count - 1])
        var next = starts
        for (place, group) in groupOf.enumerated() where group >= 0 {
            members[next[Int(group)]] = Int32(truncatingIfNeeded: place)
            next[Int(group)] += 1
        }
        self.members = members
        self.starts = starts
    }
}
