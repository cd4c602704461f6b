public import Records

/// Series from figures: every figure is in exactly one of them.
public struct SeriesSet: Sendable {
    /// The series in the order of their keys, the points in the order of time. The same figures
    /// in any order give the same set.
    public let series: [Series]
    let codes: SeriesCodes

    /// Groups figures into series, in O(n log n). A figure given twice counts once.
    public init(_ figures: [Figure]) {
        (series, codes) = SeriesBuilder(figures).build()
    }

    /// The series of a key; nil when there is none.
    public subscript(key: SeriesKey) -> Series? {
        let index = lowerBound { $0 < key }
        return index < series.count && series[index].key == key ? series[index] : nil
    }

    /// The series of some subjects, narrowed where something is given.
    /// - Parameters:
    ///   - subjects: in the order in which their series are wanted; all when nil.
    ///   - counterparts: nil for all; to want series without one, put nil among them.
    public func matching(
        subjects: [RecordID]? = nil, indicators: Set<String>? = nil,
        counterparts: Set<RecordID?>? = nil, products: Set<String?>? = nil,
        lengths: Set<PeriodLength>? = nil, units: Set<String>? = nil
    ) -> [Series] {
        let candidates = subjects.map { $0.flatMap { series[range(of: $0)] } } ?? series
        return candidates.filter { one in
            indicators?.contains(one.key.indicator) ?? true
                && counterparts?.contains(one.key.counterpart) ?? true
                && products?.contains(one.key.product) ?? true
                && lengths?.contains(one.key.length) ?? true
                && units?.contains(one.key.unit) ?? true
        }
    }

    /// All subjects that have a series, in the order of their ids.
    public var subjects: [RecordID] {
        var subjects: [RecordID] = []
        for one in series where subjects.last != one.key.subject {
            subjects.append(one.key.subject)
        }
        return subjects
    }

    private func range(of subject: RecordID) -> Range<Int> {
        let first = lowerBound { $0.subject < subject }
        return first..<max(first, lowerBound { $0.subject <= subject })
    }

    private func lowerBound(where isBefore: (SeriesKey) -> Bool) -> Int {
        var low = 0
        var high = series.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(series[middle].key) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The series' keys as small numbers, by which the checks find one series from another without
/// comparing texts. A code's order is the order of what it stands for; 0 is "none".
struct SeriesCodes: Sendable {
    struct Key: Hashable, Sendable {
        var subject: Int32
        var counterpart: Int32
        var indicator: Int32
        var product: Int32
        var length: Int32
        var unit: Int32

        /// Three words instead of six: half the hasher's work.
        func hash(into hasher: inout Hasher) {
            hasher.combine(Int64(subject) << 32 | Int64(counterpart))
            hasher.combine(Int64(indicator) << 32 | Int64(product))
            hasher.combine(Int64(length) << 32 | Int64(unit))
        }
    }

    /// Beside ``SeriesSet/series``.
    let keys: [Key]
    /// The ids and texts by code less one.
    let ids: [RecordID]
    let indicators: [String: Int32]
    let products: [String]
}
